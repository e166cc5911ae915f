//! What the reader can switch, and the keys for it.

use maud::{Markup, html};

use super::strings::Strings;

/// Controls; the script shows them, since without it they do nothing.
pub(super) fn tools(s: &Strings, evidence: bool, is_section: bool) -> Markup {
    let search = if is_section { s.around().search_section } else { s.search };
    let toggle = |name: &str, label: &str, key: &str| {
        html! {
            button type="button" data-tool=(name) aria-pressed="false" aria-keyshortcuts=(key) { (label) }
        }
    };
    html! {
        div.tools role="group" aria-label=(s.tools) hidden {
            label.search {
                span.vh { (search) }
                input type="search" placeholder=(search) aria-keyshortcuts="/" autocomplete="off" data-hits=(s.hits);
            }
            button type="button" data-tool="hits" aria-pressed="true" hidden { (s.only_hits) }
            @if evidence { (toggle("evidence", s.tool_evidence, "e")) }
            (toggle("fold", s.tool_fold, "f"))
            (toggle("swap", s.tool_swap, "s"))
            (toggle("order", s.tool_order, "o"))
            (toggle("theme", s.tool_theme, "d"))
            button type="button" data-tool="help" aria-expanded="false" aria-controls="help" aria-keyshortcuts="?" { (s.tool_help) }
            div #help hidden {
                p { label { input type="checkbox" data-tool="keys" checked; " " (s.tool_keys) } }
                p { label { input type="checkbox" data-tool="spoken" checked; " " (s.tool_spoken) } }
                p {
                    label { (s.tool_copy) ": "
                        select data-tool="format" {
                            @for (value, name) in [("text", "TXT"), ("markdown", "Markdown"), ("json", "JSON")] {
                                option value=(value) { (name) }
                            }
                        }
                    }
                }
                dl {
                    @for (keys, meaning) in s.keys {
                        dt dir="ltr" { @for key in keys.split(' ') { kbd { (key) } " " } }
                        dd { (meaning) }
                    }
                }
                button type="button" data-tool="close" { (s.close) }
            }
        }
    }
}
