//! Files come in: the real ones, damaged ones, and ones that are broken off.

mod broken_rows;
mod calibration;
mod killed;
mod people;
mod real_vacancies;
mod traced;
