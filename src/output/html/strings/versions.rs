//! The words of the interface for two versions of one text: where a comparison speaks of a source and
//! a translation, these speak of an old and a new version.

use super::ar::AR as ARABIC;
use super::en::EN as ENGLISH;
use super::fa::FA as PERSIAN;
use super::{Strings, Words};
use crate::finding::FindingKind;
use crate::output::html::edit::Family;
use crate::revision::Extent;

pub(super) static EN: Strings = Strings {
    page_title: "Two versions compared",
    source: "Old",
    translation: "New",
    simplified: "This text is long: from row {n} on it is shown in full, but without marks.",
    linked: "in both",
    unlinked_source: "only in the old version",
    unlinked_translation: "only in the new version",
    kind: kind_en,
    nothing_claimed: "The two texts have too little in common to be versions of one text, so nothing is called dropped or added.",
    overview_note: "Each cell is a sentence of the old or of the new version, in its own order; a line joins what belongs together.",
    source_paragraph: "Paragraph {n} of the old version",
    translation_paragraph: "Paragraph {n} of the new version",
    not_in_translation: "not in the new version",
    not_in_source: "not in the old version",
    moved_here: "Pair {n} stands here in the new version",
    moved_run: "Pairs {n} to {m} stand here in the new version",
    moved_to: "In the new version it stands in paragraph {n}",
    only_source: "Only in the old version",
    only_translation: "Only in the new version",
    in_translation: "Elsewhere in the new version",
    in_source: "Elsewhere in the old version",
    entities_note: "{n} in all: {s} only in the old version, {t} only in the new one.",
    digits_note: "Digits: the old version uses {s}, the new one {t}. Numbers are compared by value.",
    hits: "{s} in the old version, {t} in the new one; rows with a hit: {n}",
    tool_order: "New version’s order",
    keys: &[
        ("n p", "next, previous change"),
        ("] [", "next, previous paragraph"),
        ("1–9", "only this kind of change"),
        (". ,", "only the next, previous kind of change"),
        ("0", "all kinds"),
        ("f", "fold what agrees"),
        ("s", "swap sides"),
        ("o", "order of the new version, of the old one"),
        ("Enter Esc", "open, close the card of the change"),
        ("c", "copy the change or the row"),
        ("/", "search"),
        ("d", "light or dark"),
        ("? Esc", "open, close this list"),
    ],
    ..ENGLISH
};

pub(super) static AR: Strings = Strings {
    page_title: "مقابلة نسختين",
    source: "النسخة القديمة",
    translation: "النسخة الجديدة",
    simplified: "النص طويل: يظهر كاملًا ابتداءً من الصف {n}، لكن بلا علامات.",
    linked: "في النسختين",
    unlinked_source: "في القديمة وحدها",
    unlinked_translation: "في الجديدة وحدها",
    kind: kind_ar,
    nothing_claimed: "المشترك بين النصين أقل من أن يكونا نسختين من نص واحد، فلا يوصف شيء بأنه محذوف أو مضاف.",
    overview_note: "كل خانة جملة من النسخة القديمة أو الجديدة بحسب ترتيبها، والخط يصل بين المتقابلين.",
    source_paragraph: "الفقرة {n} من النسخة القديمة",
    translation_paragraph: "الفقرة {n} من النسخة الجديدة",
    not_in_translation: "غير موجود في النسخة الجديدة",
    not_in_source: "غير موجود في النسخة القديمة",
    moved_here: "هنا موضع الاقتران {n} في النسخة الجديدة",
    moved_run: "هنا موضع الاقترانات من {n} إلى {m} في النسخة الجديدة",
    moved_to: "موضعه في النسخة الجديدة: الفقرة {n}",
    only_source: "في النسخة القديمة وحدها",
    only_translation: "في النسخة الجديدة وحدها",
    in_translation: "في موضع آخر من النسخة الجديدة",
    in_source: "في موضع آخر من النسخة القديمة",
    entities_note: "المجموع {n}؛ في النسخة القديمة وحدها: {s}، وفي النسخة الجديدة وحدها: {t}.",
    digits_note: "الأرقام المستعملة في النسخة القديمة: {s}، وفي الجديدة: {t}. وتُقارن الأعداد بقيمها لا بأشكالها.",
    hits: "في النسخة القديمة: {s}، وفي الجديدة: {t}؛ الصفوف المطابقة: {n}",
    tool_order: "ترتيب النسخة الجديدة",
    keys: &[
        ("n p", "التغيير التالي، السابق"),
        ("] [", "الفقرة التالية، السابقة"),
        ("1–9", "هذا النوع من التغييرات وحده"),
        (". ,", "النوع التالي، السابق من التغييرات وحده"),
        ("0", "كل الأنواع"),
        ("f", "طيّ ما لا فرق فيه"),
        ("s", "تبديل الجانبين"),
        ("o", "ترتيب النسخة الجديدة أو القديمة"),
        ("Enter Esc", "فتح بطاقة التغيير وإغلاقها"),
        ("c", "نسخ التغيير أو الصف"),
        ("/", "بحث"),
        ("d", "فاتح أو داكن"),
        ("? Esc", "فتح هذه القائمة وإغلاقها"),
    ],
    ..ARABIC
};

pub(super) static FA: Strings = Strings {
    page_title: "مقابلهٔ دو نسخه",
    source: "نسخهٔ قدیم",
    translation: "نسخهٔ جدید",
    simplified: "متن بلند است: از ردیف {n} به بعد کامل، اما بدون نشانه آمده است.",
    linked: "در هر دو نسخه",
    unlinked_source: "فقط در نسخهٔ قدیم",
    unlinked_translation: "فقط در نسخهٔ جدید",
    kind: kind_fa,
    nothing_claimed: "اشتراک دو متن کمتر از آن است که نسخه‌های یک متن باشند؛ پس چیزی حذف‌شده یا افزوده خوانده نمی‌شود.",
    overview_note: "هر خانه جمله‌ای از نسخهٔ قدیم یا جدید به ترتیب خود آن نسخه است؛ خط‌ها جمله‌های متناظر را به هم می‌پیوندند.",
    source_paragraph: "بند {n} نسخهٔ قدیم",
    translation_paragraph: "بند {n} نسخهٔ جدید",
    not_in_translation: "در نسخهٔ جدید نیست",
    not_in_source: "در نسخهٔ قدیم نیست",
    moved_here: "جای جفت {n} در نسخهٔ جدید اینجاست",
    moved_run: "جای جفت‌های {n} تا {m} در نسخهٔ جدید اینجاست",
    moved_to: "جای آن در نسخهٔ جدید: بند {n}",
    only_source: "فقط در نسخهٔ قدیم",
    only_translation: "فقط در نسخهٔ جدید",
    in_translation: "در جای دیگری از نسخهٔ جدید",
    in_source: "در جای دیگری از نسخهٔ قدیم",
    entities_note: "در مجموع {n} مورد؛ فقط در نسخهٔ قدیم: {s}، فقط در نسخهٔ جدید: {t}.",
    digits_note: "رقم‌های نسخهٔ قدیم: {s}؛ رقم‌های نسخهٔ جدید: {t}. اعداد بر پایهٔ مقدار سنجیده می‌شوند.",
    hits: "در نسخهٔ قدیم: {s}، در نسخهٔ جدید: {t}؛ {n} ردیف یافت شد",
    tool_order: "به ترتیب نسخهٔ جدید",
    keys: &[
        ("n p", "تغییر بعدی، قبلی"),
        ("] [", "بند بعدی، قبلی"),
        ("1–9", "فقط این نوع تغییر"),
        (". ,", "فقط نوع بعدی، قبلی تغییر"),
        ("0", "همهٔ نوع‌ها"),
        ("f", "جمع‌کردن بخش‌های بی‌تفاوت"),
        ("s", "جابه‌جایی دو ستون"),
        ("o", "به ترتیب نسخهٔ جدید یا قدیم"),
        ("Enter Esc", "باز و بسته کردن کارت تغییر"),
        ("c", "رونوشت از تغییر یا ردیف"),
        ("/", "جست‌وجو"),
        ("d", "روشن یا تیره"),
        ("? Esc", "بازکردن و بستن این فهرست"),
    ],
    ..PERSIAN
};

/// The label of a kind is the same as in a comparison; what it means is said of versions.
fn kind_en(kind: FindingKind) -> Words {
    let explain = match kind {
        FindingKind::Dropped => "Only the old version has this sentence or passage.",
        FindingKind::Added => "Only the new version has this sentence or passage.",
        FindingKind::Moved => "A passage stands elsewhere than in the old version.",
        FindingKind::NameChanged => "A name became another name.",
        FindingKind::NumberDropped => "Only the old version has this number.",
        FindingKind::NumberAdded => "Only the new version has this number.",
        FindingKind::NameDropped => "Only the old version has this name.",
        FindingKind::NameAdded => "Only the new version has this name.",
        other => (ENGLISH.kind)(other).explain,
    };
    Words { label: (ENGLISH.kind)(kind).label, explain }
}

fn kind_ar(kind: FindingKind) -> Words {
    let explain = match kind {
        FindingKind::Dropped => "جملة أو عبارة لا توجد إلا في النسخة القديمة.",
        FindingKind::Added => "جملة أو عبارة لا توجد إلا في النسخة الجديدة.",
        FindingKind::Moved => "عبارة وُضعت في غير موضعها من النسخة القديمة.",
        FindingKind::NumberChanged => "للرقم في النسخة الجديدة قيمة أخرى.",
        FindingKind::DateChanged => "للتاريخ في النسخة الجديدة قيمة أخرى.",
        FindingKind::NameChanged => "صار الاسم اسمًا آخر.",
        FindingKind::NumberDropped => "رقم لا يوجد إلا في النسخة القديمة.",
        FindingKind::NumberAdded => "رقم لا يوجد إلا في النسخة الجديدة.",
        FindingKind::NameDropped => "اسم لا يوجد إلا في النسخة القديمة.",
        FindingKind::NameAdded => "اسم لا يوجد إلا في النسخة الجديدة.",
        other => (ARABIC.kind)(other).explain,
    };
    Words { label: (ARABIC.kind)(kind).label, explain }
}

fn kind_fa(kind: FindingKind) -> Words {
    let explain = match kind {
        FindingKind::Dropped => "جمله یا عبارتی که فقط در نسخهٔ قدیم هست.",
        FindingKind::Added => "جمله یا عبارتی که فقط در نسخهٔ جدید هست.",
        FindingKind::Moved => "عبارتی در جایی جز جای خود در نسخهٔ قدیم آمده است.",
        FindingKind::NumberChanged => "همان عدد در نسخهٔ جدید مقدار دیگری دارد.",
        FindingKind::DateChanged => "همان تاریخ در نسخهٔ جدید مقدار دیگری دارد.",
        FindingKind::NameChanged => "نامی به نام دیگری بدل شده است.",
        FindingKind::NumberDropped => "عددی که فقط در نسخهٔ قدیم هست.",
        FindingKind::NumberAdded => "عددی که فقط در نسخهٔ جدید هست.",
        FindingKind::NameDropped => "نامی که فقط در نسخهٔ قدیم هست.",
        FindingKind::NameAdded => "نامی که فقط در نسخهٔ جدید هست.",
        other => (PERSIAN.kind)(other).explain,
    };
    Words { label: (PERSIAN.kind)(kind).label, explain }
}

pub(super) fn extent_en(extent: Extent) -> Words {
    let (label, explain) = match extent {
        Extent::Identical => ("Identical", "The two versions are the same to the last byte."),
        Extent::Spacing => {
            ("Same words", "The two versions differ in spaces and line breaks alone.")
        }
        Extent::Spelling => {
            ("Same words", "The two versions differ in spelling and marks alone; no word changed.")
        }
        Extent::Revised => (
            "Revised",
            "{s} of the old version’s words are kept, and {t} of the new version’s words were there before.",
        ),
        Extent::Unrelated => (
            "No versions of one text",
            "The two texts have hardly any words in common in one place.",
        ),
    };
    Words { label, explain }
}

pub(super) fn extent_ar(extent: Extent) -> Words {
    let (label, explain) = match extent {
        Extent::Identical => ("متطابقتان", "لا فرق بين النسختين في حرف واحد."),
        Extent::Spacing => ("الكلمات نفسها", "لا تختلف النسختان إلا في المسافات وفواصل الأسطر."),
        Extent::Spelling => {
            ("الكلمات نفسها", "لا تختلف النسختان إلا في الإملاء وعلامات الترقيم، ولم تتغيّر كلمة.")
        }
        Extent::Revised => {
            ("معدَّلة", "بقي من كلمات النسخة القديمة {s}، وكان من كلمات الجديدة فيها {t}.")
        }
        Extent::Unrelated => {
            ("ليسا نسختين من نص واحد", "لا يكاد النصان يشتركان في كلمات في موضع واحد.")
        }
    };
    Words { label, explain }
}

pub(super) fn extent_fa(extent: Extent) -> Words {
    let (label, explain) = match extent {
        Extent::Identical => ("یکسان", "دو نسخه حتی در یک حرف تفاوت ندارند."),
        Extent::Spacing => ("همان واژه‌ها", "تفاوت دو نسخه تنها در فاصله‌ها و شکست سطرهاست."),
        Extent::Spelling => (
            "همان واژه‌ها",
            "تفاوت دو نسخه تنها در املا و نشانه‌های سجاوندی است؛ واژه‌ای تغییر نکرده است.",
        ),
        Extent::Revised => (
            "بازنگری‌شده",
            "{s} از واژه‌های نسخهٔ قدیم مانده و {t} از واژه‌های نسخهٔ جدید در نسخهٔ قدیم هم بوده است.",
        ),
        Extent::Unrelated => {
            ("نسخه‌های یک متن نیستند", "دو متن تقریباً هیچ واژهٔ مشترکی در یک جا ندارند.")
        }
    };
    Words { label, explain }
}

pub(super) fn edits_en(family: Family) -> Words {
    let (label, explain) = match family {
        Family::Words => ("Words", "Words that became others, went or came."),
        Family::Spelling => (
            "Spelling",
            "The same words spelt otherwise: variants of a letter, vowel signs, capitals, joined or apart, other digits.",
        ),
        Family::Marks => ("Marks", "Stops, quotation marks, brackets."),
    };
    Words { label, explain }
}

pub(super) fn edits_ar(family: Family) -> Words {
    let (label, explain) = match family {
        Family::Words => ("الكلمات", "كلمات تبدّلت أو حُذفت أو أُضيفت."),
        Family::Spelling => {
            ("الإملاء", "الكلمات نفسها بإملاء آخر: صور الحرف، التشكيل، الوصل والفصل، أشكال الأرقام.")
        }
        Family::Marks => ("الترقيم", "علامات الوقف والاقتباس والأقواس."),
    };
    Words { label, explain }
}

pub(super) fn edits_fa(family: Family) -> Words {
    let (label, explain) = match family {
        Family::Words => ("واژه‌ها", "واژه‌هایی که عوض، حذف یا افزوده شده‌اند."),
        Family::Spelling => {
            ("املا", "همان واژه‌ها با املایی دیگر: گونه‌های حرف، اعراب، پیوسته یا جدا، رقم‌های دیگر.")
        }
        Family::Marks => ("نشانه‌ها", "نقطه‌گذاری، گیومه و پرانتز."),
    };
    Words { label, explain }
}
