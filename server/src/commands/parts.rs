//! `viak parts`: of which parts of others was this program built? From the list that was locked when it was.

use super::failure::Failure;
use super::output;
use clap::Args;
use serde::Deserialize;
use serde_json::json;

/// Every package with its version and checksum, as it was locked.
const LOCKED: &str = include_str!("../../../Cargo.lock");

/// How it is said.
#[derive(Args)]
pub(super) struct Arguments {
    /// As a bill of materials in `CycloneDX` 1.5
    #[arg(long)]
    json: bool,
}

#[derive(Deserialize)]
struct Locked {
    package: Vec<Part>,
}

/// A package; those of this project have no checksum.
#[derive(Deserialize)]
struct Part {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// Lists them; those of the tests are among them.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let parts: Locked = toml::from_str(LOCKED)?;
    let others = parts.package.into_iter().filter_map(|part| Some((part.name, part.version, part.checksum?)));
    if !arguments.json {
        for (name, version, checksum) in others {
            output::line(format_args!("{name} {version} sha256:{checksum}"));
        }
        return Ok(());
    }
    let components: Vec<_> = others
        .map(|(name, version, checksum)| {
            let purl = format!("pkg:cargo/{name}@{version}");
            let hashes = json!([{ "alg": "SHA-256", "content": checksum }]);
            json!({ "type": "library", "name": name, "version": version, "purl": purl, "hashes": hashes })
        })
        .collect();
    let program = json!({ "type": "application", "name": "viak", "version": env!("CARGO_PKG_VERSION") });
    output::json(&json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": program },
        "components": components,
    }));
    Ok(())
}
