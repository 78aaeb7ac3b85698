//! The command `viak`.

fn main() {}
