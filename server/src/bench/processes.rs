//! What does a process take? Memory and processor time, as Linux tells them under `/proc`.

/// What a process takes at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Usage {
    /// Memory of its own, in megabytes.
    pub(crate) anonymous_mb: u64,
    /// All resident memory, mapped files included, in megabytes.
    pub(crate) resident_mb: u64,
    /// Resident memory that it shares with processes of its kind, in megabytes.
    pub(crate) shared_mb: u64,
    /// The most that was ever resident, in megabytes.
    pub(crate) peak_mb: u64,
    /// Seconds of processor time, of all threads.
    pub(crate) processor_seconds: f64,
}

/// Ticks of `/proc/PID/stat` in a second; Linux has shown a hundred to programs on every architecture.
const TICKS: f64 = 100.0;

impl Usage {
    /// This process at the present moment.
    pub(crate) fn now() -> Self {
        Self::of("self")
    }

    /// Another process; zeros for one that is gone.
    pub(crate) fn of_process(id: u32) -> Self {
        Self::of(&id.to_string())
    }

    fn of(process: &str) -> Self {
        let status = read(&format!("/proc/{process}/status"));
        let megabytes = |name| field(&status, name).unwrap_or(0) / 1_024;
        Self {
            anonymous_mb: megabytes("RssAnon"),
            resident_mb: megabytes("VmRSS"),
            shared_mb: megabytes("RssShmem"),
            peak_mb: megabytes("VmHWM"),
            processor_seconds: ticks(&read(&format!("/proc/{process}/stat"))) / TICKS,
        }
    }
}

/// The process that started `id`, if that is still there.
pub(crate) fn parent_of(id: u32) -> Option<u32> {
    field(&read(&format!("/proc/{id}/status")), "PPid")?.try_into().ok()
}

/// The name of the program that a process runs.
pub(crate) fn name_of(id: u32) -> String {
    read(&format!("/proc/{id}/comm")).trim().to_owned()
}

/// The processes that `id` started.
pub(crate) fn children_of(id: u32) -> Vec<u32> {
    let listed = read(&format!("/proc/{id}/task/{id}/children"));
    listed.split_whitespace().filter_map(|child| child.parse().ok()).collect()
}

/// User and system ticks: the fields 14 and 15, counted behind the name in brackets.
fn ticks(stat: &str) -> f64 {
    let behind_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    behind_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum()
}

/// A file of the system; empty where there is none.
pub(crate) fn read(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

/// The value behind `name:` in a file of the system.
pub(crate) fn text_field(text: &str, name: &str) -> Option<String> {
    let mut pairs = text.lines().filter_map(|line| line.split_once(':'));
    pairs.find(|(found, _)| found.trim() == name).map(|(_, value)| value.trim().to_owned())
}

/// A field such as `VmRSS:   1234 kB`, as a number.
pub(crate) fn field(text: &str, name: &str) -> Option<u64> {
    text_field(text, name)?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_the_system_are_read() {
        let status = "Name:\tviak\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nRssAnon:\t   51200 kB\n";
        assert_eq!(field(status, "VmRSS"), Some(102_400));
        assert_eq!(field(status, "RssFile"), None);
        assert_eq!(
            text_field("model name\t: Some CPU @ 2 GHz\n", "model name").as_deref(),
            Some("Some CPU @ 2 GHz")
        );
    }

    #[test]
    fn a_process_with_a_bracket_in_its_name_is_counted_too() {
        assert!((ticks("1 (a ) b) S 1 1 1 0 -1 4 10 0 0 0 250 50 0 0 20 0") - 300.0).abs() < 1e-9);
    }

    #[test]
    fn a_child_is_found_and_has_a_parent() {
        let mut child = std::process::Command::new("sleep").arg("30").spawn().unwrap();
        assert_eq!(parent_of(child.id()), Some(std::process::id()));
        assert!(Usage::of_process(child.id()).resident_mb < 1_000);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(parent_of(child.id()), None);
    }
}
