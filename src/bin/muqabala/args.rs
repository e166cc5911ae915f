//! What the user may type.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use muqabala::import::Encoding;
use muqabala::lang::Lang;
use muqabala::output::Format;
use muqabala::output::html::Ui;

use crate::fail_on::{Condition, Difference};

const EXAMPLES: &str = "\
Examples:
  muqabala compare source.txt translation.txt
      Write report.html beside the translation and say the main points.
  muqabala compare pairs/NAME --open
      Compare the two texts of a pair folder and open the report.
  muqabala compare pairs --output reports
      Compare all pairs below a folder and write a report of each.
  muqabala compare source.txt one.txt other.txt
      Set two translations of one source side by side, in comparisons.html.
  muqabala compare a.txt b.txt --format text | less
      Read both texts on the terminal, the source above the translation.
  curl -s https://example.org/a.txt | muqabala compare - b.txt --format json
      Take a text from standard input and give the result to a program.
  muqabala compare a.txt b.txt --fail-on number_changed,dropped
      Exit with 1 where a number was changed or a sentence left out.

Exit codes:
  0  done
  1  done, and a condition of --fail-on was met
  2  the command line or an input is at fault
  3  an internal fault
  130  stopped by Ctrl-C";

const REPORT_EXAMPLES: &str = "\
Examples:
  muqabala report pairs --output site
      A report of each pair below a folder, and site/index.html that lists them.
  muqabala report 2024 2025 --output site --ui ar --fail-on high
      Two folders, in Arabic; exit with 1 where something of high severity was found.";

const REVISE_EXAMPLES: &str = "\
Examples:
  muqabala revise old.txt new.txt
      Write revision.html beside the new version and say the main points.
  muqabala revise old.txt new.txt --format text | less
      Read on the terminal what changed, word by word.
  curl -s https://example.org/a.txt | muqabala revise saved.txt - --fail-on words --quiet
      Exit with 1 where an article was changed after it was saved.";

const LOOKUP_EXAMPLES: &str = "\
Examples:
  muqabala lookup Syrian
      The entities and words that bear the name.
  muqabala lookup \"12 May 2024\" --language en
      The value of a number or a date.
  muqabala lookup Syrian --format json
      The same for programs.";

const EVAL_EXAMPLES: &str = "\
Examples:
  muqabala eval pairs
      The pairs of this folder that have a gold.json.
  muqabala eval gold --level edited,transedited --format json
      Two levels of a set, for a program.";

const ENTITIES_EXAMPLES: &str = "\
Examples:
  muqabala entities article.txt
      Each sentence with the names, numbers and dates in it.
  curl -s https://example.org/a.txt | muqabala entities - --format json
      Take a text from standard input and give the result to a program.
  muqabala entities article.txt --language prs --encoding windows-1256
      Say what would else be detected.";

/// Compare an article with the article it is said to be translated from.
///
/// Reads Arabic, Persian and English, says whether one text translates the other, and lists what
/// was dropped, added, changed and moved. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "muqabala", version, max_term_width = 100, after_long_help = EXAMPLES)]
#[command(after_help = "Try `muqabala compare --help` for examples.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Say errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Say more: languages, encodings; twice for details
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare two texts, or the texts of a pair folder
    Compare(Box<Compare>),
    /// Make a site of a folder of pairs: a report of each, and a list of them
    Report(Box<Report>),
    /// Compare two versions of one text, word by word
    Revise(Revise),
    /// Show what is recognised in a text: names, numbers, dates
    Entities(Entities),
    /// Show everything that a name or word can stand for
    Lookup(Lookup),
    /// See and complete the pair folders of a project
    #[command(subcommand)]
    Pair(Pair),
    /// Learn which words render each other from a translation memory
    Learn(Learn),
    /// Measure how often the program is right, on pairs whose truth is known
    Eval(Eval),
    /// Print the completion script of a shell
    #[command(long_about = "Print the completion script of a shell\n\n\
        For bash: muqabala completions bash > ~/.local/share/bash-completion/completions/muqabala")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print a manual page
    #[command(long_about = "Print a manual page\n\nRead it: muqabala man compare | man -l -")]
    Man {
        /// The command to explain; the program as a whole where none is given
        #[arg(num_args = 0.., value_name = "COMMAND")]
        command: Vec<String>,
    },
}

#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Compare {
    /// The text that may have been translated, or a pair folder; "-" for standard input
    #[arg(value_hint = ValueHint::AnyPath)]
    pub(crate) source: PathBuf,

    /// The text that may be a translation of it; "-" for standard input
    #[arg(value_hint = ValueHint::AnyPath)]
    pub(crate) translation: Option<PathBuf>,

    /// More translations of the same source; or several pair folders, or folders of them, alone
    ///
    /// Several translations come into one report: what each of them dropped, added and changed, and
    /// what all of them did. Of several pair folders, what is learned of words in one pair is used for
    /// the others; says the main points of each; with --output DIR it writes a file for each, named
    /// after its folder.
    #[arg(value_name = "TRANSLATION|FOLDER", value_hint = ValueHint::AnyPath)]
    pub(crate) more: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) knowing: Knowing,

    #[command(flatten)]
    pub(crate) writing: Writing,

    /// Exit with 1 if the comparison meets one of these conditions
    ///
    /// The name of a kind of finding, such as number_changed or dropped; `high` for any finding of
    /// high severity; `comparable` or `unrelated` for that verdict; `any` for any finding and for
    /// either of these verdicts.
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = conditions())]
    #[arg(help_heading = "Judging")]
    pub(crate) fail_on: Vec<Condition>,
}

/// Make a site of a folder of pairs: a report of each, and a list of them
///
/// The list, index.html, has the verdict, coverage and changes of each pair and leads to its report.
/// Static files: they work from a disk or from any server. A pair that cannot be read is listed with
/// the reason, and the exit code is 2; one that is published without its texts is only listed.
#[derive(Args, Debug)]
#[command(after_long_help = REPORT_EXAMPLES)]
pub(crate) struct Report {
    /// Pair folders, or folders of them
    #[arg(required = true, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) folders: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) knowing: Knowing,

    /// The folder of the site, which is made where it is not there
    ///
    /// Reports and a list that this program wrote before are replaced, other files are not.
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    #[arg(help_heading = "Writing")]
    pub(crate) output: PathBuf,

    /// At most this many rows in a file; a longer report has several. 2000 by default
    #[arg(long, value_name = "ROWS", help_heading = "Writing")]
    pub(crate) max_rows: Option<usize>,

    /// Language of all pages; that of most translations by default
    #[arg(long, value_enum, help_heading = "Writing")]
    pub(crate) ui: Option<UiLanguage>,

    /// Exit with 1 if a comparison meets one of these conditions; see `compare --help`
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = conditions())]
    #[arg(help_heading = "Judging")]
    pub(crate) fail_on: Vec<Condition>,
}

/// Compare two versions of one text, word by word
///
/// A corrected translation, an article that was changed after publication: in any language. Sentences
/// are matched wherever they stand, words by their letters and not by their spelling; numbers, dates,
/// names and negations that changed are named.
#[derive(Args, Debug)]
#[command(after_long_help = REVISE_EXAMPLES)]
pub(crate) struct Revise {
    /// The version before; "-" for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) old: PathBuf,

    /// The version after; "-" for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) new: PathBuf,

    /// Language of both: a tag (ar, fa-AF) or a name (Persian); detected by default
    #[arg(long, value_name = "LANGUAGE", value_parser = language, help_heading = "Reading")]
    pub(crate) language: Option<Lang>,

    /// Encoding of both, by its web name (windows-1256); detected by default
    #[arg(long, value_name = "ENCODING", help_heading = "Reading")]
    pub(crate) encoding: Option<Encoding>,

    /// Encoding of the old version, where they differ
    #[arg(long, value_name = "ENCODING", help_heading = "Reading")]
    pub(crate) old_encoding: Option<Encoding>,

    /// Encoding of the new version, where they differ
    #[arg(long, value_name = "ENCODING", help_heading = "Reading")]
    pub(crate) new_encoding: Option<Encoding>,

    /// The texts have a sentence on each line and a blank line between paragraphs
    #[arg(long, help_heading = "Reading")]
    pub(crate) segmented: bool,

    /// Refuse larger texts: bytes, or a number with KB, MB, KiB, MiB, GiB
    #[arg(long, value_name = "SIZE", default_value = "64MiB", help_heading = "Reading")]
    pub(crate) max_size: Size,

    /// Names of your own, which win over the built-in ones; may be given more than once
    ///
    /// A table as for `compare --glossary`.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowing")]
    pub(crate) glossary: Vec<PathBuf>,

    /// Names that show a stance, beside the built-in ones; may be given more than once
    ///
    /// A table as for `compare --labels`.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowing")]
    pub(crate) labels: Vec<PathBuf>,

    /// html: a page to read in a browser; json: all data, for programs; text: for the terminal
    #[arg(short, long, default_value = "html", value_parser = revision_format())]
    #[arg(help_heading = "Writing")]
    pub(crate) format: Format,

    /// Where to write; "-" for standard output
    ///
    /// By default html goes to revision.html beside the new version, json and text go to standard
    /// output. A file that is named here is replaced.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    #[arg(help_heading = "Writing")]
    pub(crate) output: Option<PathBuf>,

    /// Open the report in the browser
    #[arg(long, help_heading = "Writing")]
    pub(crate) open: bool,

    /// Mark and explain at most this many rows (html), or show no more that changed (text)
    ///
    /// The report says what it leaves out. By default html has 2000, text all.
    #[arg(long, value_name = "ROWS", help_heading = "Writing")]
    pub(crate) max_rows: Option<usize>,

    /// Language of the html report; that of the texts by default
    #[arg(long, value_enum, help_heading = "Writing")]
    pub(crate) ui: Option<UiLanguage>,

    /// Exit with 1 if the versions differ so
    ///
    /// `any` for any difference, spaces included; `words` where words changed, and not only spelling,
    /// marks or spaces; the name of a kind of finding, such as number_changed or dropped; `high` for
    /// any finding of high severity; `unrelated` where they are no versions of one text.
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = differences())]
    #[arg(help_heading = "Judging")]
    pub(crate) fail_on: Vec<Difference>,
}

/// How to take the texts in.
#[derive(Args, Debug)]
#[command(next_help_heading = "Reading")]
pub(crate) struct Reading {
    /// Language of the source: a tag (ar, fa-AF) or a name (Persian); detected by default
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) source_language: Option<Lang>,

    /// Language of the translation, or of all translations
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) translation_language: Option<Lang>,

    /// Encoding of both texts, by its web name (windows-1256); detected by default
    #[arg(long, value_name = "ENCODING")]
    pub(crate) encoding: Option<Encoding>,

    /// Encoding of the source, where the texts differ
    #[arg(long, value_name = "ENCODING")]
    pub(crate) source_encoding: Option<Encoding>,

    /// Encoding of the translation, where the texts differ
    #[arg(long, value_name = "ENCODING")]
    pub(crate) translation_encoding: Option<Encoding>,

    /// The texts have a sentence on each line and a blank line between paragraphs
    #[arg(long)]
    pub(crate) segmented: bool,

    /// Refuse larger texts: bytes, or a number with KB, MB, KiB, MiB, GiB
    #[arg(long, value_name = "SIZE", default_value = "64MiB")]
    pub(crate) max_size: Size,
}

#[derive(Args, Debug)]
pub(crate) struct Learn {
    /// A translation memory: TMX, or a table of two columns with tabs
    ///
    /// The first line of a table names the two languages (ar, fa, en).
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) memory: PathBuf,

    /// Where to write the lexicon, for `compare --lexicon`; "-" for standard output
    #[arg(short, long, value_name = "FILE", default_value = "lexicon.tsv")]
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) output: PathBuf,
}

/// What to know beside the built-in names and words.
#[derive(Args, Debug)]
#[command(next_help_heading = "Knowing")]
pub(crate) struct Knowing {
    /// Names and words of your own, which win over the built-in ones; may be given more than once
    ///
    /// A table with tabs between the columns, whose first line names them: languages (ar, fa, en),
    /// and, where wanted, kind (place, person, organisation, group, event, word) and id. Several
    /// forms of one thing are parted by |. A glossary.tsv in the pair folder or in the folder above
    /// it is read too.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) glossary: Vec<PathBuf>,

    /// A lexicon that `muqabala learn` made; may be given more than once
    ///
    /// A lexicon.tsv in the pair folder or in the folder above it is read too.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) lexicon: Vec<PathBuf>,

    /// Names that show a stance, beside the built-in ones; may be given more than once
    ///
    /// A table with tabs between the columns, whose first line names them: concept, stance, and
    /// languages (ar, fa, en). Each row has the forms of one stance, parted by |; neutral is the
    /// stance that takes none, and - marks phrases that mean something else. A labels.tsv in the pair
    /// folder or in the folder above it is read too.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) labels: Vec<PathBuf>,

    /// Links that you confirmed or refused, in one pair; the rest is aligned around them
    ///
    /// A table with tabs between its three columns: confirmed or refused, sentences of the source
    /// (s3.1), sentences of the translation (t2.1,t2.2), by their ids in the report without locks.
    /// A locks.tsv in the pair folder is read where this is not given.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) locks: Option<PathBuf>,
}

/// What to make of the comparison.
#[derive(Args, Debug)]
#[command(next_help_heading = "Writing")]
pub(crate) struct Writing {
    /// html: a page to read in a browser; json: all data, for programs; text: for the terminal; svg:
    /// the overview as a picture
    #[arg(short, long, default_value = "html", value_parser = format())]
    pub(crate) format: Format,

    /// Where to write; "-" for standard output
    ///
    /// By default html goes to report.html beside the translation (in the pair folder), that of
    /// several translations to comparisons.html beside the first; the others go to standard output.
    /// A file that is named here is replaced. For several pairs this names a folder.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,

    /// Open the report in the browser
    #[arg(long)]
    pub(crate) open: bool,

    /// At most this many rows in a file (html), or on the terminal (text)
    ///
    /// A longer report goes on in files beside the first: report-2.html and so on. On standard output
    /// it is one, without marks in further rows. Either says so. By default html has 2000, text all.
    #[arg(long, value_name = "ROWS")]
    pub(crate) max_rows: Option<usize>,

    /// Language of the html report and of the picture; that of the translation by default
    #[arg(long, value_enum)]
    pub(crate) ui: Option<UiLanguage>,
}

/// Show what is recognised in a text: names, numbers, dates
///
/// Each with its place, its concept (which is the same in every language), and why: what found it,
/// and the row of the program's tables that a name comes from.
#[derive(Args, Debug)]
#[command(after_long_help = ENTITIES_EXAMPLES)]
pub(crate) struct Entities {
    /// The text; "-" for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,

    /// Language of the text: a tag (ar, fa-AF) or a name (Persian); detected by default
    #[arg(long, value_name = "LANGUAGE", value_parser = language, help_heading = "Reading")]
    pub(crate) language: Option<Lang>,

    /// Encoding of the text, by its web name (windows-1256); detected by default
    #[arg(long, value_name = "ENCODING", help_heading = "Reading")]
    pub(crate) encoding: Option<Encoding>,

    /// The text has a sentence on each line and a blank line between paragraphs
    #[arg(long, help_heading = "Reading")]
    pub(crate) segmented: bool,

    /// Refuse a larger text: bytes, or a number with KB, MB, KiB, MiB, GiB
    #[arg(long, value_name = "SIZE", default_value = "64MiB", help_heading = "Reading")]
    pub(crate) max_size: Size,

    #[command(flatten)]
    pub(crate) listing: Listing,
}

/// Show everything that a name or word can stand for
///
/// Entities, words of the lexicon, numbers and dates, with their forms in all languages and the rows
/// of the program's tables that they come from.
#[derive(Args, Debug)]
#[command(after_long_help = LOOKUP_EXAMPLES)]
pub(crate) struct Lookup {
    /// The name, word, number or date
    pub(crate) term: String,

    /// Look in the tables of one language alone: a tag (ar, fa-AF) or a name (Persian)
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) language: Option<Lang>,

    #[command(flatten)]
    pub(crate) listing: Listing,
}

/// Measure how often the program is right, on pairs whose truth is known
///
/// Reads NAME.gold.json with NAME.src.txt and NAME.tgt.txt, and pair folders with a gold.json, from
/// a folder and those below it. Says precision, recall and F1 of links, of beads as sentence aligners
/// are measured, of omissions, additions, moves and changes, and whether the probabilities hold.
#[derive(Args, Debug)]
#[command(after_long_help = EVAL_EXAMPLES)]
pub(crate) struct Eval {
    /// The folder
    #[arg(value_name = "GOLD_DIR", value_hint = ValueHint::DirPath)]
    pub(crate) gold: PathBuf,

    /// Take the pairs of these levels alone, such as faithful, edited, unrelated
    #[arg(long, value_name = "LEVEL", value_delimiter = ',', help_heading = "Reading")]
    pub(crate) level: Vec<String>,

    #[command(flatten)]
    pub(crate) listing: Listing,
}

/// Where a list goes, and in which form.
#[derive(Args, Debug)]
#[command(next_help_heading = "Writing")]
pub(crate) struct Listing {
    /// What to write
    #[arg(short, long, value_enum, default_value = "text")]
    pub(crate) format: ListFormat,

    /// Where to write; "-" for standard output, which is the default
    ///
    /// A file that is named here is replaced.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For the terminal
    Text,
    /// All data, for programs
    Json,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Pair {
    /// Put the texts that a pair's manifest describes in place
    #[command(long_about = "Put the texts that a pair's manifest describes in place\n\n\
        Some pairs come without their texts, because these are not free to publish. This looks \
        through FOLDER for files with the checksums of the manifest and copies them into DIR.")]
    Fill {
        /// The pair folder
        #[arg(value_hint = ValueHint::DirPath)]
        dir: PathBuf,
        /// Where the texts may be
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
    },
    /// List the pair folders below a folder, and whether their texts are in place
    List {
        /// Where to look
        #[arg(default_value = "pairs", value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
}

/// A language of the html report's own words.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum UiLanguage {
    /// English
    En,
    /// Arabic
    Ar,
    /// Persian
    Fa,
}

impl From<UiLanguage> for Ui {
    fn from(language: UiLanguage) -> Self {
        match language {
            UiLanguage::En => Self::En,
            UiLanguage::Ar => Self::Ar,
            UiLanguage::Fa => Self::Fa,
        }
    }
}

/// A number of bytes, as people write it: `64MiB`, `10 MB`, `500000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size(pub(crate) u64);

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        let factor: u64 = match unit.trim().to_ascii_lowercase().as_str() {
            "" | "b" => 1,
            "kb" => 1_000,
            "mb" => 1_000_000,
            "gb" => 1_000_000_000,
            "k" | "kib" => 1 << 10,
            "m" | "mib" => 1 << 20,
            "g" | "gib" => 1 << 30,
            _ => return Err("give a whole number with KB, MB, GB, KiB, MiB or GiB".to_owned()),
        };
        let number: u64 = number.parse().map_err(|_| "begin with a number of bytes".to_owned())?;
        match number.checked_mul(factor) {
            Some(0) | None => Err("give a size between 1 and 2^64 bytes".to_owned()),
            Some(bytes) => Ok(Self(bytes)),
        }
    }
}

/// Whether the user means standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| {
        let known: Vec<String> = Lang::known()
            .map(|module| format!("{} ({})", module.tags()[0], module.name()))
            .collect();
        format!("known are {}, and und for any other", known.join(", "))
    })
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .map(|name| Format::from_name(&name).unwrap_or_default())
}

fn conditions() -> impl TypedValueParser<Value = Condition> {
    PossibleValuesParser::new(Condition::all().map(Condition::name)).try_map(|name| {
        Condition::all().find(|condition| condition.name() == name).ok_or("not a condition")
    })
}

/// The forms that a revision has.
fn revision_format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new([Format::Html, Format::Json, Format::Text].map(Format::name))
        .map(|name| Format::from_name(&name).unwrap_or_default())
}

fn differences() -> impl TypedValueParser<Value = Difference> {
    PossibleValuesParser::new(Difference::all().map(Difference::name)).try_map(|name| {
        Difference::all().find(|difference| difference.name() == name).ok_or("not a difference")
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        let size = |text: &str| text.parse::<Size>().map(|size| size.0);
        assert_eq!(size("64MiB"), Ok(64 << 20));
        assert_eq!(size("10 MB"), Ok(10_000_000));
        assert_eq!(size("500000"), Ok(500_000));
        for wrong in ["", "MiB", "-1", "0", "1.5MiB", "12 parsecs", "99999999999GiB"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
