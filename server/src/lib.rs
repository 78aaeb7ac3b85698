//! The application: domain, tables, HTTP and the command line.
