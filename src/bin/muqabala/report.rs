//! `muqabala report`: a folder of pairs as a site of static files.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use muqabala::output::html::{HtmlOptions, Listed, Ui, list};
use muqabala::output::isolate_runs;
use muqabala::{Error, Result};

use crate::args::{Report, is_standard};
use crate::destination;
use crate::exit::Exit;
use crate::input::{Task, is_folder};
use crate::pages;
use crate::pairs::{Work, counted, is_whole, refuse_namesakes, sorted, stopped};

/// The list of the reports.
const INDEX: &str = "index.html";

/// Writes a report of each pair, and the list of them when they are there.
pub(crate) fn run(args: &Report, quiet: bool) -> Result<Exit> {
    stopped(site(args, quiet))
}

fn site(args: &Report, quiet: bool) -> Result<Exit> {
    if let Some(file) = args.folders.iter().find(|path| path.is_file() && !is_folder(path)) {
        let help = "name pair folders; `muqabala compare` takes two texts";
        return Err(Error::input(
            file.display().to_string(),
            "is a file, not a folder of pairs",
            help,
        ));
    }
    if let Some(missing) = args.folders.iter().find(|path| !path.exists()) {
        let help = "name pair folders, or folders of them";
        return Err(Error::input(missing.display().to_string(), "there is no such folder", help));
    }
    let (paths, faults) = Task::folders(&args.folders.iter().collect::<Vec<_>>())?;
    let folders = sorted(&paths);
    refuse_namesakes(&folders)?;
    if is_standard(&args.output) {
        return Err(Error::input("--output -", "is no folder", "name the folder of the site"));
    }
    if args.knowing.locks.is_some() {
        let help = "put it as locks.tsv into the pair folder";
        return Err(Error::input("--locks", "is for one pair", help));
    }
    let index = args.output.join(INDEX);
    destination::check_default(&index)?;
    pages::folder(&args.output)?;

    faults.iter().for_each(|fault| log::error!("{fault}"));
    let mut lines: Vec<Listed> =
        faults.iter().map(|fault| Listed::failed(&place(fault), &without_folders(fault))).collect();
    let work = Work::new(&args.reading, &args.knowing, folders.len(), quiet);
    let mut taken: HashSet<OsString> =
        folders.iter().map(|folder| pages::named(&folder.name, ".html")).collect();
    taken.insert(INDEX.into());
    let (ready, mut unread) = work.prepare(folders)?;
    // An empty list would take the place of a good one.
    if ready.is_empty() && faults.is_empty() && !unread.is_empty() {
        return Err(unread.swap_remove(0).1);
    }
    // One language for all of it: a reader goes to and fro between the pages.
    let langs = ready.iter().map(|pair| pair.documents.translation.lang);
    let ui = args.ui.map_or_else(|| Ui::for_most(langs), Into::into);
    let max_rows = args.max_rows.unwrap_or(HtmlOptions::default().max_rows);
    let options = HtmlOptions { max_rows, ui: Some(ui), list: Some(INDEX.to_owned()) };
    let mut is_met = false;
    let unwritten = work.each(ready, |pair, comparison| {
        is_met |= args.fail_on.iter().any(|condition| condition.is_met(comparison));
        let file = pages::named(&pair.name, ".html");
        if file.eq_ignore_ascii_case(INDEX) {
            let help = "rename the folder";
            return Err(Error::input(shown(&pair.name), "would replace the list of pairs", help));
        }
        let path = args.output.join(&file);
        pages::refuse_texts(&path, &pair.input.paths)?;
        destination::check_default(&path)?;
        pages::write(comparison, &options, &path, &pair.input.paths, &taken, &work.interrupt)?;
        lines.push(Listed::compared(&shown(&pair.name), &file, comparison));
        Ok(())
    })?;
    let written = lines.len() - faults.len();
    let failed = unread.iter().chain(&unwritten);
    lines.extend(failed.map(|(name, fault)| Listed::failed(&shown(name), &without_folders(fault))));
    destination::to_file(&index, |out| out.write_all(list(&lines, &options).as_bytes()))?;
    if !quiet {
        let index = isolate_runs(&index.display().to_string());
        destination::to_standard(|out| {
            writeln!(out, "{} written, listed in {index}", counted(written))
        })?;
    }
    if !faults.is_empty() || !is_whole(written, unread.iter().chain(&unwritten)) {
        return Ok(Exit::Fault);
    }
    Ok(if is_met { Exit::Condition } else { Exit::Done })
}

fn shown(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}

/// What is wrong, for a page that is passed on: folders would tell who made it.
fn without_folders(fault: &Error) -> String {
    let path = path(fault);
    let mut words = fault.to_string();
    if let Some(name) = path.file_name() {
        words = words.replace(&path.display().to_string(), &shown(name));
    }
    if let Some(folder) = path.parent().filter(|folder| folder.is_absolute()) {
        let folder = folder.display().to_string();
        words = words.replace(&format!("{folder}/"), "").replace(&folder, "");
    }
    words
}

fn path(fault: &Error) -> &Path {
    match fault {
        Error::Read { path, .. }
        | Error::Write { path, .. }
        | Error::Pair { path, .. }
        | Error::Unfilled { path, .. } => path,
        Error::Input { name, .. } => Path::new(name),
        _ => Path::new(""),
    }
}

/// The name of what is at fault.
fn place(fault: &Error) -> String {
    path(fault).file_name().map_or_else(String::new, shown)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_fault_is_told_without_its_folder() {
        let path = PathBuf::from("/home/somebody/pairs/one/pair.toml");
        let fault = Error::Pair {
            path,
            problem: "there is no text a.txt in /home/somebody/pairs/one".to_owned(),
            help: "put it there".to_owned(),
        };
        assert_eq!(without_folders(&fault), "pair.toml: there is no text a.txt in ; put it there");
        assert_eq!(place(&fault), "pair.toml");
        let fault = Error::input("pairs/b", "is no pair", "name one below pairs/");
        assert_eq!(without_folders(&fault), "b: is no pair; name one below pairs/");
    }
}
