//! The program as its users run it. What it says stands in `tests/cmd/*.md`; here is what it does
//! to files.
#![cfg(feature = "cli")]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with two texts, and the program that runs in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/texts");
        fs::create_dir(desk.path("out")).expect("a folder");
        fs::copy(texts.join("source.ar.txt"), desk.path("a.txt")).expect("a copy");
        fs::copy(texts.join("translation.fa.txt"), desk.path("out/b.txt")).expect("a copy");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A copy of a pair of this repository.
    fn pair(&self, folder: &str, name: &str) -> PathBuf {
        let folder = self.path(folder);
        fs::create_dir_all(&folder).expect("a folder");
        let pair = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs").join(name);
        for entry in fs::read_dir(pair).expect(name) {
            let file = entry.expect("an entry").path();
            let copied = folder.join(file.file_name().expect("a name"));
            if !file.ends_with("gold.json") {
                fs::copy(file, copied).expect("a copy");
            }
        }
        folder
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect(name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muqabala"));
        command.current_dir(self.0.path()).args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program runs")
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect(folder);
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

#[track_caller]
fn assert_code(output: &Output, code: i32) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
}

#[test]
fn says_what_it_promises() {
    trycmd::TestCases::new().case("tests/cmd/*.md");
}

#[test]
fn a_revision_stands_beside_the_new_version_and_replaces_its_kind_alone() {
    let desk = Desk::new();
    fs::copy(desk.path("out/b.txt"), desk.path("old.txt")).expect("a copy");
    let args = ["revise", "old.txt", "out/b.txt"];
    assert_code(&desk.run(&args), 0);
    assert_eq!(desk.files("out"), ["b.txt", "revision.html"]);
    assert!(desk.read("out/revision.html").starts_with("<!DOCTYPE html>"));
    assert_code(&desk.run(&args), 0);
    fs::write(desk.path("out/revision.html"), "my own notes").expect("written");
    assert_code(&desk.run(&args), 2);
    assert_eq!(desk.read("out/revision.html"), "my own notes");
}

#[test]
fn a_version_comes_from_standard_input() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["revise", "out/b.txt", "-", "--format", "json", "--fail-on", "words"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let text = format!("{}\nجمله‌ای تازه در پایان متن آمده است.\n", desk.read("out/b.txt"));
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert_code(&output, 1);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("\"extent\": \"revised\"") && said.contains("\"added\""), "{said}");
}

#[test]
fn the_report_stands_beside_the_translation() {
    let desk = Desk::new();
    let output = desk.run(&["compare", "a.txt", "out/b.txt"]);
    assert_code(&output, 0);
    assert_eq!(desk.files("out"), ["b.txt", "report.html"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("written to out/report.html"), "{said}");
    assert!(said.contains("confidence"), "{said}");
    assert!(desk.read("out/report.html").starts_with("<!DOCTYPE html>"));
    // A report of its own may be replaced.
    assert_code(&desk.run(&["compare", "a.txt", "out/b.txt", "-q"]), 0);
}

#[test]
fn quiet_is_quiet() {
    let desk = Desk::new();
    let output = desk.run(&["compare", "a.txt", "out/b.txt", "--quiet"]);
    assert_code(&output, 0);
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn a_strange_file_is_not_replaced_unasked() {
    let desk = Desk::new();
    fs::write(desk.path("out/report.html"), "<p>my own work</p>").expect("a file");
    let output = desk.run(&["compare", "a.txt", "out/b.txt"]);
    assert_code(&output, 2);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("report.html") && said.contains("--output"), "{said}");
    assert_eq!(desk.read("out/report.html"), "<p>my own work</p>");

    let named = ["compare", "a.txt", "out/b.txt", "--output", "out/report.html"];
    assert_code(&desk.run(&named), 0);
    assert!(desk.read("out/report.html").starts_with("<!DOCTYPE html>"));
}

#[test]
fn an_input_is_never_overwritten() {
    let desk = Desk::new();
    let before = desk.read("a.txt");
    let args = ["compare", "a.txt", "out/b.txt", "--format", "json", "--output", "out/../a.txt"];
    assert_code(&desk.run(&args), 2);
    assert_eq!(desk.read("a.txt"), before);
}

#[test]
fn a_failed_run_leaves_nothing_behind() {
    let desk = Desk::new();
    fs::write(desk.path("out/b.txt"), " \n").expect("a file");
    assert_code(&desk.run(&["compare", "a.txt", "out/b.txt"]), 2);
    assert_eq!(desk.files("out"), ["b.txt"]);

    let missing = ["compare", "a.txt", "a.txt", "-f", "json", "-o", "nowhere/out.json"];
    assert_code(&desk.run(&missing), 2);
    assert_eq!(desk.files("."), ["a.txt", "out"]);
}

#[cfg(unix)]
#[test]
fn output_is_as_readable_as_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    fs::write(desk.path("ordinary"), "").expect("a file");
    assert_code(&desk.run(&["compare", "a.txt", "out/b.txt", "-q"]), 0);
    let mode = |name: &str| fs::metadata(desk.path(name)).expect(name).permissions().mode();
    assert_eq!(mode("out/report.html"), mode("ordinary"));
}

#[cfg(unix)]
#[test]
fn a_link_and_a_device_stay_what_they_are() {
    let desk = Desk::new();
    fs::write(desk.path("real.json"), "old").expect("a file");
    std::os::unix::fs::symlink("real.json", desk.path("link.json")).expect("a link");
    let args = |target| ["compare", "a.txt", "out/b.txt", "-q", "-f", "json", "-o", target];
    assert_code(&desk.run(&args("link.json")), 0);
    assert!(desk.path("link.json").is_symlink());
    assert!(desk.read("real.json").starts_with('{'));
    assert_code(&desk.run(&args("/dev/null")), 0);
    assert!(!Path::new("/dev/null").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn the_report_is_opened_by_the_desktop() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let opener = desk.path("xdg-open");
    fs::write(
        &opener,
        "#!/bin/sh\nprintf %s \"$1\" > \"$DESK/part\"\nmv \"$DESK/part\" \"$DESK/opened\"\n",
    )
    .expect("a script");
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).expect("a mode");
    let path = std::env::var("PATH").expect("a path");
    let mut command = desk.command(&["compare", "a.txt", "out/b.txt", "-q", "--open"]);
    command.env("DESK", desk.0.path()).env("PATH", format!("{}:{path}", desk.0.path().display()));
    assert_code(&command.output().expect("the program runs"), 0);
    // The program does not wait for the desktop, so the test has to.
    for _ in 0..500 {
        if desk.path("opened").exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let report = desk.path("out/report.html").canonicalize().expect("the report");
    assert_eq!(Path::new(&desk.read("opened")), report);

    // Where there is no desktop the report is there all the same.
    let mut command = desk.command(&["compare", "a.txt", "out/b.txt", "--open"]);
    command.env("PATH", desk.path("out"));
    let output = command.output().expect("the program runs");
    assert_code(&output, 0);
    assert!(String::from_utf8_lossy(&output.stderr).contains("open it by hand"));
}

#[test]
fn locks_are_read_from_a_file_and_from_a_pair_folder() {
    let desk = Desk::new();
    let links = |output: &Output| -> serde_json::Value {
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        json["sentence_links"].clone()
    };
    let free = links(&desk.run(&["compare", "a.txt", "out/b.txt", "-f", "json"]));
    let (source, translation) = (free[0]["source"].clone(), free[0]["translation"].clone());
    let id = |ids: &serde_json::Value| ids[0].as_str().expect("an id").to_owned();
    let refused = format!("refused\t{}\t{}\n", id(&source), id(&translation));
    fs::write(desk.path("locks.tsv"), &refused).expect("a file");
    let args = ["compare", "a.txt", "out/b.txt", "-f", "json", "--locks", "locks.tsv"];
    let output = desk.run(&args);
    assert_code(&output, 0);
    let left = links(&output);
    assert!(
        left.as_array()
            .expect("links")
            .iter()
            .all(|link| link["source"] != source || link["translation"] != translation)
    );

    fs::write(desk.path("locks.tsv"), format!("{refused}confirmed\ts90.1\tt1.1\n"))
        .expect("a file");
    let output = desk.run(&args);
    assert_code(&output, 2);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("locks.tsv:2: there is no sentence s90.1"), "{said}");

    let folder = desk.pair("pairs/one", "crossing");
    let known = links(&desk.run(&["compare", "pairs/one", "-f", "json"]));
    let confirmed =
        format!("confirmed\t{}\t{}\n", id(&known[0]["source"]), id(&known[0]["translation"]));
    fs::write(folder.join("locks.tsv"), confirmed).expect("a file");
    let output = desk.run(&["compare", "pairs/one", "-f", "json"]);
    assert_code(&output, 0);
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"by\": \"person\""));
}

#[test]
fn several_pairs_are_compared_whatever_their_order() {
    let desk = Desk::new();
    for name in ["crossing", "earthquake", "vaccination"] {
        desk.pair(&format!("pairs/{name}"), name);
    }
    let names = ["crossing.json", "earthquake.json", "vaccination.json"];
    assert_code(&desk.run(&["compare", "pairs", "-f", "json", "-o", "one"]), 0);
    assert_eq!(desk.files("one"), names);
    let (one, two, three) = ("pairs/vaccination", "pairs/crossing/pair.toml", "pairs/earthquake");
    let args = ["compare", one, two, three, one, "-f", "json", "-o", "other"];
    assert_code(&desk.run(&args), 0);
    assert_eq!(desk.files("other"), names);
    for name in names {
        assert_eq!(
            desk.read(&format!("one/{name}")),
            desk.read(&format!("other/{name}")),
            "{name}"
        );
    }
    let output = desk.run(&["compare", "pairs"]);
    assert_code(&output, 0);
    let said = String::from_utf8_lossy(&output.stdout);
    let heads: Vec<&str> = said.lines().filter(|line| line.starts_with("== ")).collect();
    assert_eq!(heads, ["== crossing", "== earthquake", "== vaccination"]);
    assert_eq!(desk.files("pairs/crossing").len(), 3, "nothing is written without --output");
}

#[test]
fn a_folder_of_pairs_becomes_a_site() {
    let desk = Desk::new();
    for name in ["crossing", "earthquake"] {
        desk.pair(&format!("pairs/{name}"), name);
    }
    let broken = desk.pair("more/broken", "vaccination");
    fs::write(broken.join("pair.toml"), "title = ").expect("a file");
    let pairs = desk.path("pairs").canonicalize().expect("a folder");
    let pairs = pairs.to_str().expect("text");
    let output = desk.run(&["report", pairs, "more", "--output", "site", "--ui", "en"]);
    assert_code(&output, 2);
    assert_eq!(desk.files("site"), ["crossing.html", "earthquake.html", "index.html"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("2 pairs written"), "{said}");
    let index = desk.read("site/index.html");
    assert!(index.contains("href=\"crossing.html\"") && index.contains("pair.toml: line 1"));
    for file in desk.files("site") {
        let html = desk.read(&format!("site/{file}"));
        assert!(!html.contains(pairs) && !html.contains("more/"), "{file} names a folder");
    }
    assert!(desk.read("site/crossing.html").contains("href=\"index.html\""));

    // The same again, in another order, over what is there.
    let before = (index, desk.read("site/crossing.html"));
    assert_code(&desk.run(&["report", "more", "pairs", "-o", "site", "--ui", "en", "-q"]), 2);
    assert_eq!((desk.read("site/index.html"), desk.read("site/crossing.html")), before);
    let args = ["report", "pairs", "-o", "site", "--fail-on", "high", "-q"];
    assert_code(&desk.run(&args), 1);
    assert!(!desk.read("site/index.html").contains("broken"));

    // What is not a list of ours stays, and a pair takes the place of none.
    fs::write(desk.path("site/index.html"), "<p>my own work</p>").expect("a file");
    assert_code(&desk.run(&["report", "pairs", "-o", "site"]), 2);
    assert_eq!(desk.read("site/index.html"), "<p>my own work</p>");
    desk.pair("odd/index", "crossing");
    let output = desk.run(&["report", "odd", "pairs", "-o", "other"]);
    assert_code(&output, 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("would replace the list"));
    assert!(desk.read("other/index.html").contains("would replace the list"));
}

#[test]
fn a_long_report_goes_on_in_files_beside_it() {
    let desk = Desk::new();
    let text = format!("{}\n\n", desk.read("a.txt"));
    fs::write(desk.path("a.txt"), text.repeat(3)).expect("a file");
    let args = ["compare", "a.txt", "out/b.txt", "-o", "out/r.html", "--max-rows", "8"];
    let output = desk.run(&args);
    assert_code(&output, 0);
    let files = desk.files("out");
    assert!(files.contains(&"r-2.html".to_owned()) && files.contains(&"r.html".to_owned()));
    let said = String::from_utf8_lossy(&output.stdout);
    let further = format!("and {} further sections", files.len() - 2);
    assert!(said.contains(&further), "{said}");
    assert!(desk.read("out/r-2.html").contains("href=\"r.html\""));
    // Standard output has no place beside it.
    let args = ["compare", "a.txt", "out/b.txt", "-o", "-", "--max-rows", "8", "--ui", "en"];
    let page = desk.run(&args).stdout;
    assert!(String::from_utf8_lossy(&page).contains("from row"));
    // A strange file in the place of a section is not replaced, and nothing else is written.
    fs::write(desk.path("out/n-2.html"), "<p>my own work</p>").expect("a file");
    let args = ["compare", "a.txt", "out/b.txt", "-o", "out/n.html", "--max-rows", "8"];
    assert_code(&desk.run(&args), 2);
    assert_eq!(desk.read("out/n-2.html"), "<p>my own work</p>");
    assert!(!desk.path("out/n.html").exists() && !desk.path("out/n-3.html").exists());
}

#[test]
fn the_picture_goes_where_it_is_told() {
    let desk = Desk::new();
    let output = desk.run(&["compare", "a.txt", "out/b.txt", "--format", "svg"]);
    assert_code(&output, 0);
    assert!(output.stdout.starts_with(b"<?xml"));
    assert_code(&desk.run(&["compare", "a.txt", "out/b.txt", "-f", "svg", "-o", "p.svg", "-q"]), 0);
    assert_eq!(desk.read("p.svg").as_bytes(), output.stdout);
}

#[test]
fn a_pair_at_fault_does_not_stop_the_others() {
    let desk = Desk::new();
    desk.pair("pairs/good", "crossing");
    let broken = desk.pair("pairs/broken", "earthquake");
    fs::write(broken.join("pair.toml"), "title = ").expect("a file");
    let args = ["compare", "pairs", "pairs/missing", "-o", "out", "--fail-on", "any"];
    let output = desk.run(&args);
    assert_code(&output, 2);
    assert!(desk.files("out").contains(&"good.html".to_owned()));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("broken") && said.contains("missing"), "{said}");
    assert_code(&desk.run(&["compare", "pairs/good", "pairs", "-o", "out"]), 2);

    fs::remove_dir_all(broken).expect("a folder");
    desk.pair("pairs/other", "vaccination");
    assert_code(&desk.run(&["compare", "pairs", "-o", "out", "--fail-on", "any"]), 1);
}

#[test]
fn a_pair_that_comes_without_its_texts_is_passed_over_beside_others() {
    let desk = Desk::new();
    desk.pair("p/truce", "truce");
    desk.pair("p/unfilled", "crossing");
    for text in ["source.ar.txt", "translation.fa.txt"] {
        fs::remove_file(desk.path("p/unfilled").join(text)).expect(text);
    }
    let output = desk.run(&["compare", "p", "--output", "reports"]);
    assert_code(&output, 0);
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 pair written"), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("warning"), "{output:?}");
    // Alone it is what was asked for.
    assert_code(&desk.run(&["compare", "p/unfilled"]), 2);
    assert_code(&desk.run(&["report", "p/unfilled", "--output", "site"]), 2);
}

#[test]
fn a_list_of_pairs_is_not_replaced_by_an_empty_one() {
    let desk = Desk::new();
    desk.pair("p/truce", "truce");
    assert_code(&desk.run(&["report", "p", "--output", "site"]), 0);
    let list = desk.read("site/index.html");
    fs::create_dir(desk.path("empty")).expect("a folder");
    for folder in ["pp", "empty"] {
        assert_code(&desk.run(&["report", folder, "--output", "site"]), 2);
        assert_eq!(desk.read("site/index.html"), list, "{folder}");
    }
}

#[test]
fn what_makes_no_sense_for_several_pairs_is_refused() {
    let desk = Desk::new();
    desk.pair("pairs/one", "crossing");
    desk.pair("pairs/two", "earthquake");
    desk.pair("more/two", "vaccination");
    for (args, said) in [
        (&["compare", "a.txt", "pairs"][..], "a.txt: is a text beside a folder"),
        (&["compare", "pairs", "-"], "-: is a text beside a folder"),
        (&["compare", "a.txt", "a.txt", "a.txt"], "is named twice"),
        (&["compare", "pairs", "--format", "json"], "--output"),
        (&["compare", "pairs", "--format", "svg"], "--output"),
        (&["report", "pairs", "--output", "-"], "is no folder"),
        (&["report", "pairs", "-o", "out", "--locks", "a.txt"], "is for one pair"),
        (&["report", "pairs", "more", "-o", "out"], "the same name"),
        (&["report", "a.txt", "-o", "out"], "a.txt: is a file"),
        (&["compare", "pairs", "--output", "-"], "takes one pair"),
        (&["compare", "pairs", "--open"], "opens one report"),
        (&["compare", "pairs", "--locks", "a.txt"], "is for one pair"),
        (&["compare", "pairs", "more", "-o", "out"], "the same name"),
    ] {
        let output = desk.run(args);
        assert_code(&output, 2);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(said), "{args:?}: {error}");
        assert!(output.stdout.is_empty() && desk.files("out") == ["b.txt"], "{args:?}");
    }
}

#[test]
fn one_text_may_come_from_standard_input() {
    let desk = Desk::new();
    let from_file = desk.run(&["compare", "a.txt", "out/b.txt", "--format", "json"]);
    let mut child = desk
        .command(&["compare", "-", "out/b.txt", "--format", "json", "--output", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("standard input");
    input.write_all(desk.read("a.txt").as_bytes()).expect("writing");
    drop(input);
    let from_pipe = child.wait_with_output().expect("an end");
    assert_code(&from_pipe, 0);
    let expected = String::from_utf8(from_file.stdout).expect("text");
    let expected = expected.replacen("\"path\": \"a.txt\"", "\"path\": \"-\"", 1);
    assert_eq!(String::from_utf8(from_pipe.stdout).expect("text"), expected);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let desk = Desk::new();
    let long = desk.read("a.txt").repeat(300);
    fs::write(desk.path("long.txt"), long).expect("a file");
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/texts/unrelated.en.txt");
    let mut child = desk
        .command(&["compare", "long.txt", "--format", "json", "--fail-on", "unrelated", "-q"])
        .arg(english)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut first = [0; 1];
    child.stdout.take().expect("standard output").read_exact(&mut first).expect("a byte");
    let output = child.wait_with_output().expect("an end");
    // The condition still counts.
    assert_code(&output, 1);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn too_much_is_refused_from_a_file_and_from_a_pipe() {
    let desk = Desk::new();
    let file = desk.run(&["compare", "a.txt", "out/b.txt", "--max-size", "100"]);
    assert_code(&file, 2);
    assert!(String::from_utf8_lossy(&file.stderr).starts_with("error: a.txt: "));
    let pipe = desk
        .command(&["compare", "-", "out/b.txt", "--max-size", "100"])
        .stdin(fs::File::open(desk.path("a.txt")).expect("a file"))
        .output()
        .expect("the program runs");
    assert_code(&pipe, 2);
    assert!(String::from_utf8_lossy(&pipe.stderr).starts_with("error: -: "));
}

#[test]
fn every_command_has_a_manual_page_and_every_shell_its_script() {
    let desk = Desk::new();
    for page in [&["man"][..], &["man", "compare"], &["man", "pair", "fill"]] {
        let output = desk.run(page);
        assert_code(&output, 0);
        assert!(String::from_utf8_lossy(&output.stdout).contains(".SH NAME"), "{page:?}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = desk.run(&["completions", shell]);
        assert_code(&output, 0);
        assert!(String::from_utf8_lossy(&output.stdout).contains("fail-on"), "{shell}");
    }
}

#[test]
fn a_pair_folder_is_filled_listed_and_compared() {
    let desk = Desk::new();
    let sum = |name: &str| muqabala::document::sha256_hex(desk.read(name).as_bytes());
    let manifest = format!(
        "title = \"A crossing\"\n[source]\nfile = \"source.txt\"\nlanguage = \"ar\"\n\
         sha256 = \"{}\"\n[translation]\nfile = \"translation.txt\"\nlanguage = \"fa\"\n\
         sha256 = \"{}\"\n",
        sum("a.txt"),
        sum("out/b.txt")
    );
    fs::create_dir_all(desk.path("pairs/one")).expect("a folder");
    fs::write(desk.path("pairs/one/pair.toml"), manifest).expect("a manifest");

    let list = |state: &str| {
        let output = desk.run(&["pair", "list"]);
        assert_code(&output, 0);
        let said = String::from_utf8(output.stdout).expect("text");
        assert_eq!(said.replace('\\', "/"), format!("pairs/one\t{state}\tA crossing\n"));
    };
    list("text missing");
    let output = desk.run(&["compare", "pairs/one"]);
    assert_code(&output, 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("muqabala pair fill pairs/one"));

    assert_code(&desk.run(&["pair", "fill", "pairs/one", "out"]), 2);
    assert_code(&desk.run(&["pair", "fill", "pairs/one", "."]), 0);
    list("ready");
    assert_code(&desk.run(&["compare", "pairs/one"]), 0);
    assert!(desk.path("pairs/one/report.html").is_file());

    fs::write(desk.path("pairs/one/source.txt"), "another text").expect("a file");
    list("text changed");
}

#[test]
fn what_is_learned_and_what_a_glossary_says_is_used() {
    let desk = Desk::new();
    let mut memory = String::from("ar\ten\n");
    for (arabic, english) in [("قندس", "beaver"), ("زرزور", "starling"), ("فلاح", "farmer")]
    {
        for (verb, deed) in [("نام", "slept"), ("غنى", "sang"), ("ركض", "ran")] {
            memory += &format!("{verb} {arabic}\tthe {english} {deed}\n");
        }
    }
    memory += "نصف سطر\n";
    fs::write(desk.path("memory.tsv"), memory).expect("a file");
    let output = desk.run(&["learn", "memory.tsv", "-o", "out/lexicon.tsv"]);
    assert_code(&output, 0);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("memory.tsv:11: "), "{said}");
    assert!(desk.read("out/lexicon.tsv").contains("قندس\tbeaver\t"));

    let glossary = "ar\tfa\tkind\nالصفصاف\tصفصاف\tplace\nسنديان\t\ttree\n";
    fs::write(desk.path("own.tsv"), glossary).expect("a file");
    fs::write(desk.path("a.txt"), "وصل الوفد إلى الصفصاف أمس.").expect("a file");
    let args = ["compare", "a.txt", "out/b.txt", "--format", "json", "--glossary", "own.tsv"];
    let output = desk.run(&[&args[..], &["--lexicon", "out/lexicon.tsv"]].concat());
    assert_code(&output, 0);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("own.tsv:3: “tree” is no kind"), "{said}");
    let json = String::from_utf8_lossy(&output.stdout);
    assert!(json.contains("glossary:الصفصاف"), "{json}");
    assert_code(&desk.run(&[&args[..], &["--lexicon", "own.tsv"]].concat()), 2);
}

#[test]
fn labels_are_read_from_the_command_line_and_from_the_pair_folder() {
    let desk = Desk::new();
    let source = "جمعت الحكومة ضريبة جديدة من المزارعين قرب النهر بعد الحصاد في الخريف.";
    let translation = "دولت پس از برداشت پاییزی باج تازه‌ای از کشاورزان نزدیک رودخانه گرفت.";
    fs::write(desk.path("a.txt"), source).expect("a file");
    fs::write(desk.path("b.txt"), translation).expect("a file");
    let labels = "concept\tstance\tar\tfa\ntax\tneutral\tضريبة\tمالیات\ntax\thostile\tإتاوة\tباج\n\
                  tax\t\tمكس\t\n";
    fs::write(desk.path("own.tsv"), labels).expect("a file");
    let args = ["compare", "a.txt", "b.txt", "--format", "json"];
    let plain = desk.run(&args);
    assert_code(&plain, 0);
    assert!(!String::from_utf8_lossy(&plain.stdout).contains("label_changed"));
    let output = desk.run(&[&args[..], &["--labels", "own.tsv"]].concat());
    assert_code(&output, 0);
    let json = String::from_utf8_lossy(&output.stdout);
    assert!(
        json.contains("label_changed") && json.contains("“ضريبة” is rendered as “باج”"),
        "{json}"
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("own.tsv:4: it has no stance; left out"), "{said}");

    let pair = desk.pair("pairs/one", "vaccination");
    fs::write(pair.join("labels.tsv"), labels).expect("a file");
    let output = desk.run(&["compare", "pairs/one", "--format", "json"]);
    assert_code(&output, 0);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("labels.tsv:4: it has no stance; left out"), "{said}");
    fs::write(desk.path("own.tsv"), "concept\tfa\ntax\tباج\n").expect("a file");
    let output = desk.run(&[&args[..], &["--labels", "own.tsv"]].concat());
    assert_code(&output, 2);
}

/// A text of some hundred thousand words takes seconds, so that there is time to stop it.
#[cfg(unix)]
#[test]
fn ctrl_c_leaves_nothing_behind() {
    use std::io::{BufRead, BufReader};

    let desk = Desk::new();
    for name in ["a.txt", "out/b.txt"] {
        let text = format!("{}\n\n", desk.read(name));
        fs::write(desk.path(name), text.repeat(2_000)).expect("a book");
    }
    let args =
        ["-v", "compare", "a.txt", "out/b.txt", "--format", "json", "--output", "out/c.json"];
    let mut child = desk
        .command(&args)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut said = BufReader::new(child.stderr.take().expect("its errors")).lines();
    assert!(said.any(|line| line.expect("a line").contains("reading from")), "it begins");
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
    assert!(said.any(|line| line.expect("a line").contains("stopped before the end")));
    assert_eq!(child.wait().expect("its end").code(), Some(130));
    assert_eq!(desk.files("out"), ["b.txt"]);
}

#[test]
fn warns_where_a_text_is_too_short_to_be_judged() {
    let desk = Desk::new();
    fs::write(desk.path("short.txt"), "سقط المطر في الصباح.").expect("a text");
    let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let short = desk.run(&["compare", "short.txt", "out/b.txt", "-o", "c.html"]);
    assert_code(&short, 0);
    let warning = "warning: short.txt: is too short for a verdict that can be trusted (4 words)";
    assert!(said(&short).contains(warning), "{}", said(&short));
    let article = desk.run(&["compare", "a.txt", "out/b.txt", "-o", "c.html"]);
    assert_code(&article, 0);
    assert!(said(&article).is_empty(), "{}", said(&article));
}
