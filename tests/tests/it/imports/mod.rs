//! Files come in: the real ones, damaged ones, and ones that are broken off.

mod calibration;
mod broken_rows;
mod killed;
mod people;
mod real_vacancies;
