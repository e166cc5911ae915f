//! Arabic.

use super::{Strength, Strings, Words, versions};
use crate::calendar::Calendar;
use crate::comparison::Relation;
use crate::concept::{Approx, ConceptKind};
use crate::finding::FindingKind;

pub(super) static AR: Strings = Strings {
    tag: "ar",
    dir: "rtl",
    digits: ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'],
    comma: "، ",
    page_title: "مقابلة الأصل بالترجمة",
    skip: "انتقل إلى أول تغيير",
    source: "الأصل",
    translation: "الترجمة",
    languages: &[
        ("ar", "العربية"),
        ("fa", "الفارسية"),
        ("en", "الإنجليزية"),
        ("und", "لغة غير معروفة"),
    ],
    verdict,
    relation,
    shared: "الأسماء المشتركة: {s} من أسماء الأصل و{t} من أسماء الترجمة.",
    shared_figures: "الأرقام والتواريخ المشتركة: {s} من أرقام الأصل و{t} من أرقام الترجمة.",
    confidence: "درجة الثقة {n}.",
    claims: "المصدر الذي تذكره الترجمة: {n}.",
    same_outlet: "ناشر الأصل: {s}، وهو المصدر المذكور نفسه.",
    source_outlet: "ناشر الأصل: {s}.",
    claim_unmet: "غير أنه لا توجد فيها جملة تنقل جملة من هذا الأصل.",
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    simplified: "النص طويل: يظهر كاملًا ابتداءً من الصف {n}، لكن بلا علامات ولا قرائن.",
    coverage: "التغطية بعدد الجمل",
    coverage_paragraphs: "التغطية بعدد الفقرات",
    of_words: "{n} من الكلمات",
    linked: "مقترنة",
    unlinked_source: "في الأصل وحده",
    unlinked_translation: "في الترجمة وحدها",
    side_by_side: "متقابلة",
    alone: "بلا مقابل",
    changes: "التغييرات بحسب النوع",
    absent: "لم يُعثر على:",
    show_all: "إظهار الكل",
    shown: "المعروض من التغييرات: {n} من {m}",
    kind,
    uncertain: Words {
        label: "غير مؤكد",
        explain: "يستند هذا الاقتران أو ما لوحظ فيه إلى قرائن قليلة، فتحقّق منه قبل الاعتماد عليه.",
    },
    extent: versions::extent_ar,
    edits: versions::edits_ar,
    gone: "محذوف",
    new_words: "جديد",
    must_see: "ما ينبغي النظر فيه أولًا",
    nothing_found: "لم يُعثر على أي تغيير.",
    nothing_claimed: "ليس أيٌّ من النصين ترجمة للآخر، فلا يوصف شيء بأنه محذوف أو مضاف. وُضعت الفقرات التي تشترك في أشخاص أو أماكن أو أرقام جنبًا إلى جنب.",
    more_findings: "ملاحظات أخرى: {n}",
    minor_findings: "ملاحظات ثانوية: {n}",
    uncertain_findings: "ملاحظات غير مؤكدة لا تدخل في العدد: {n}",
    overview: "نظرة عامة",
    overview_note: "كل خانة وحدة من الأصل أو من الترجمة بحسب ترتيبها، والخط يصل بين المتقابلين.",
    texts: "النصّان",
    pair: "الاقتران {n}",
    row: "الصف {n}",
    source_paragraph: "الفقرة {n} من الأصل",
    translation_paragraph: "الفقرة {n} من الترجمة",
    evidence: "القرائن",
    probability: "الاحتمال",
    strength,
    shape: "{s} إلى {t}",
    not_in_translation: "غير موجود في الترجمة",
    not_in_source: "غير موجود في الأصل",
    no_speaker: "بلا قائل",
    no_quotation: "بلا علامتي اقتباس",
    no_counterpart: "لا مقابل له",
    outside: "خارج المقابلة",
    moved_here: "هنا موضع الاقتران {n} في الترجمة",
    moved_run: "هنا موضع الاقترانات من {n} إلى {m} في الترجمة",
    moved_to: "موضعه في الترجمة: الفقرة {n}",
    folded: "من الاقتران {n} إلى {m}: لا فرق",
    only_source: "في الأصل وحده",
    only_translation: "في الترجمة وحدها",
    in_translation: "في موضع آخر من الترجمة",
    in_source: "في موضع آخر من الأصل",
    why: "ما يربط بينهما",
    too_little: "القرائن المشتركة قليلة",
    by_place: "لا اسم ولا رقم ولا كلمة مشتركة؛ موضعه بين جيرانه هو ما يدل عليه",
    by_person: "أكّده إنسان",
    end_of: "انتهى: {s}",
    goes_on: "تتمة الجملة في صف آخر",
    is_rest: "بداية الجملة في صف آخر",
    attribution: "إسناد",
    dateline: "سطر المكان والوكالة",
    byline: "اسم الكاتب",
    furniture: "من إطار الصفحة",
    headline: "عنوان",
    shown_as: "القيمة",
    displayed_as: "يظهر في النص هكذا: {n}",
    calendar,
    approx,
    elsewhere: "في سائر النص:",
    entities: "الأسماء والأرقام والتواريخ",
    entities_note: "المجموع {n}؛ في الأصل وحده: {s}، وفي الترجمة وحدها: {t}.",
    name: "الاسم أو القيمة",
    type_of: "النوع",
    times: "المرات",
    forms: "كما كُتب",
    concept,
    notes: "ملاحظات",
    no_notes: "لا ملاحظات.",
    hidden_note: "محارف لا تُرى",
    hidden_replaced: "يظهر اسمه في النص داخل إطار",
    hidden_kept: "بقي على حاله",
    mixed_note: "كلمات تختلط فيها حروف أكثر من كتابة",
    digits_note: "الأرقام المستعملة في الأصل: {s}، وفي الترجمة: {t}. وتُقارن الأعداد بقيمها لا بأشكالها.",
    digit_sets: ["الأوروبية (0–9)", "العربية المشرقية (٠–٩)", "الفارسية (۰–۹)"],
    uncertain_note: "المواضع غير المؤكدة: {n}",
    about: "عن هذا الملف",
    program: "البرنامج",
    file: "الملف",
    words: "عدد الكلمات",
    published: "النشر",
    rows_limit: "أقصى عدد للصفوف ذات العلامات: {n}",
    legend: "كيف تُقرأ العلامات",
    offline: "ملف واحد بلا اتصال: لا يجلب شيئًا من الشبكة ولا يرسل إليها شيئًا.",
    tools: "العرض",
    tool_evidence: "إظهار القرائن",
    tool_fold: "طيّ ما لا فرق فيه",
    tool_swap: "تبديل الجانبين",
    tool_order: "ترتيب الترجمة",
    tool_copy: "نسخ",
    copy_change: "نسخ هذا التغيير",
    copied: "نُسخ",
    tool_theme: "فاتح أو داكن",
    tool_keys: "مفاتيح مفردة",
    tool_spoken: "العلامات بالكلمات لقارئات الشاشة",
    tool_help: "المفاتيح",
    search: "بحث في النصين",
    hits: "في الأصل: {s}، وفي الترجمة: {t}؛ الصفوف المطابقة: {n}",
    only_hits: "الصفوف المطابقة وحدها",
    close: "إغلاق",
    keys: &[
        ("n p", "التغيير التالي، السابق"),
        ("] [", "الفقرة التالية، السابقة"),
        ("1–9", "هذا النوع من التغييرات وحده"),
        (". ,", "النوع التالي، السابق من التغييرات وحده"),
        ("0", "كل الأنواع"),
        ("u", "الاقترانات غير المؤكدة وحدها"),
        ("e", "إظهار القرائن"),
        ("f", "طيّ ما لا فرق فيه"),
        ("s", "تبديل الجانبين"),
        ("o", "ترتيب الترجمة أو الأصل"),
        ("Enter Esc", "فتح بطاقة التغيير وإغلاقها"),
        ("c", "نسخ التغيير أو الصف"),
        ("/", "بحث"),
        ("d", "فاتح أو داكن"),
        ("? Esc", "فتح هذه القائمة وإغلاقها"),
    ],
};

fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "بالتقويم الميلادي",
        Calendar::Jalali => "بالتقويم الفارسي",
        Calendar::Hijri => "بالتقويم الهجري",
    }
}

fn approx(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "نحو",
        Approx::More => "أكثر من",
        Approx::Less => "أقل من",
    }
}

fn verdict(relation: Relation) -> &'static str {
    match relation {
        Relation::Translation => {
            "النص الثاني ترجمة للأول: تُرجم من الأصل {s}، وللترجمة أصل فيه بنسبة {t}."
        }
        Relation::Adaptation => {
            "النص الثاني ترجمة بتصرّف عن الأول: تُرجم من الأصل {s}، وللترجمة أصل فيه بنسبة {t}."
        }
        Relation::Comparable => "يتناول النصان الأحداث نفسها، وليس أيٌّ منهما ترجمة للآخر.",
        Relation::Unrelated => "يتناول كل من النصين موضوعًا مختلفًا.",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Translation => "ترجمة",
        Relation::Adaptation => "ترجمة بتصرّف",
        Relation::Comparable => "أحداث واحدة بلا ترجمة",
        Relation::Unrelated => "لا صلة بينهما",
    }
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "قوية",
        Strength::Fair => "متوسطة",
        Strength::Weak => "ضعيفة",
    }
}

fn kind(kind: FindingKind) -> Words {
    let (label, explain) = match kind {
        FindingKind::Dropped => ("محذوف", "جملة في الأصل لا مقابل لها في الترجمة."),
        FindingKind::Added => ("مضاف", "جملة في الترجمة لا مقابل لها في الأصل."),
        FindingKind::Moved => ("منقول", "جملة وُضعت في غير موضعها من الأصل."),
        FindingKind::NumberChanged => ("رقم تغيّر", "للرقم في الترجمة قيمة أخرى."),
        FindingKind::DateChanged => ("تاريخ تغيّر", "للتاريخ في الترجمة قيمة أخرى."),
        FindingKind::NameChanged => ("اسم تغيّر", "نُقل الاسم إلى اسم آخر."),
        FindingKind::PolarityChanged => {
            ("نفي أو احتمال تغيّر", "صار المنفي مثبتًا أو المحتمل مؤكدًا، أو العكس.")
        }
        FindingKind::LabelChanged => ("تسمية تغيّرت", "سُمّي الشيء نفسه باسم يدل على موقف آخر."),
        FindingKind::AttributionChanged => {
            ("نسبة تغيّرت", "نُسب القول إلى قائل آخر، أو لم يُنسب إلى أحد.")
        }
        FindingKind::QuotationChanged => {
            ("اقتباس تغيّر", "صار الكلام المباشر منقولًا بالمعنى أو العكس، أو طال الاقتباس أو قصر.")
        }
        FindingKind::NumberDropped => ("رقم محذوف", "جملة مقترنة ينقصها رقم ورد في الأصل."),
        FindingKind::NumberAdded => ("رقم مضاف", "جملة مقترنة فيها رقم لم يرد في الأصل."),
        FindingKind::NameDropped => ("اسم محذوف", "جملة مقترنة ينقصها اسم ورد في الأصل."),
        FindingKind::NameAdded => ("اسم مضاف", "جملة مقترنة فيها اسم لم يرد في الأصل."),
        FindingKind::HiddenCharacter => ("محرف خفي", "محرف لا يُرى وقد يضلّل القارئ."),
    };
    Words { label, explain }
}

fn concept(kind: ConceptKind) -> &'static str {
    match kind {
        ConceptKind::Place => "مكان",
        ConceptKind::Person => "شخص",
        ConceptKind::Organisation => "هيئة",
        ConceptKind::Group => "جماعة",
        ConceptKind::Event => "حدث",
        ConceptKind::Name => "اسم",
        ConceptKind::Number => "رقم",
        ConceptKind::Date => "تاريخ",
    }
}
