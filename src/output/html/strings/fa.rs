//! Persian.

use super::{Strength, Strings, Words, versions};
use crate::calendar::Calendar;
use crate::comparison::Relation;
use crate::concept::{Approx, ConceptKind};
use crate::finding::FindingKind;

pub(super) static FA: Strings = Strings {
    tag: "fa",
    dir: "rtl",
    digits: ['۰', '۱', '۲', '۳', '۴', '۵', '۶', '۷', '۸', '۹'],
    comma: "، ",
    page_title: "مقابلهٔ متن اصلی با ترجمه",
    skip: "رفتن به نخستین تغییر",
    source: "متن اصلی",
    translation: "ترجمه",
    languages: &[("ar", "عربی"), ("fa", "فارسی"), ("en", "انگلیسی"), ("und", "زبان نامعلوم")],
    verdict,
    relation,
    shared: "نام‌های مشترک: {s} از نام‌های متن اصلی و {t} از نام‌های ترجمه.",
    shared_figures: "عددها و تاریخ‌های مشترک: {s} از متن اصلی و {t} از ترجمه.",
    confidence: "میزان اطمینان {n}.",
    claims: "منبعی که ترجمه نام می‌برد: {n}.",
    same_outlet: "ناشر متن اصلی: {s}؛ همان منبعی که نام برده شده است.",
    source_outlet: "ناشر متن اصلی: {s}.",
    claim_unmet: "با این حال هیچ جمله‌ای از آن برگردان جمله‌ای از این متن اصلی نیست.",
    months: [
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه",
        "اوت",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ],
    simplified: "متن بلند است: از ردیف {n} به بعد کامل، اما بدون نشانه و شاهد آمده است.",
    coverage: "پوشش، به شمار جمله‌ها",
    coverage_paragraphs: "پوشش، به شمار بندها",
    of_words: "{n} از واژه‌ها",
    linked: "دارای جفت",
    unlinked_source: "فقط در متن اصلی",
    unlinked_translation: "فقط در ترجمه",
    side_by_side: "روبه‌روی هم",
    alone: "بدون همتا",
    changes: "تغییرها به تفکیک نوع",
    absent: "یافت نشد:",
    show_all: "نمایش همه",
    shown: "{n} تغییر از {m} تغییر نمایش داده شده است",
    kind,
    uncertain: Words {
        label: "نامطمئن",
        explain: "شواهد این جفت یا آنچه در آن یافته شده اندک است؛ پیش از اعتماد، آن را بررسی کنید.",
    },
    extent: versions::extent_fa,
    edits: versions::edits_fa,
    gone: "حذف‌شده",
    new_words: "تازه",
    must_see: "نخست این‌ها را ببینید",
    nothing_found: "تغییری یافت نشد.",
    nothing_claimed: "هیچ‌یک از دو متن ترجمهٔ دیگری نیست؛ پس چیزی حذف‌شده یا افزوده خوانده نمی‌شود. بندهایی که شخص، مکان یا رقم مشترک دارند روبه‌روی هم آمده‌اند.",
    more_findings: "{n} یافتهٔ دیگر",
    minor_findings: "یافته‌های کم‌اهمیت: {n}",
    uncertain_findings: "یافته‌های نامطمئن که شمرده نشده‌اند: {n}",
    overview: "نمای کلی",
    overview_note: "هر خانه یک واحد از متن اصلی یا ترجمه به ترتیب خود آن متن است؛ خط‌ها واحدهای متناظر را به هم می‌پیوندند.",
    texts: "متن‌ها",
    pair: "جفت {n}",
    row: "ردیف {n}",
    source_paragraph: "بند {n} متن اصلی",
    translation_paragraph: "بند {n} ترجمه",
    evidence: "شواهد",
    probability: "احتمال",
    strength,
    shape: "{s} به {t}",
    not_in_translation: "در ترجمه نیست",
    not_in_source: "در متن اصلی نیست",
    no_speaker: "بی‌گوینده",
    no_quotation: "بدون گیومه",
    no_counterpart: "همتایی یافت نشد",
    outside: "بیرون از مقابله",
    moved_here: "جای جفت {n} در ترجمه اینجاست",
    moved_run: "جای جفت‌های {n} تا {m} در ترجمه اینجاست",
    moved_to: "جای آن در ترجمه: بند {n}",
    folded: "جفت‌های {n} تا {m}: بدون تفاوت",
    only_source: "فقط در متن اصلی",
    only_translation: "فقط در ترجمه",
    in_translation: "در جای دیگری از ترجمه",
    in_source: "در جای دیگری از متن اصلی",
    why: "آنچه این دو را به هم می‌پیوندد",
    too_little: "شواهد مشترک اندک است",
    by_place: "نام، عدد یا واژهٔ مشترکی نیست؛ جای آن در میان همسایه‌هایش گواه است",
    by_person: "تأییدشده به دست انسان",
    end_of: "پایان {s}",
    goes_on: "دنبالهٔ جمله در سطری دیگر است",
    is_rest: "آغاز جمله در سطری دیگر است",
    attribution: "ذکر منبع",
    dateline: "سطر مکان و خبرگزاری",
    byline: "نام نویسنده",
    furniture: "حاشیهٔ صفحه",
    headline: "عنوان",
    shown_as: "مقدار",
    displayed_as: "در متن چنین دیده می‌شود: {n}",
    calendar,
    approx,
    elsewhere: "در جاهای دیگر متن:",
    entities: "نام‌ها، اعداد و تاریخ‌ها",
    entities_note: "در مجموع {n} مورد؛ فقط در متن اصلی: {s}، فقط در ترجمه: {t}.",
    name: "نام یا مقدار",
    type_of: "نوع",
    times: "دفعات",
    forms: "به همان صورتِ متن",
    concept,
    notes: "یادداشت‌ها",
    no_notes: "نکته‌ای برای یادداشت نیست.",
    hidden_note: "نویسه‌های نادیدنی",
    hidden_replaced: "نام آن در متن داخل کادر آمده است",
    hidden_kept: "دست‌نخورده مانده است",
    mixed_note: "واژه‌هایی با حروف بیش از یک خط",
    digits_note: "رقم‌های متن اصلی: {s}؛ رقم‌های ترجمه: {t}. اعداد بر پایهٔ مقدار سنجیده می‌شوند.",
    digit_sets: ["اروپایی (0–9)", "عربی (٠–٩)", "فارسی (۰–۹)"],
    uncertain_note: "جاهای نامطمئن: {n}",
    about: "دربارهٔ این پرونده",
    program: "برنامه",
    file: "پرونده",
    words: "شمار واژه‌ها",
    published: "انتشار",
    rows_limit: "بیشترین شمار ردیف‌های نشانه‌دار: {n}",
    legend: "راهنمای نشانه‌ها",
    offline: "یک پرونده، بی‌نیاز از شبکه: نه چیزی می‌گیرد و نه چیزی می‌فرستد.",
    tools: "نما",
    tool_evidence: "نمایش شواهد",
    tool_fold: "جمع‌کردن بخش‌های بی‌تفاوت",
    tool_swap: "جابه‌جایی دو ستون",
    tool_order: "به ترتیب ترجمه",
    tool_copy: "رونوشت",
    copy_change: "رونوشت از این تغییر",
    copied: "رونوشت شد",
    tool_theme: "روشن یا تیره",
    tool_keys: "کلیدهای تکی",
    tool_spoken: "نشانه‌ها با واژه، برای صفحه‌خوان‌ها",
    tool_help: "کلیدها",
    search: "جست‌وجو در هر دو متن",
    hits: "در متن اصلی: {s}، در ترجمه: {t}؛ {n} ردیف یافت شد",
    only_hits: "فقط ردیف‌های یافت‌شده",
    close: "بستن",
    keys: &[
        ("n p", "تغییر بعدی، قبلی"),
        ("] [", "بند بعدی، قبلی"),
        ("1–9", "فقط این نوع تغییر"),
        (". ,", "فقط نوع بعدی، قبلی تغییر"),
        ("0", "همهٔ نوع‌ها"),
        ("u", "فقط جفت‌های نامطمئن"),
        ("e", "نمایش شواهد"),
        ("f", "جمع‌کردن بخش‌های بی‌تفاوت"),
        ("s", "جابه‌جایی دو ستون"),
        ("o", "به ترتیب ترجمه یا متن اصلی"),
        ("Enter Esc", "باز و بسته کردن کارت تغییر"),
        ("c", "رونوشت از تغییر یا ردیف"),
        ("/", "جست‌وجو"),
        ("d", "روشن یا تیره"),
        ("? Esc", "بازکردن و بستن این فهرست"),
    ],
};

fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "میلادی",
        Calendar::Jalali => "هجری خورشیدی",
        Calendar::Hijri => "هجری قمری",
    }
}

fn approx(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "حدود",
        Approx::More => "بیش از",
        Approx::Less => "کمتر از",
    }
}

fn verdict(relation: Relation) -> &'static str {
    match relation {
        Relation::Translation => {
            "متن دوم ترجمهٔ متن اول است: {s} از متن اصلی ترجمه شده و {t} از ترجمه در متن اصلی ریشه دارد."
        }
        Relation::Adaptation => {
            "متن دوم ترجمهٔ آزاد متن اول است: {s} از متن اصلی ترجمه شده و {t} از ترجمه در متن اصلی ریشه دارد."
        }
        Relation::Comparable => {
            "هر دو متن از رویدادهای یکسانی خبر می‌دهند، اما هیچ‌یک ترجمهٔ دیگری نیست."
        }
        Relation::Unrelated => "دو متن دربارهٔ موضوع‌های متفاوتی هستند.",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Translation => "ترجمه",
        Relation::Adaptation => "ترجمهٔ آزاد",
        Relation::Comparable => "رویدادهای یکسان، بدون ترجمه",
        Relation::Unrelated => "بی‌ارتباط",
    }
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "قوی",
        Strength::Fair => "متوسط",
        Strength::Weak => "ضعیف",
    }
}

fn kind(kind: FindingKind) -> Words {
    let (label, explain) = match kind {
        FindingKind::Dropped => ("حذف‌شده", "جمله‌ای از متن اصلی در ترجمه همتا ندارد."),
        FindingKind::Added => ("افزوده", "جمله‌ای از ترجمه در متن اصلی همتا ندارد."),
        FindingKind::Moved => ("جابه‌جاشده", "جمله‌ای در جایی جز جای خود در متن اصلی آمده است."),
        FindingKind::NumberChanged => ("تغییر عدد", "همان عدد در ترجمه مقدار دیگری دارد."),
        FindingKind::DateChanged => ("تغییر تاریخ", "همان تاریخ در ترجمه مقدار دیگری دارد."),
        FindingKind::NameChanged => ("تغییر نام", "نامی به نام دیگری برگردانده شده است."),
        FindingKind::PolarityChanged => {
            ("تغییر نفی یا احتمال", "نفی به اثبات یا احتمال به قطعیت بدل شده است، یا برعکس.")
        }
        FindingKind::LabelChanged => {
            ("تغییر عنوان", "همان چیز با نامی خوانده شده که موضع دیگری را می‌رساند.")
        }
        FindingKind::AttributionChanged => {
            ("تغییر گوینده", "سخن به کس دیگری نسبت داده شده یا به هیچ‌کس نسبت داده نشده است.")
        }
        FindingKind::QuotationChanged => (
            "تغییر نقل قول",
            "نقل قول مستقیم به غیرمستقیم بدل شده یا برعکس، یا بلندتر یا کوتاه‌تر شده است.",
        ),
        FindingKind::NumberDropped => ("حذف عدد", "جملهٔ جفت‌شده عددی از متن اصلی را ندارد."),
        FindingKind::NumberAdded => ("افزودن عدد", "جملهٔ جفت‌شده عددی دارد که در متن اصلی نیست."),
        FindingKind::NameDropped => ("حذف نام", "جملهٔ جفت‌شده نامی از متن اصلی را ندارد."),
        FindingKind::NameAdded => ("افزودن نام", "جملهٔ جفت‌شده نامی دارد که در متن اصلی نیست."),
        FindingKind::HiddenCharacter => {
            ("نویسهٔ پنهان", "نویسه‌ای که دیده نمی‌شود و می‌تواند گمراه‌کننده باشد.")
        }
    };
    Words { label, explain }
}

fn concept(kind: ConceptKind) -> &'static str {
    match kind {
        ConceptKind::Place => "مکان",
        ConceptKind::Person => "شخص",
        ConceptKind::Organisation => "نهاد",
        ConceptKind::Group => "گروه",
        ConceptKind::Event => "رویداد",
        ConceptKind::Name => "نام",
        ConceptKind::Number => "عدد",
        ConceptKind::Date => "تاریخ",
    }
}
