//! Memories as TMX, the exchange format of translation tools.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::Memory;
use crate::concept::RowFault;
use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::Pair;

/// Elements of a segment whose content is code of another format and not text.
const CODES: [&str; 5] = ["bpt", "ept", "it", "ph", "ut"];

/// Reads the entries of the two languages that the first usable entry has.
pub(super) fn read(name: &str, text: &str) -> Result<(Memory, Vec<RowFault>)> {
    let mut reader = Reader::from_str(text);
    let mut state = State::new(name, text);
    loop {
        let event = reader.read_event().map_err(|error| {
            let line = Lines { text, at: 0, line: 1 }.line(reader.error_position());
            broken(name, line, &error.to_string())
        })?;
        let line = state.lines.line(reader.buffer_position());
        match event {
            Event::Start(tag) => state.open(&tag, line),
            Event::End(tag) => state.close(tag.local_name().as_ref()),
            Event::Text(written) => state.add(&written),
            Event::CData(written) => state.add(&written),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(c)) => state.add(c.encode_utf8(&mut [0; 4])),
                Ok(None) => state.add(resolve_predefined_entity(&entity).unwrap_or(" ")),
                Err(error) => return Err(broken(name, line, &error.to_string())),
            },
            Event::Eof if state.depth > 0 => {
                return Err(broken(name, line, "the file ends inside an element"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if !state.is_tmx {
        return Err(Error::input(
            name,
            "is no TMX file: it has no element tmx",
            "export the memory as TMX, or as a table with tabs and a first line such as ar, fa",
        ));
    }
    let Some(memory) = state.memory else {
        return Err(Error::input(
            name,
            "has no entry in two of the languages ar, fa, en",
            "look at the attributes xml:lang of its elements tuv",
        ));
    };
    Ok((memory, state.faults))
}

fn broken(name: &str, line: usize, problem: &str) -> Error {
    let help = "export the memory again, or repair this line";
    Error::input(name, format!("line {line}: it is no well-formed XML: {problem}"), help)
}

/// Line numbers of rising offsets, each byte counted once.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn line(&mut self, offset: u64) -> usize {
        let to = usize::try_from(offset).unwrap_or(usize::MAX).min(self.text.len());
        let passed = self.text.as_bytes().get(self.at..to).unwrap_or(&[]);
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count();
        self.at = self.at.max(to);
        self.line
    }
}

struct State<'t> {
    name: &'t str,
    lines: Lines<'t>,
    memory: Option<Memory>,
    faults: Vec<RowFault>,
    is_tmx: bool,
    depth: usize,
    /// Line on which the entry begins.
    begins: usize,
    /// Texts of the entry.
    texts: Vec<(Lang, String)>,
    lang: Option<Lang>,
    in_segment: bool,
    /// How many elements with code are open.
    codes: usize,
}

impl<'t> State<'t> {
    fn new(name: &'t str, text: &'t str) -> Self {
        Self {
            name,
            lines: Lines { text, at: 0, line: 1 },
            memory: None,
            faults: Vec::new(),
            is_tmx: false,
            depth: 0,
            begins: 0,
            texts: Vec::new(),
            lang: None,
            in_segment: false,
            codes: 0,
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, line: usize) {
        self.depth += 1;
        match tag.local_name().as_ref() {
            "tmx" => self.is_tmx = true,
            "tu" => {
                self.begins = line;
                self.texts.clear();
            }
            "tuv" => {
                // `lang` is what TMX 1.1 had.
                let tags = ["xml:lang", "lang"].into_iter();
                let mut tags = tags.filter_map(|key| tag.try_get_attribute(key).ok().flatten());
                let lang = tags.next().and_then(|attribute| Lang::from_tag(&attribute.value));
                self.lang = lang.filter(|&lang| lang != Lang::Unknown);
            }
            "seg" => {
                if let Some(lang) = self.lang {
                    self.in_segment = true;
                    self.texts.push((lang, String::new()));
                }
            }
            tag if CODES.contains(&tag) => self.codes += 1,
            _ => {}
        }
    }

    fn close(&mut self, tag: &str) {
        self.depth = self.depth.saturating_sub(1);
        match tag {
            "seg" => (self.in_segment, self.codes) = (false, 0),
            "tuv" => self.lang = None,
            "tu" => self.entry(),
            tag if CODES.contains(&tag) => self.codes = self.codes.saturating_sub(1),
            _ => {}
        }
    }

    fn add(&mut self, written: &str) {
        if self.in_segment
            && self.codes == 0
            && let Some((_, text)) = self.texts.last_mut()
        {
            text.push_str(written);
        }
    }

    /// Takes the entry that ends into the memory.
    fn entry(&mut self) {
        let langs = match &self.memory {
            Some(memory) => Some(memory.langs()),
            None => self.texts.first().and_then(|&(first, _)| {
                let other = self.texts.iter().find(|(lang, _)| *lang != first)?;
                Some(Pair::new(first, other.0))
            }),
        };
        let text = |lang| {
            let found = self.texts.iter().find(|(other, _)| *other == lang);
            found.map(|(_, text)| text.as_str()).filter(|text| !text.trim().is_empty())
        };
        match langs.map(|langs| (langs, text(langs.source), text(langs.translation))) {
            Some((langs, Some(source), Some(translation))) => {
                let memory = self.memory.get_or_insert_with(|| Memory::new(langs));
                memory.push(source, translation);
            }
            _ => self.faults.push(RowFault {
                file: self.name.to_owned(),
                line: self.begins,
                problem: "the entry has no text in one of the languages".to_owned(),
            }),
        }
    }
}
