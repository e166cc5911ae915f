//! The HTML report in a real browser.
//!
//! Needs Node, Chromium (`CHROMIUM` names the program, `/usr/bin/chromium` by default) and
//! `npm ci` in `tests/browser`. Where one is missing the test says so and passes, unless `CI=true`.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use muqabala::output::html::{
    HtmlOptions, Listed, Ui, list, pages as files_of, render, render_revision, render_several,
};
use muqabala::several::compare_several;
use muqabala::{Document, Options, revise};
use support::texts;

const SOURCE: &str = include_str!("cmd/texts/source.ar.txt");
const PERSIAN: &str = include_str!("cmd/texts/translation.fa.txt");
const ENGLISH: &str = include_str!("cmd/texts/translation.en.txt");

/// A later version: its last paragraph comes first, a word of each of the others is left out and one is
/// spelt otherwise, and a paragraph is added that a page must only show.
fn corrected(text: &str) -> String {
    let mut paragraphs: Vec<String> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            let left_out = words.len() / 2;
            let kept = words.iter().enumerate().filter(|&(at, _)| at != left_out);
            let line = kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
            line.replacen('ة', "ه", 1).replacen("ou", "o", 1)
        })
        .collect();
    paragraphs.rotate_right(1);
    paragraphs
        .push("<script>broken=1</script> \u{202e}<img src=x onerror=broken=1>\u{2069}".to_owned());
    paragraphs.join("\n\n")
}

/// What is missing to run a browser, in words; none if all is there.
fn missing(folder: &Path) -> Option<String> {
    let chromium = std::env::var_os("CHROMIUM")
        .map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from);
    if !chromium.exists() {
        return Some("Chromium is not installed, or CHROMIUM does not name it".to_owned());
    }
    if !folder.join("node_modules/playwright-core").exists() {
        return Some("tests/browser/node_modules is missing: run `npm ci` there".to_owned());
    }
    Command::new("node").arg("--version").output().err().map(|_| "Node is not installed".to_owned())
}

#[test]
fn pages_hold_in_a_browser() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    if let Some(reason) = missing(&folder) {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{reason}");
        eprintln!("skipped: {reason}");
        return;
    }
    let pages = tempfile::tempdir().expect("a temporary folder");
    let mut files = Vec::new();
    for (name, comparison, ui) in [
        ("port-fa", texts::port(), Ui::Fa),
        ("port-en", texts::port(), Ui::En),
        ("quake-ar", texts::quake(), Ui::Ar),
        ("english-en", texts::english(), Ui::En),
        ("hostile-en", texts::hostile(), Ui::En),
        ("long-fa", texts::long(400), Ui::Fa),
    ] {
        let file = pages.path().join(format!("{name}.html"));
        let html = render(&comparison, &HtmlOptions { ui: Some(ui), ..HtmlOptions::default() });
        std::fs::write(&file, html).expect("written");
        files.push(file);
    }
    // A report of several files, and a list of reports in a folder of its own.
    let options = HtmlOptions { max_rows: 6, ui: Some(Ui::Fa), list: None };
    for page in files_of(&texts::port(), &options, "split-fa.html") {
        std::fs::write(pages.path().join(page.file), page.html).expect("written");
    }
    files.push(pages.path().join("split-fa.html"));
    for ui in [Ui::En, Ui::Ar] {
        let site = pages.path().join(ui.tag());
        std::fs::create_dir(&site).expect("a folder");
        let options =
            HtmlOptions { ui: Some(ui), list: Some("index.html".to_owned()), ..Default::default() };
        let mut lines = vec![Listed::failed("<b>broken\u{202e}", "<img src=x onerror=broken=1>")];
        for (name, comparison) in [
            ("port", texts::port()),
            ("quake", texts::quake()),
            ("<script>broken=1</script>", texts::hostile()),
        ] {
            let file = format!("{}.html", name.replace('/', ""));
            std::fs::write(site.join(&file), render(&comparison, &options)).expect("written");
            lines.push(Listed::compared(name, file.as_ref(), &comparison));
        }
        std::fs::write(site.join("index.html"), list(&lines, &options)).expect("written");
        files.push(site.join("index.html"));
    }
    for (name, old, new, ui) in [
        ("versions-ar", SOURCE.to_owned(), corrected(SOURCE), Ui::Ar),
        ("versions-en", ENGLISH.to_owned(), corrected(ENGLISH), Ui::En),
    ] {
        let document = |text: String| Document::from_text("text.txt", text);
        let revision = revise(&document(old), &document(new), &Options::default());
        let options = HtmlOptions { ui: Some(ui), ..HtmlOptions::default() };
        let file = pages.path().join(format!("{name}.html"));
        std::fs::write(&file, render_revision(&revision, &options)).expect("written");
        files.push(file);
    }
    let translations = [PERSIAN.to_owned(), ENGLISH.to_owned(), corrected(ENGLISH)]
        .map(|text| Document::from_text("<img src=x onerror=broken=1>.txt", text));
    let source = Document::from_text("source.txt", SOURCE);
    let several = compare_several(&source, &translations, &Options::default());
    for ui in [Ui::En, Ui::Fa] {
        let options = HtmlOptions { ui: Some(ui), ..HtmlOptions::default() };
        let file = pages.path().join(format!("several-{}.html", ui.tag()));
        std::fs::write(&file, render_several(&several, &options)).expect("written");
        files.push(file);
    }
    // For looking at the pages: MUQABALA_PAGES names a folder to keep them in.
    if let Some(keep) = std::env::var_os("MUQABALA_PAGES") {
        std::fs::create_dir_all(&keep).expect("a folder");
        for file in &files {
            std::fs::copy(file, Path::new(&keep).join(file.file_name().expect("a name")))
                .expect("copied");
        }
    }
    let output =
        Command::new("node").arg(folder.join("run.mjs")).args(&files).output().expect("node runs");
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{said}");
}
