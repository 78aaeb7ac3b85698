//! Writes every specimen in every language to a folder: `cargo run -p views --example specimens -- DIR`.

use std::error::Error;
use std::path::PathBuf;
use views::{Locale, specimens};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name the folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    for specimen in specimens::all() {
        for locale in Locale::ALL {
            let file = folder.join(format!("{}.{}.html", specimen.name, locale.code()));
            std::fs::write(file, (specimen.render)(locale))?;
        }
    }
    for specimen in specimens::letters() {
        for locale in Locale::ALL {
            let (letter, name) = ((specimen.letter)(locale), format!("{}.{}", specimen.name, locale.code()));
            std::fs::write(folder.join(format!("{name}.html")), letter.html())?;
            std::fs::write(folder.join(format!("{name}.txt")), letter.text())?;
        }
    }
    Ok(())
}
