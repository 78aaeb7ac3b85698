//! How much may an uploaded file be, hold and cost?

use rustix::process::{Resource, Rlimit, setrlimit};
use std::time::Duration;

/// Bytes of a file.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Bytes of text that are kept; a CV has a tenth of it.
pub const MOST_TEXT: usize = 64 * 1024;

/// Entries of a DOCX; a long one with pictures has some hundred.
pub(super) const MOST_ENTRIES: usize = 2_000;
/// Bytes that a DOCX unpacks to, as far as it is unpacked.
pub(super) const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// How many times larger an entry may become; real text grows by ten to fifty.
pub(super) const MOST_GROWTH: u64 = 200;
/// Elements inside each other; Word writes some thirty.
pub(super) const MOST_DEPTH: usize = 256;

/// Pages of a PDF that are read.
pub(super) const MOST_PAGES: usize = 60;
/// Forms inside forms of a PDF.
pub(super) const MOST_FORMS: usize = 12;

/// How long the child may take, by the clock on the wall.
pub const MOST_TIME: Duration = Duration::from_secs(10);
/// Seconds of a processor for the child.
pub(super) const MOST_SECONDS: u64 = 8;
/// Bytes of address space that the child may take beside its program and stacks: the file, what is made of it.
pub(super) const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// Bytes of the child's answer: the text, each byte of it written as six at most, and its frame.
pub(super) const MOST_ANSWER: u64 = 6 * MOST_TEXT as u64 + 1024;
/// Children at once.
pub(super) const MOST_CHILDREN: usize = 2;

/// Takes from this process what reading a file does not need; there is no way back.
pub(crate) fn confine() -> std::io::Result<()> {
    let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, at_most(address_space()? + MOST_MEMORY))?;
    setrlimit(Resource::Cpu, at_most(MOST_SECONDS))?;
    setrlimit(Resource::Core, at_most(0))?;
    setrlimit(Resource::Fsize, at_most(0))?;
    // What is open stays open: input, output, the wires of the runtime.
    setrlimit(Resource::Nofile, at_most(0))?;
    Ok(())
}

/// Bytes of address space that this process has now.
fn address_space() -> std::io::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmSize:")?.strip_suffix("kB")?.trim().parse().ok());
    kilobytes.map(|kilobytes: u64| kilobytes * 1024).ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}
