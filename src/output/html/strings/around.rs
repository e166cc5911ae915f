//! The words around a report: its sections, the list of pairs, the picture.

use super::Strings;

/// What [`Strings`] is for the report itself.
#[derive(Debug)]
pub(in super::super) struct Around {
    /// Why there are several files.
    pub split: &'static str,
    pub sections: &'static str,
    pub section: &'static str,
    pub pairs_from_to: &'static str,
    pub rows_from_to: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub search_section: &'static str,
    /// One count out of another.
    pub of: &'static str,

    pub all_pairs: &'static str,
    pub list_title: &'static str,
    pub list_search: &'static str,
    pub list_filters: &'static str,
    pub list_shown: &'static str,
    pub languages: &'static str,
    pub verdict: &'static str,
    pub covered_source: &'static str,
    pub covered_translation: &'static str,
    pub changes: &'static str,
    pub no_change: &'static str,
    pub date: &'static str,
    pub unreadable: &'static str,
    pub empty_list: &'static str,
    pub no_rendering: &'static str,

    pub cell_sentence: &'static str,
    pub cell_whole: &'static str,
    pub cell_paragraph: &'static str,
    pub cell_many: &'static str,
    pub tie: &'static str,
    pub no_findings: &'static str,
}

impl Strings {
    /// The words around the report in the same language.
    pub fn around(&self) -> &'static Around {
        ALL.iter().find(|(tag, _)| *tag == self.tag).map_or(&EN, |(_, around)| around)
    }
}

static ALL: [(&str, &Around); 3] = [("en", &EN), ("ar", &AR), ("fa", &FA)];

static EN: Around = Around {
    split: "This text is long: the report has {n} sections, each in a file of its own beside this one.",
    sections: "Sections",
    section: "Section {n} of {m}",
    pairs_from_to: "Pairs {n} to {m}",
    rows_from_to: "Rows {n} to {m}",
    previous: "Previous section",
    next: "Next section",
    search_section: "Search this section",
    of: "{n} of {m}",
    all_pairs: "All pairs",
    list_title: "Pairs of texts compared",
    list_search: "Search titles, outlets, languages",
    list_filters: "Show only",
    list_shown: "Pairs shown: {n} of {m}",
    languages: "Languages",
    verdict: "Verdict",
    covered_source: "Source rendered",
    covered_translation: "Translation with an origin",
    changes: "Changes",
    no_change: "no change found",
    date: "Date",
    unreadable: "Could not be compared",
    empty_list: "There is no pair in this list.",
    no_rendering: "not counted where neither text renders the other",
    cell_sentence: "Each cell is a sentence, as high as it is long.",
    cell_whole: "Each cell is a paragraph, as high as it is long.",
    cell_paragraph: "Each cell is a paragraph, as high as it is long; hatched is the share that is in one text only.",
    cell_many: "The texts are long: each cell stands for {n} paragraphs in a row, hatched is the share that is in one text only.",
    tie: "A band joins what belongs together; its colour is that of the change.",
    no_findings: "No change was found.",
};

static AR: Around = Around {
    split: "النص طويل: التقرير في أقسام عددها {n}، كل قسم في ملف مستقل بجوار هذا الملف.",
    sections: "الأقسام",
    section: "القسم {n} من {m}",
    pairs_from_to: "الاقترانات من {n} إلى {m}",
    rows_from_to: "الصفوف من {n} إلى {m}",
    previous: "القسم السابق",
    next: "القسم التالي",
    search_section: "بحث في هذا القسم",
    of: "{n} من {m}",
    all_pairs: "كل الأزواج",
    list_title: "أزواج النصوص المقابلة",
    list_search: "بحث في العناوين والناشرين واللغات",
    list_filters: "إظهار ما يأتي فقط",
    list_shown: "المعروض من الأزواج: {n} من {m}",
    languages: "اللغتان",
    verdict: "الحكم",
    covered_source: "المنقول من الأصل",
    covered_translation: "ما له أصل من الترجمة",
    changes: "التغييرات",
    no_change: "لم يُعثر على تغيير",
    date: "التاريخ",
    unreadable: "تعذّرت مقابلته",
    empty_list: "لا زوج في هذه القائمة.",
    no_rendering: "لا يُحسب حين لا ينقل أحد النصين الآخر",
    cell_sentence: "كل خلية جملة، وارتفاعها بقدر طولها.",
    cell_whole: "كل خلية فقرة، وارتفاعها بقدر طولها.",
    cell_paragraph: "كل خلية فقرة، وارتفاعها بقدر طولها، والمخطَّط منها ما ورد في نص واحد فقط.",
    cell_many: "النصان طويلان: كل خلية تمثل فقرات متتالية عددها {n}، والمخطَّط منها ما ورد في نص واحد فقط.",
    tie: "يصل الشريط بين ما يقترن، ولونه لون التغيير.",
    no_findings: "لم يُعثر على أي تغيير.",
};

static FA: Around = Around {
    split: "متن بلند است: گزارش در بخش‌هایی به شمار {n} آمده و هر بخش پرونده‌ای جداگانه در کنار این پرونده است.",
    sections: "بخش‌ها",
    section: "بخش {n} از {m}",
    pairs_from_to: "جفت‌های {n} تا {m}",
    rows_from_to: "ردیف‌های {n} تا {m}",
    previous: "بخش پیشین",
    next: "بخش بعدی",
    search_section: "جست‌وجو در این بخش",
    of: "{n} از {m}",
    all_pairs: "همهٔ جفت‌متن‌ها",
    list_title: "جفت‌متن‌های مقابله‌شده",
    list_search: "جست‌وجو در عنوان‌ها، ناشران و زبان‌ها",
    list_filters: "فقط نمایش",
    list_shown: "جفت‌متن‌های نمایش‌داده‌شده: {n} از {m}",
    languages: "زبان‌ها",
    verdict: "داوری",
    covered_source: "ترجمه‌شده از متن اصلی",
    covered_translation: "دارای اصل در ترجمه",
    changes: "تغییرها",
    no_change: "تغییری یافت نشد",
    date: "تاریخ",
    unreadable: "مقابله نشد",
    empty_list: "در این فهرست جفت‌متنی نیست.",
    no_rendering: "آنجا که هیچ‌یک ترجمهٔ دیگری نیست شمرده نمی‌شود",
    cell_sentence: "هر خانه یک جمله است و بلندی آن به اندازهٔ درازای جمله.",
    cell_whole: "هر خانه یک بند است و بلندی آن به اندازهٔ درازای بند.",
    cell_paragraph: "هر خانه یک بند است و بلندی آن به اندازهٔ درازای بند؛ هاشورخورده سهمی است که فقط در یک متن آمده.",
    cell_many: "متن‌ها بلندند: هر خانه نمایندهٔ بندهای پیاپی به شمار {n} است؛ هاشورخورده سهمی است که فقط در یک متن آمده.",
    tie: "نوار آنچه را به هم مربوط است پیوند می‌دهد و رنگ آن رنگ تغییر است.",
    no_findings: "تغییری یافت نشد.",
};

#[cfg(test)]
mod tests {
    use super::*;

    /// A template that loses a value in translation loses a fact.
    #[test]
    fn every_language_uses_the_same_values() {
        let templates = |around: &Around| {
            let all = [
                around.split,
                around.section,
                around.pairs_from_to,
                around.rows_from_to,
                around.of,
                around.list_shown,
                around.cell_many,
            ];
            all.map(|text| ["{n}", "{m}"].map(|name| text.matches(name).count()))
        };
        for (tag, around) in ALL {
            assert_eq!(templates(around), templates(&EN), "{tag}");
        }
    }
}
