//! Texts written for these tests, and the comparisons that a careful reader would make of them.

use muqabala::calendar::Calendar;
use muqabala::comparison::{Comparison, Relation};
use muqabala::concept::{ConceptKind, Value, Written};
use muqabala::document::Meta;
use muqabala::finding::{FindingKind, Severity};
use muqabala::lang::Lang;
use muqabala::segment::Role;
use muqabala::span::Pair;

use super::{Concept, PairBuilder, TextBuilder};

const fn number(value: f64) -> Option<Value> {
    figure(value, false)
}

const fn percent(value: f64) -> Option<Value> {
    figure(value, true)
}

const fn figure(value: f64, percent: bool) -> Option<Value> {
    Some(Value::Number {
        value,
        percent,
        written: Written::Digits,
        ordinal: false,
        approx: None,
        quantity: None,
    })
}

const fn date(year: Option<i32>, month: u8, day: Option<u8>) -> Option<Value> {
    Some(Value::Date {
        written: Calendar::Gregorian,
        year,
        month: Some(month),
        day,
        weekday: None,
        relative: None,
    })
}

static CONCEPTS: &[Concept] = &[
    ("muscat", ConceptKind::Place, "Muscat", None),
    ("tehran", ConceptKind::Place, "Tehran", None),
    ("sohar", ConceptKind::Place, "Sohar", None),
    ("abbas", ConceptKind::Place, "Bandar Abbas", None),
    ("oman", ConceptKind::Place, "Oman", None),
    ("iran", ConceptKind::Place, "Iran", None),
    ("dubai", ConceptKind::Place, "Dubai", None),
    ("sharjah", ConceptKind::Place, "Sharjah", None),
    ("chabahar", ConceptKind::Place, "Chabahar", None),
    ("harthi", ConceptKind::Person, "Salim al-Harthi", None),
    ("kiani", ConceptKind::Person, "Bahram Kiani", None),
    ("alawi", ConceptKind::Person, "Nadir al-Alawi", None),
    ("sunday", ConceptKind::Date, "2024-05-12", date(Some(2024), 5, Some(12))),
    ("march", ConceptKind::Date, "2021-03", date(Some(2021), 3, None)),
    ("april", ConceptKind::Date, "2021-04", date(Some(2021), 4, None)),
    ("july", ConceptKind::Date, "July", date(None, 7, None)),
    ("n24", ConceptKind::Number, "24", number(24.0)),
    ("n3", ConceptKind::Number, "3", number(3.0)),
    ("n7", ConceptKind::Number, "7", number(7.0)),
    ("n1.5e9", ConceptKind::Number, "1,500,000,000", number(1.5e9)),
    ("n2.5e9", ConceptKind::Number, "2,500,000,000", number(2.5e9)),
    ("n5", ConceptKind::Number, "5", number(5.0)),
    ("n900", ConceptKind::Number, "900", number(900.0)),
    ("n40000", ConceptKind::Number, "40,000", number(40_000.0)),
    ("p18", ConceptKind::Number, "18%", percent(18.0)),
    ("p28", ConceptKind::Number, "28%", percent(28.0)),
    ("n6", ConceptKind::Number, "6", number(6.0)),
    ("n12", ConceptKind::Number, "12", number(12.0)),
    ("n140", ConceptKind::Number, "140", number(140.0)),
    ("herat", ConceptKind::Place, "Herat", None),
    ("kabul", ConceptKind::Place, "Kabul", None),
    ("crescent", ConceptKind::Organisation, "Red Crescent", None),
    ("noor", ConceptKind::Person, "Noor Rahimi", None),
    ("geneva", ConceptKind::Place, "Geneva", None),
];

fn port_source() -> TextBuilder {
    TextBuilder::new("pairs/port/ar.txt", Lang::Arabic, CONCEPTS)
        .meta(Meta { outlet: Some("صحيفة الساحل".to_owned()), url: Some("https://coast.example.org/economy/a-long-address-without-a-break/2024".to_owned()), date: Some("2024-05-12".to_owned()), ..Meta::default() })
        .paragraph(Role::Headline, &["اتفاق بين [مسقط|muscat] و[طهران|tehran] على توسيع خط الملاحة بين [صحار|sohar] و[بندر عباس|abbas]"])
        .paragraph(Role::Byline, &["كتب مراسل الشؤون الاقتصادية"])
        .paragraph(Role::Body, &[
            "{D:مسقط (وكالات) –} وقّع وزير النقل [العُماني|oman] [سالم الحارثي|harthi] ونظيره [الإيراني|iran] [بهرام كياني|kiani]، يوم الأحد [12 أيار 2024|sunday]، اتفاقًا يقضي بزيادة رحلات الشحن بين ميناءي [صحار|sohar] و[بندر عباس|abbas].",
            "وجرى التوقيع في العاصمة [العُمانية|oman] بحضور ممثلين عن [24|n24] شركة من البلدين.",
        ])
        .paragraph(Role::Body, &[
            "وقال [الحارثي|harthi] في مؤتمر صحافي إن عدد الرحلات سيرتفع من [ثلاث|n3] رحلات إلى [سبع|n7] رحلات أسبوعيًا قبل نهاية العام.",
            "وأضاف أن كلفة المرحلة الأولى تبلغ [1.5 مليار|n1.5e9] دولار.",
        ])
        .paragraph(Role::Body, &[
            "من جهته، أكد [كياني|kiani] أن حجم التبادل التجاري بين البلدين بلغ [2500 مليون|n2.5e9] دولار في العام الماضي، وأن الهدف هو مضاعفته خلال [خمس|n5] سنوات، وأن القطاع الخاص سيتولى ثلثي التمويل.",
        ])
        .paragraph(Role::Body, &[
            "وانتقدت جمعية الصيادين في [صحار|sohar] المشروع.",
            "وقالت في بيان إن أعمال الحفر ستضر بمناطق الصيد التي تعيش منها نحو [900|n900] عائلة.",
        ])
        .paragraph(Role::Body, &[
            "وتشمل الخطة بناء رصيفين جديدين ومخزن مبرّد في الميناء [العُماني|oman].",
            "وتبلغ مساحة المخزن [40 ألف|n40000] متر مربع.",
        ])
        .paragraph(Role::Body, &["ورحّبت غرفة التجارة في [دبي|dubai] بالاتفاق، ورأت فيه فرصة لشركات إعادة التصدير."])
        .paragraph(Role::Body, &[
            "وكان البلدان قد وقّعا مذكرة تفاهم أولى في [آذار 2021|march].",
            "لكن تنفيذها تأخر بسبب جائحة كورونا.",
        ])
        .paragraph(Role::Body, &[
            "ويرى الخبير الاقتصادي [نادر العلوي|alawi] أن الخط الجديد سيخفض كلفة النقل بنسبة [18 في المئة|p18].",
            "ويحذّر في الوقت نفسه من ضعف الطرق المؤدية إلى الميناء.",
        ])
        .paragraph(Role::Body, &[
            "ومن المقرر أن تبدأ الأعمال في [تموز|july] المقبل.",
            "وسيشرف عليها مكتب هندسي من [مسقط|muscat].",
        ])
        .paragraph(Role::Body, &["ويُتوقع أن يزور وفد [إيراني|iran] مدينة [صحار|sohar] الشهر المقبل لمعاينة الموقع."])
        .paragraph(Role::Body, &["ولم يكشف الطرفان عن تفاصيل التمويل."])
        .paragraph(Role::Furniture, &["اقرأ أيضًا: أسعار الشحن في الخليج"])
}

fn port_translation() -> TextBuilder {
    TextBuilder::new("pairs/port/fa.txt", Lang::Persian, CONCEPTS)
        .paragraph(Role::Furniture, &["سرویس اقتصاد"])
        .paragraph(Role::Headline, &["توافق [مسقط|muscat] و [تهران|tehran] برای گسترش خط کشتیرانی [صحار|sohar]–[بندرعباس|abbas]"])
        .paragraph(Role::Body, &[
            "{A:به گزارش گروه اقتصادی به نقل از خبرگزاری‌ها،} وزیر حمل‌ونقل [عمان|oman]، [سالم الحارثی|harthi]، و همتای [ایرانی‌اش|iran] [بهرام کیانی|kiani] روز یکشنبه [۱۲ مه ۲۰۲۴|sunday] توافق‌نامه‌ای برای افزایش سفرهای باری میان بندرهای [صحار|sohar] و [بندرعباس|abbas] امضا کردند.",
            "این توافق‌نامه در پایتخت [عمان|oman] و با حضور نمایندگان [۲۴|n24] شرکت از دو کشور به امضا رسید.",
        ])
        .paragraph(Role::Body, &[
            "[الحارثی|harthi] در نشستی خبری گفت شمار سفرها تا پایان سال از [سه|n3] سفر به [هفت|n7] سفر در هفته خواهد رسید.",
            "او افزود هزینهٔ مرحلهٔ نخست [۱٫۵ میلیارد|n1.5e9] دلار است.",
        ])
        .paragraph(Role::Body, &[
            "[کیانی|kiani] نیز تأکید کرد که حجم مبادلات بازرگانی دو کشور در سال گذشته به [۲۵۰۰ میلیون|n2.5e9] دلار رسید و هدف آن است که ظرف [پنج|n5] سال دو برابر شود.",
            "به گفتهٔ او، بخش خصوصی دوسوم سرمایهٔ لازم را تأمین خواهد کرد.",
        ])
        .paragraph(Role::Body, &["اتاق بازرگانی [شارجه|sharjah] نیز از این توافق استقبال کرد و آن را فرصتی برای شرکت‌های صادرات مجدد دانست."])
        .paragraph(Role::Body, &[
            "دو کشور پیش‌تر در [آوریل ۲۰۲۱|april] نخستین تفاهم‌نامه را امضا کرده بودند.",
            "اما اجرای آن به سبب همه‌گیری کرونا به تأخیر افتاد.",
        ])
        .paragraph(Role::Body, &[
            "[ایران|iran] در سال‌های اخیر کوشیده است سهم بندرهای جنوبی خود را از بازرگانی منطقه افزایش دهد.",
            "[چابهار|chabahar] مهم‌ترین این بندرهاست.",
        ])
        .paragraph(Role::Body, &[
            "[نادر العلوی|alawi]، کارشناس اقتصادی، بر این باور است که خط تازه هزینهٔ حمل را [۲۸ درصد|p28] کاهش می‌دهد.",
            "او دربارهٔ زیرساخت‌ها نیز هشدار داد.",
        ])
        .paragraph(Role::Body, &["کارها قرار است در [ژوئیهٔ|july] آینده زیر نظر یک دفتر مهندسی از [مسقط|muscat] آغاز شود."])
        .paragraph(Role::Body, &["انتظار می‌رود هیئتی [ایرانی|iran] ماه آینده برای بازدید از محل راهی آنجا شود."])
        .paragraph(Role::Body, &["دو طرف جزئیات تأمین مالی را اعلام نکردند."])
        .paragraph(Role::Body, &[
            "این طرح ساخت دو اسکلهٔ تازه و یک انبار سردخانه‌ای در بندر [عمانی|oman] را در بر می‌گیرد.",
            "مساحت انبار [۴۰ هزار|n40000] متر مربع است.",
        ])
        .paragraph(Role::Furniture, &["انتهای پیام"])
}

/// An Arabic report and its Persian adaptation: a paragraph dropped, one added, one moved, two
/// sentences made one, one made two, a number, a date and a name changed, a name dropped, and a
/// pair that may be none.
pub fn port() -> Comparison {
    const NONE: &[usize] = &[];
    PairBuilder::new(port_source(), port_translation(), Relation::Adaptation)
        .verdict(|verdict| {
            verdict.coverage = Pair::new(0.88, 0.87);
            verdict.shared_names = Pair::new(Some(0.9), Some(0.8));
            verdict.shared_figures = Pair::new(Some(0.8), Some(0.85));
            verdict.summary = "The translation adapts the source: 88% of the source is rendered; one paragraph is left out, one is put in, one stands elsewhere.".to_owned();
        })
        .link(&[0], &[1], 0.99, false)
        .link(&[2], &[2], 0.99, false)
        .link(&[3], &[3], 0.97, false)
        .link(&[4], &[4], 0.98, false)
        .link(&[5], &[5], 0.96, false)
        .link(&[6], &[6, 7], 0.95, false)
        .link(&[9], &[18], 0.93, true)
        .link(&[10], &[19], 0.94, true)
        .link(&[11], &[8], 0.91, false)
        .link(&[12], &[9], 0.92, false)
        .link(&[13], &[10], 0.88, false)
        .link(&[14], &[13], 0.97, false)
        .link(&[15], &[14], 0.41, false)
        .link(&[16, 17], &[15], 0.9, false)
        .link(&[18], &[16], 0.86, false)
        .link(&[19], &[17], 0.78, false)
        .forms(FindingKind::NumberChanged, Severity::High, Pair::new(Some("18 في المئة"), Some("۲۸ درصد")))
        .forms(FindingKind::DateChanged, Severity::High, Pair::new(Some("آذار 2021"), Some("آوریل ۲۰۲۱")))
        .forms(FindingKind::NameChanged, Severity::High, Pair::new(Some("دبي"), Some("شارجه")))
        .units(FindingKind::Dropped, Severity::High, Pair::new(&[7], NONE))
        .units(FindingKind::Dropped, Severity::High, Pair::new(&[8], NONE))
        .units(FindingKind::Added, Severity::Medium, Pair::new(NONE, &[11, 12]))
        .forms(FindingKind::NameDropped, Severity::Medium, Pair::new(Some("مدينة صحار"), None))
        .units(FindingKind::Moved, Severity::Low, Pair::new(&[9, 10], &[18, 19]))
        .build()
}

/// Two reports of one event, neither a translation of the other.
pub fn quake() -> Comparison {
    let source = TextBuilder::new("ar.txt", Lang::Arabic, CONCEPTS)
        .paragraph(Role::Headline, &["هزة أرضية تضرب [هرات|herat] وتوقع عشرات الجرحى"])
        .paragraph(Role::Body, &["أُصيب [140|n140] شخصًا على الأقل في زلزال ضرب ولاية [هرات|herat] فجر اليوم.", "وقالت [نور رحيمي|noor]، المتحدثة باسم [الهلال الأحمر|crescent]، إن فرق الإنقاذ تعمل في [12|n12] قرية."])
        .paragraph(Role::Body, &["وشعر سكان [كابل|kabul] بالهزة من دون أن تقع فيها أضرار."])
        .paragraph(Role::Body, &["وأعلنت منظمات إغاثة في [جنيف|geneva] استعدادها لإرسال خيام وأدوية."])
        .paragraph(Role::Furniture, &["حقوق النشر محفوظة"]);
    let translation = TextBuilder::new("fa.txt", Lang::Persian, CONCEPTS)
        .paragraph(Role::Headline, &["شمار زخمی‌های زمین‌لرزهٔ [هرات|herat] رو به افزایش است"])
        .paragraph(Role::Body, &["{D:کابل –} باشندگان روستاهای [هرات|herat] شب گذشته را در فضای باز سپری کردند."])
        .paragraph(Role::Body, &["[هلال احمر|crescent] می‌گوید به [۱۲|n12] روستا کمک رسانده و [۶|n6] چادر درمانی برپا کرده است.", "[نور رحیمی|noor] از مردم خواست به خانه‌های ترک‌خورده بازنگردند."])
        .paragraph(Role::Body, &["مکتب‌ها تا آخر هفته بسته خواهند بود."]);
    PairBuilder::new(source, translation, Relation::Comparable)
        .verdict(|verdict| {
            verdict.confidence = 0.92;
            verdict.shared_names = Pair::new(Some(0.6), Some(1.0));
            verdict.shared_figures = Pair::new(Some(0.5), Some(0.5));
            verdict.summary =
                "Both texts report the same event, but neither renders the other.".to_owned();
        })
        .related(&[0], &[0], 0.9)
        .related(&[1], &[2], 0.8)
        .build()
}

/// An Arabic report and its English translation: two directions on one page.
pub fn english() -> Comparison {
    let source = TextBuilder::new("ar.txt", Lang::Arabic, CONCEPTS)
        .paragraph(Role::Headline, &["افتتاح مكتبة عامة في [مسقط|muscat]"])
        .paragraph(
            Role::Body,
            &[
                "افتُتحت في [مسقط|muscat] مكتبة عامة تضم [40 ألف|n40000] كتاب.",
                "وقال [سالم الحارثي|harthi] إن المكتبة ستفتح أبوابها [سبعة|n7] أيام في الأسبوع.",
            ],
        )
        .paragraph(Role::Body, &["وتعتمد المكتبة نظام NATO-12 (بيروت) للفهرسة."]);
    let translation = TextBuilder::new("en.txt", Lang::English, CONCEPTS)
        .paragraph(Role::Headline, &["A public library opens in [Muscat|muscat]"])
        .paragraph(
            Role::Body,
            &[
                "A public library with [40,000|n40000] books has opened in [Muscat|muscat].",
                "[Salim al-Harthi|harthi] said that it would be open [six|n6] days a week.",
            ],
        )
        .paragraph(Role::Body, &["NATO-12 is the catalogue system that the library uses."]);
    PairBuilder::new(source, translation, Relation::Translation)
        .verdict(|verdict| {
            verdict.coverage = Pair::new(1.0, 1.0);
            verdict.summary = "The second text translates the first.".to_owned();
        })
        .link(&[0], &[0], 0.99, false)
        .link(&[1], &[1], 0.99, false)
        .link(&[2], &[2], 0.95, false)
        .link(&[3], &[3], 0.75, false)
        .forms(FindingKind::NumberChanged, Severity::High, Pair::new(Some("سبعة"), Some("six")))
        .build()
}

/// What an input may hold to break a page: markup, quotes, controls, bytes that HTML forbids.
pub const HOSTILE: &str = "<script>window.broken=1</script> \" onmouseover=\"window.broken=1\" ' </title></style> <img src=x onerror=window.broken=1> &lt; \u{202e}abc \u{2069}def\u{0} \u{2067}ghi \u{200b}\u{fffe} \u{2028}";

/// A comparison with hostile text in every field that takes text.
pub fn hostile() -> Comparison {
    let with = |text: &str| text.replace("PAYLOAD", HOSTILE);
    let side = |lang, name: &str| {
        let sentence = with("[مسقط|muscat] PAYLOAD نص");
        let mut meta = Meta::default();
        for field in
            [&mut meta.title, &mut meta.outlet, &mut meta.author, &mut meta.date, &mut meta.url]
        {
            *field = Some(HOSTILE.to_owned());
        }
        TextBuilder::new(&format!("{name}{HOSTILE}"), lang, CONCEPTS)
            .meta(meta)
            .paragraph(Role::Headline, &[HOSTILE])
            .paragraph(Role::Body, &[&format!("{{A:{HOSTILE}}} {sentence}"), &sentence])
            .paragraph(Role::Body, &[&sentence])
            .paragraph(Role::Attribution, &[HOSTILE])
            .paragraph(Role::Furniture, &[HOSTILE])
    };
    let mut comparison =
        PairBuilder::new(side(Lang::Arabic, "a"), side(Lang::Unknown, "b"), Relation::Translation)
            .verdict(|verdict| verdict.summary = HOSTILE.to_owned())
            .link(&[0], &[0], 0.9, false)
            .link(&[1, 2], &[1], 0.4, true)
            .forms(
                FindingKind::NumberChanged,
                Severity::High,
                Pair::new(Some(HOSTILE), Some(HOSTILE)),
            )
            .forms(FindingKind::HiddenCharacter, Severity::High, Pair::new(Some("\u{202e}"), None))
            .units(FindingKind::Dropped, Severity::High, Pair::new(&[3], &[]))
            .units(FindingKind::Added, Severity::High, Pair::new(&[], &[2]))
            .build();
    for finding in &mut comparison.findings {
        finding.id = HOSTILE.to_owned();
        finding.message = HOSTILE.to_owned();
    }
    for side in muqabala::span::Side::BOTH {
        comparison.documents[side].sha256 = HOSTILE.to_owned();
        for mention in &mut comparison.mentions[side] {
            mention.name = HOSTILE.to_owned();
            mention.concept = HOSTILE.to_owned();
        }
    }
    comparison
}

/// A long pair, to see that size does no harm.
pub fn long(paragraphs: usize) -> Comparison {
    let text = |lang, sentence: &'static str| {
        (0..paragraphs).fold(TextBuilder::new("x", lang, CONCEPTS), |text, _| {
            text.paragraph(Role::Body, &[sentence])
        })
    };
    let source = text(
        Lang::Arabic,
        "وقال [الحارثي|harthi] إن الرحلات إلى [صحار|sohar] ستزيد إلى [24|n24] رحلة.",
    );
    let translation =
        text(Lang::Persian, "[الحارثی|harthi] گفت سفرها به [صحار|sohar] به [۲۴|n24] سفر می‌رسد.");
    (0..paragraphs)
        .fold(PairBuilder::new(source, translation, Relation::Translation), |pair, n| {
            pair.link(&[n], &[n], 0.95, false)
        })
        .verdict(|verdict| verdict.coverage = Pair::new(1.0, 1.0))
        .build()
}
