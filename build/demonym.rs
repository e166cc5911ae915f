//! Forms of demonyms: from «سوري» to «السورية» and «السوريين».

/// All forms under which the demonym of a language may stand.
///
/// An entry that starts with `=` is taken as it is, but for the article in Arabic. `~` stays before
/// the forms that end as the entry does.
pub fn forms(lang: &str, written: &str) -> Vec<String> {
    let entry = written.trim_start_matches('?');
    let doubt = &written[..written.len() - entry.len()];
    let (word, fixed) = match entry.strip_prefix('=') {
        Some(word) => (word, true),
        None => (entry, false),
    };
    let (word, exact) = match word.strip_prefix('~') {
        Some(word) => (word, true),
        None => (word, false),
    };
    let mut forms = vec![word.to_owned()];
    match lang {
        "ar" => {
            if let Some(stem) = word.strip_suffix('ي').filter(|_| !fixed) {
                for ending in ["ية", "يون", "يين", "يان", "يات", "يتين", "يتان"]
                {
                    forms.push(format!("{stem}{ending}"));
                }
            }
            for at in 0..forms.len() {
                forms.push(format!("ال{}", forms[at]));
            }
        }
        "fa" if !fixed => {
            for ending in ["\u{200c}ها", " ها", "\u{200c}های", "\u{200c}هایی"] {
                forms.push(format!("{word}{ending}"));
            }
            if word.ends_with('ی') {
                forms.extend([format!("{word}ان"), format!("{word}\u{200c}ای")]);
            }
        }
        "en" if !fixed && !word.ends_with(['s', 'h']) => forms.push(format!("{word}s")),
        _ => {}
    }
    for form in &mut forms {
        if exact && form.ends_with(word) {
            form.insert(0, '~');
        }
        form.insert_str(0, doubt);
    }
    forms
}
