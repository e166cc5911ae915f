//! The words of the interface for several translations of one source, beside those of a comparison.

use crate::output::html::Ui;

/// What is said of several translations; `{n}` stands for a number or a list of them, `{m}` for
/// another.
#[derive(Debug)]
pub(in crate::output::html) struct SeveralStrings {
    pub page_title: &'static str,
    pub translations: &'static str,
    pub numbered: &'static str,
    pub verdict: &'static str,
    pub rendered: &'static str,
    pub findings: &'static str,
    pub only_here: &'static str,
    pub only_explain: &'static str,
    pub also_in: &'static str,
    pub in_all: &'static str,
    pub all_explain: &'static str,
    pub simplified: &'static str,
}

static EN: SeveralStrings = SeveralStrings {
    page_title: "Translations of one source compared",
    translations: "The translations",
    numbered: "Translation {n}",
    verdict: "Verdict",
    rendered: "Of the source",
    findings: "Findings",
    only_here: "only here",
    only_explain: "This translation has it and no other.",
    also_in: "also in {n}",
    in_all: "in all",
    all_explain: "Every translation has it: it may lie in the source that was translated.",
    simplified: "This text is long: from row {n} on it is shown in full, but without marks.",
};

static AR: SeveralStrings = SeveralStrings {
    page_title: "مقابلة ترجمات أصل واحد",
    translations: "الترجمات",
    numbered: "الترجمة {n}",
    verdict: "الحكم",
    rendered: "من الأصل",
    findings: "الملاحظات",
    only_here: "هنا وحدها",
    only_explain: "في هذه الترجمة دون غيرها.",
    also_in: "وكذلك في {n}",
    in_all: "في كل الترجمات",
    all_explain: "في كل الترجمات، فقد يرجع إلى الأصل الذي نُقلت عنه.",
    simplified: "النص طويل: يظهر كاملًا ابتداءً من الصف {n}، لكن بلا علامات.",
};

static FA: SeveralStrings = SeveralStrings {
    page_title: "مقابلهٔ ترجمه‌های یک متن",
    translations: "ترجمه‌ها",
    numbered: "ترجمهٔ {n}",
    verdict: "حکم",
    rendered: "از متن اصلی",
    findings: "یافته‌ها",
    only_here: "فقط اینجا",
    only_explain: "در این ترجمه هست و در هیچ‌یک از دیگر ترجمه‌ها نیست.",
    also_in: "نیز در {n}",
    in_all: "در همهٔ ترجمه‌ها",
    all_explain: "در همهٔ ترجمه‌ها هست؛ شاید از متنی باشد که ترجمه شده است.",
    simplified: "متن بلند است: از ردیف {n} به بعد کامل، اما بدون نشانه آمده است.",
};

impl SeveralStrings {
    pub fn of(ui: Ui) -> &'static Self {
        match ui {
            Ui::En => &EN,
            Ui::Ar => &AR,
            Ui::Fa => &FA,
        }
    }
}
