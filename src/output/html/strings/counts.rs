//! Sentences that count: nouns and verbs in the form that the number asks for.

use maud::{Markup, html};

use super::{Strings, fill};
use crate::finding::FindingKind;

/// The forms of one phrase, in the order of the language's plural categories (CLDR 48, cardinals):
/// English one, other; Arabic one, two, few, many, other; Persian has one form behind a number.
type Forms = &'static [&'static str];

/// How a language counts.
struct Counts {
    /// The index of a number's form.
    form: fn(usize) -> usize,
    /// So many of the source's sentences are translated: `{n}` of `{m}`, by the form of `{n}`.
    rendered: Forms,
    /// The same of all of them, by the form of `{m}`.
    all_rendered: Forms,
    /// The same of none, by the form of `{m}`.
    none_rendered: Forms,
    uncertain: Forms,
    kind: fn(FindingKind) -> Forms,
}

impl Strings {
    /// "28 of 31 source sentences are translated."
    pub fn rendered(&self, translated: usize, sentences: usize) -> Markup {
        let counts = self.counts();
        let (forms, by) = match translated {
            0 => (counts.none_rendered, sentences),
            all if all == sentences => (counts.all_rendered, sentences),
            some => (counts.rendered, some),
        };
        self.phrase(forms, by, &[("n", translated), ("m", sentences)])
    }

    /// "2 numbers changed".
    pub fn counted(&self, kind: FindingKind, count: usize) -> Markup {
        self.phrase((self.counts().kind)(kind), count, &[("n", count)])
    }

    /// "3 places are uncertain."
    pub fn doubtful(&self, count: usize) -> Markup {
        self.phrase(self.counts().uncertain, count, &[("n", count)])
    }

    fn phrase(&self, forms: Forms, by: usize, values: &[(&str, usize)]) -> Markup {
        let form = (self.counts().form)(by).min(forms.len().saturating_sub(1));
        let value = |n: usize| html! { b { bdi { (self.number(n)) } } };
        let values: Vec<_> = values.iter().map(|&(name, n)| (name, value(n))).collect();
        fill(forms.get(form).copied().unwrap_or_default(), &values)
    }

    fn counts(&self) -> &'static Counts {
        ALL.iter().find(|(tag, _)| *tag == self.tag).map_or(&EN, |(_, counts)| counts)
    }
}

static ALL: [(&str, &Counts); 3] = [("en", &EN), ("ar", &AR), ("fa", &FA)];

static EN: Counts = Counts {
    form: |n| usize::from(n != 1),
    rendered: &[
        "{n} of {m} source sentences is translated.",
        "{n} of {m} source sentences are translated.",
    ],
    all_rendered: &[
        "The one source sentence is translated.",
        "All {m} source sentences are translated.",
    ],
    none_rendered: &[
        "The one source sentence is not translated.",
        "None of the {m} source sentences is translated.",
    ],
    uncertain: &["{n} place is uncertain.", "{n} places are uncertain."],
    kind: |kind| match kind {
        FindingKind::Dropped => &["{n} passage dropped", "{n} passages dropped"],
        FindingKind::Added => &["{n} passage added", "{n} passages added"],
        FindingKind::Moved => &["{n} passage moved", "{n} passages moved"],
        FindingKind::NumberChanged => &["{n} number changed", "{n} numbers changed"],
        FindingKind::DateChanged => &["{n} date changed", "{n} dates changed"],
        FindingKind::NameChanged => &["{n} name changed", "{n} names changed"],
        FindingKind::PolarityChanged => {
            &["{n} denial or possibility changed", "{n} denials or possibilities changed"]
        }
        FindingKind::LabelChanged => &["{n} label changed", "{n} labels changed"],
        FindingKind::AttributionChanged => &["{n} attribution changed", "{n} attributions changed"],
        FindingKind::QuotationChanged => &["{n} quotation changed", "{n} quotations changed"],
        FindingKind::NumberDropped => &["{n} number dropped", "{n} numbers dropped"],
        FindingKind::NumberAdded => &["{n} number added", "{n} numbers added"],
        FindingKind::NameDropped => &["{n} name dropped", "{n} names dropped"],
        FindingKind::NameAdded => &["{n} name added", "{n} names added"],
        FindingKind::HiddenCharacter => &["{n} hidden character", "{n} hidden characters"],
    },
};

/// One and two are said by the noun alone; from three to ten it stands in the plural, from eleven to
/// ninety-nine in the singular of the accusative, after hundreds in that of the genitive.
static AR: Counts = Counts {
    form: |n| match (n, n % 100) {
        (1, _) => 0,
        (2, _) => 1,
        (_, 3..=10) => 2,
        (_, 11..=99) => 3,
        _ => 4,
    },
    rendered: &[
        "تُرجمت جملة واحدة من جمل الأصل، وعددها {m}.",
        "تُرجمت جملتان من جمل الأصل، وعددها {m}.",
        "تُرجمت {n} جمل من جمل الأصل، وعددها {m}.",
        "تُرجمت {n} جملة من جمل الأصل، وعددها {m}.",
        "تُرجمت {n} جملة من جمل الأصل، وعددها {m}.",
    ],
    all_rendered: &[
        "تُرجمت جملة الأصل الوحيدة.",
        "تُرجمت جملتا الأصل كلتاهما.",
        "تُرجمت جمل الأصل كلها، وعددها {m}.",
        "تُرجمت جمل الأصل كلها، وعددها {m}.",
        "تُرجمت جمل الأصل كلها، وعددها {m}.",
    ],
    none_rendered: &[
        "لم تُترجم جملة الأصل الوحيدة.",
        "لم تُترجم أيٌّ من جملتي الأصل.",
        "لم تُترجم أيٌّ من جمل الأصل، وعددها {m}.",
        "لم تُترجم أيٌّ من جمل الأصل، وعددها {m}.",
        "لم تُترجم أيٌّ من جمل الأصل، وعددها {m}.",
    ],
    uncertain: &[
        "وهناك موضع واحد غير مؤكد.",
        "وهناك موضعان غير مؤكدين.",
        "وهناك {n} مواضع غير مؤكدة.",
        "وهناك {n} موضعًا غير مؤكد.",
        "وهناك {n} موضع غير مؤكد.",
    ],
    kind: |kind| match kind {
        FindingKind::Dropped => &[
            "مقطع واحد محذوف",
            "مقطعان محذوفان",
            "{n} مقاطع محذوفة",
            "{n} مقطعًا محذوفًا",
            "{n} مقطع محذوف",
        ],
        FindingKind::Added => &[
            "مقطع واحد مضاف",
            "مقطعان مضافان",
            "{n} مقاطع مضافة",
            "{n} مقطعًا مضافًا",
            "{n} مقطع مضاف",
        ],
        FindingKind::Moved => &[
            "مقطع واحد منقول",
            "مقطعان منقولان",
            "{n} مقاطع منقولة",
            "{n} مقطعًا منقولًا",
            "{n} مقطع منقول",
        ],
        FindingKind::NumberChanged => {
            &["رقم واحد تغيّر", "رقمان تغيّرا", "{n} أرقام تغيّرت", "{n} رقمًا تغيّر", "{n} رقم تغيّر"]
        }
        FindingKind::DateChanged => &[
            "تاريخ واحد تغيّر",
            "تاريخان تغيّرا",
            "{n} تواريخ تغيّرت",
            "{n} تاريخًا تغيّر",
            "{n} تاريخ تغيّر",
        ],
        FindingKind::NameChanged => {
            &["اسم واحد تغيّر", "اسمان تغيّرا", "{n} أسماء تغيّرت", "{n} اسمًا تغيّر", "{n} اسم تغيّر"]
        }
        FindingKind::PolarityChanged => &[
            "موضع واحد تغيّر فيه النفي أو الاحتمال",
            "موضعان تغيّر فيهما النفي أو الاحتمال",
            "{n} مواضع تغيّر فيها النفي أو الاحتمال",
            "{n} موضعًا تغيّر فيه النفي أو الاحتمال",
            "{n} موضع تغيّر فيه النفي أو الاحتمال",
        ],
        FindingKind::LabelChanged => &[
            "تسمية واحدة تغيّرت",
            "تسميتان تغيّرتا",
            "{n} تسميات تغيّرت",
            "{n} تسميةً تغيّرت",
            "{n} تسمية تغيّرت",
        ],
        FindingKind::AttributionChanged => &[
            "قول واحد تغيّرت نسبته",
            "قولان تغيّرت نسبتهما",
            "{n} أقوال تغيّرت نسبتها",
            "{n} قولًا تغيّرت نسبته",
            "{n} قول تغيّرت نسبته",
        ],
        FindingKind::QuotationChanged => &[
            "اقتباس واحد تغيّر",
            "اقتباسان تغيّرا",
            "{n} اقتباسات تغيّرت",
            "{n} اقتباسًا تغيّر",
            "{n} اقتباس تغيّر",
        ],
        FindingKind::NumberDropped => &[
            "رقم واحد محذوف",
            "رقمان محذوفان",
            "{n} أرقام محذوفة",
            "{n} رقمًا محذوفًا",
            "{n} رقم محذوف",
        ],
        FindingKind::NumberAdded => {
            &["رقم واحد مضاف", "رقمان مضافان", "{n} أرقام مضافة", "{n} رقمًا مضافًا", "{n} رقم مضاف"]
        }
        FindingKind::NameDropped => &[
            "اسم واحد محذوف",
            "اسمان محذوفان",
            "{n} أسماء محذوفة",
            "{n} اسمًا محذوفًا",
            "{n} اسم محذوف",
        ],
        FindingKind::NameAdded => {
            &["اسم واحد مضاف", "اسمان مضافان", "{n} أسماء مضافة", "{n} اسمًا مضافًا", "{n} اسم مضاف"]
        }
        FindingKind::HiddenCharacter => {
            &["محرف خفي واحد", "محرفان خفيّان", "{n} محارف خفية", "{n} محرفًا خفيًّا", "{n} محرف خفي"]
        }
    },
};

static FA: Counts = Counts {
    form: |_| 0,
    rendered: &["از {m} جملهٔ متن اصلی {n} جمله ترجمه شده است."],
    all_rendered: &["هر {m} جملهٔ متن اصلی ترجمه شده است."],
    none_rendered: &["هیچ‌یک از {m} جملهٔ متن اصلی ترجمه نشده است."],
    uncertain: &["{n} جا نامطمئن است."],
    kind: |kind| match kind {
        FindingKind::Dropped => &["{n} بخش حذف‌شده"],
        FindingKind::Added => &["{n} بخش افزوده"],
        FindingKind::Moved => &["{n} بخش جابه‌جاشده"],
        FindingKind::NumberChanged => &["{n} عدد تغییریافته"],
        FindingKind::DateChanged => &["{n} تاریخ تغییریافته"],
        FindingKind::NameChanged => &["{n} نام تغییریافته"],
        FindingKind::PolarityChanged => &["{n} مورد تغییر نفی یا احتمال"],
        FindingKind::LabelChanged => &["{n} عنوان تغییریافته"],
        FindingKind::AttributionChanged => &["{n} مورد تغییر گوینده"],
        FindingKind::QuotationChanged => &["{n} نقل قول تغییریافته"],
        FindingKind::NumberDropped => &["{n} عدد حذف‌شده"],
        FindingKind::NumberAdded => &["{n} عدد افزوده"],
        FindingKind::NameDropped => &["{n} نام حذف‌شده"],
        FindingKind::NameAdded => &["{n} نام افزوده"],
        FindingKind::HiddenCharacter => &["{n} نویسهٔ پنهان"],
    },
};

#[cfg(test)]
mod tests {
    use super::super::super::Ui;
    use super::*;

    fn words(markup: &Markup) -> String {
        ["<b>", "</b>", "<bdi>", "</bdi>"]
            .iter()
            .fold(markup.0.clone(), |text, tag| text.replace(tag, ""))
    }

    #[test]
    fn nouns_agree_with_their_number() {
        let said = |ui, kind, n| words(&Strings::of(ui).counted(kind, n));
        assert_eq!(said(Ui::En, FindingKind::NumberChanged, 1), "1 number changed");
        assert_eq!(said(Ui::En, FindingKind::NumberChanged, 21), "21 numbers changed");
        for (n, arabic) in [
            (1, "رقم واحد تغيّر"),
            (2, "رقمان تغيّرا"),
            (3, "٣ أرقام تغيّرت"),
            (10, "١٠ أرقام تغيّرت"),
            (11, "١١ رقمًا تغيّر"),
            (99, "٩٩ رقمًا تغيّر"),
            (100, "١٠٠ رقم تغيّر"),
            (102, "١٠٢ رقم تغيّر"),
            (103, "١٠٣ أرقام تغيّرت"),
            (1011, "١٠١١ رقمًا تغيّر"),
        ] {
            assert_eq!(said(Ui::Ar, FindingKind::NumberChanged, n), arabic);
        }
        assert_eq!(said(Ui::Fa, FindingKind::NumberChanged, 3), "۳ عدد تغییریافته");
    }

    #[test]
    fn all_and_none_are_said_as_such() {
        let said = |ui, n, m| words(&Strings::of(ui).rendered(n, m));
        assert_eq!(said(Ui::En, 60, 64), "60 of 64 source sentences are translated.");
        assert_eq!(said(Ui::En, 64, 64), "All 64 source sentences are translated.");
        assert_eq!(said(Ui::En, 1, 1), "The one source sentence is translated.");
        assert_eq!(said(Ui::En, 0, 5), "None of the 5 source sentences is translated.");
        assert_eq!(said(Ui::Ar, 2, 5), "تُرجمت جملتان من جمل الأصل، وعددها ٥.");
        assert_eq!(said(Ui::Ar, 7, 64), "تُرجمت ٧ جمل من جمل الأصل، وعددها ٦٤.");
        assert_eq!(said(Ui::Ar, 2, 2), "تُرجمت جملتا الأصل كلتاهما.");
        assert_eq!(said(Ui::Fa, 60, 64), "از ۶۴ جملهٔ متن اصلی ۶۰ جمله ترجمه شده است.");
    }

    /// A phrase that misses a form would be said in that of another number.
    #[test]
    fn every_phrase_has_every_form() {
        for (tag, counts) in ALL {
            let forms = 1 + (0..200).map(counts.form).max().unwrap_or_default();
            let mut phrases =
                vec![counts.rendered, counts.all_rendered, counts.none_rendered, counts.uncertain];
            phrases.extend(FindingKind::ALL.map(counts.kind));
            for phrase in phrases {
                assert_eq!(phrase.len(), forms, "{tag}: {phrase:?}");
                // Only one and two may be said without their number.
                assert!(phrase.iter().skip(2).all(|form| form.contains('{')), "{tag}: {phrase:?}");
            }
        }
    }
}
