//! On what was it measured? Processor, memory, compiler, commit.

use super::processes::{field, read, text_field};
use serde::Serialize;

/// The machine and the program.
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    /// Model of the processor as the system names it.
    pub processor: String,
    /// What the processor can do of what kernels may use: see [`INSTRUCTIONS`].
    pub instructions: Vec<&'static str>,
    /// Cores that this process may use.
    pub cores: usize,
    /// Memory, in megabytes.
    pub memory_mb: u64,
    /// Operating system and architecture.
    pub system: String,
    /// Version of the program.
    pub version: &'static str,
    /// The compiler that built the program.
    pub compiler: &'static str,
    /// `release` or `debug`.
    pub build: &'static str,
    /// The commit that was checked out when the program was built; `unknown` without a repository.
    pub commit: &'static str,
    /// Tasks that ran or waited to run in the minute before the run: what else the machine was doing.
    pub load_before: Option<f64>,
}

/// Instructions by which kernels of one machine differ from those of another.
const INSTRUCTIONS: [&str; 5] = ["popcnt", "avx2", "avx512f", "avx512bw", "avx512_vpopcntdq"];

impl Machine {
    /// Looks around.
    pub(crate) fn look() -> Self {
        let memory = field(&read("/proc/meminfo"), "MemTotal");
        let processor = read("/proc/cpuinfo");
        Self {
            instructions: known(&text_field(&processor, "flags").unwrap_or_default()),
            processor: text_field(&processor, "model name").unwrap_or_else(|| "unknown".to_owned()),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory_mb: memory.unwrap_or(0) / 1_024,
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            version: env!("CARGO_PKG_VERSION"),
            compiler: env!("VIAK_COMPILER"),
            build: if cfg!(debug_assertions) { "debug" } else { "release" },
            commit: env!("VIAK_COMMIT"),
            load_before: read("/proc/loadavg").split(' ').next().and_then(|load| load.parse().ok()),
        }
    }
}

/// Those of [`INSTRUCTIONS`] that stand among the flags of a processor.
fn known(flags: &str) -> Vec<&'static str> {
    let flags: Vec<&str> = flags.split_whitespace().collect();
    INSTRUCTIONS.into_iter().filter(|name| flags.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_are_named_as_the_system_names_them() {
        assert_eq!(known("fpu popcnt avx2 avx512_vpopcntdq"), ["popcnt", "avx2", "avx512_vpopcntdq"]);
        assert!(known("avx512flow").is_empty());
    }

    #[test]
    fn the_compiler_is_the_one_that_built_the_program() {
        assert!(Machine::look().compiler.starts_with("rustc "), "{}", Machine::look().compiler);
    }
}
