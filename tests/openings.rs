//! Outlets to which the beginning of a paragraph gives what follows, under their usual names in
//! three languages: the same outlet is no change, and another one is.

use muqabala::comparison::Options;
use muqabala::finding::{Finding, FindingKind};
use muqabala::{Document, compare};

/// The names of an outlet in Arabic, Persian and English.
type Names = [&'static [&'static str]; 3];

const LANGS: [&str; 3] = ["ar", "fa", "en"];

const OUTLETS: [Names; 28] = [
    [
        &["رويترز", "وكالة رويترز", "وكالة رويترز للأنباء"],
        &["رویترز", "خبرگزاری رویترز"],
        &["Reuters", "the Reuters news agency"],
    ],
    [
        &["وكالة الأنباء الفرنسية", "وكالة فرانس برس", "فرانس برس"],
        &["خبرگزاری فرانسه", "فرانس‌پرس", "خبرگزاری فرانس پرس"],
        &["AFP", "Agence France-Presse", "the French news agency AFP"],
    ],
    [
        &["أسوشيتد برس", "وكالة أسوشييتد برس", "وكالة أسوشيتد برس الأمريكية"],
        &["آسوشیتدپرس", "خبرگزاری آسوشیتدپرس", "آسوشیتد پرس"],
        &["the Associated Press", "AP", "The Associated Press"],
    ],
    [
        &["قناة الجزيرة", "الجزيرة", "قناة الجزيرة القطرية"],
        &["الجزیره", "شبکه الجزیره"],
        &["Al Jazeera", "Al-Jazeera", "Aljazeera"],
    ],
    [
        &["بي بي سي", "هيئة الإذاعة البريطانية", "البي بي سي"],
        &["بی‌بی‌سی", "بی بی سی", "شبکه بی‌بی‌سی"],
        &["the BBC", "BBC", "BBC News"],
    ],
    [
        &["سي إن إن", "شبكة سي إن إن", "شبكة سي إن إن الأمريكية"],
        &["سی‌ان‌ان", "شبکه سی‌ان‌ان", "شبکه خبری سی ان ان"],
        &["CNN"],
    ],
    [
        &["نيويورك تايمز", "صحيفة نيويورك تايمز", "صحيفة نيويورك تايمز الأمريكية"],
        &["نیویورک‌تایمز", "روزنامه نیویورک تایمز", "روزنامه آمریکایی نیویورک تایمز"],
        &["the New York Times", "The New York Times", "New York Times"],
    ],
    [
        &["الغارديان", "صحيفة الغارديان", "صحيفة الغارديان البريطانية", "الجارديان"],
        &["گاردین", "روزنامه گاردین", "روزنامه انگلیسی گاردین"],
        &["the Guardian", "The Guardian", "the British newspaper The Guardian"],
    ],
    [
        &["لوموند", "صحيفة لوموند الفرنسية"],
        &["لوموند", "روزنامه فرانسوی لوموند"],
        &["Le Monde", "the French newspaper Le Monde"],
    ],
    [
        &["لوفيغارو", "صحيفة لوفيغارو الفرنسية", "لو فيغارو"],
        &["فیگارو", "روزنامه فیگارو", "لوفیگارو"],
        &["Le Figaro", "the French daily Le Figaro"],
    ],
    [
        &["وكالة تسنيم", "وكالة تسنيم الإيرانية", "وكالة تسنيم الدولية للأنباء"],
        &["تسنیم", "خبرگزاری تسنیم"],
        &["Tasnim", "Tasnim News Agency", "the Tasnim news agency"],
    ],
    [
        &["وكالة فارس", "وكالة أنباء فارس", "وكالة أنباء فارس الإيرانية"],
        &["خبرگزاری فارس", "فارس"],
        &["Fars", "Fars News Agency", "the Fars news agency"],
    ],
    [
        &["إرنا", "وكالة إرنا", "وكالة الأنباء الإيرانية", "وكالة أنباء الجمهورية الإسلامية الإيرانية"],
        &["ایرنا", "خبرگزاری ایرنا", "خبرگزاری جمهوری اسلامی"],
        &["IRNA", "the state news agency IRNA", "the Islamic Republic News Agency"],
    ],
    [
        &["الأناضول", "وكالة الأناضول", "وكالة الأناضول التركية"],
        &["آناتولی", "خبرگزاری آناتولی", "خبرگزاری آناتولی ترکیه"],
        &["Anadolu", "Anadolu Agency", "the Turkish Anadolu agency"],
    ],
    [
        &["سبوتنيك", "وكالة سبوتنيك", "وكالة سبوتنيك الروسية"],
        &["اسپوتنیک", "خبرگزاری اسپوتنیک"],
        &["Sputnik", "the Russian agency Sputnik"],
    ],
    [
        &["أكسيوس", "موقع أكسيوس", "موقع أكسيوس الأمريكي"],
        &["آکسیوس", "پایگاه خبری آکسیوس", "اکسیوس"],
        &["Axios", "the news website Axios"],
    ],
    [
        &["وول ستريت جورنال", "صحيفة وول ستريت جورنال"],
        &["وال‌استریت ژورنال", "روزنامه وال استریت ژورنال"],
        &["the Wall Street Journal", "The Wall Street Journal"],
    ],
    [
        &["صحيفة الأخبار", "صحيفة الأخبار اللبنانية"],
        &["روزنامه الاخبار", "الاخبار", "روزنامه لبنانی الاخبار"],
        &["Al-Akhbar", "the Lebanese newspaper Al-Akhbar"],
    ],
    [
        &["الميادين", "قناة الميادين", "شبكة الميادين الإعلامية"],
        &["المیادین", "شبکه المیادین"],
        &["Al-Mayadeen", "Al Mayadeen", "the Al Mayadeen channel"],
    ],
    [
        &["دير شبيغل", "مجلة دير شبيغل الألمانية", "دير شبيجل"],
        &["اشپیگل", "مجله آلمانی اشپیگل", "دیر اشپیگل"],
        &["Der Spiegel", "the German magazine Der Spiegel", "Spiegel"],
    ],
    [
        &["واشنطن بوست", "صحيفة واشنطن بوست الأمريكية"],
        &["واشنگتن‌پست", "روزنامه واشنگتن پست"],
        &["the Washington Post", "The Washington Post"],
    ],
    [
        &["فايننشال تايمز", "صحيفة فايننشال تايمز"],
        &["فایننشال‌تایمز", "روزنامه فایننشال تایمز"],
        &["the Financial Times", "The Financial Times"],
    ],
    [
        &["هآرتس", "صحيفة هآرتس الإسرائيلية"],
        &["هاآرتص", "روزنامه صهیونیستی هاآرتص"],
        &["Haaretz", "the Israeli daily Haaretz"],
    ],
    [
        &["سانا", "وكالة سانا", "الوكالة العربية السورية للأنباء"],
        &["سانا", "خبرگزاری سانا", "خبرگزاری رسمی سوریه"],
        &["SANA", "Syria's state news agency SANA"],
    ],
    [
        &["شينخوا", "وكالة أنباء شينخوا", "وكالة أنباء الصين الجديدة"],
        &["شینهوا", "خبرگزاری شینهوا"],
        &["Xinhua", "China's Xinhua news agency"],
    ],
    [
        &["بلومبرغ", "وكالة بلومبرغ", "وكالة بلومبيرغ"],
        &["بلومبرگ", "خبرگزاری بلومبرگ"],
        &["Bloomberg", "Bloomberg News"],
    ],
    [
        &["المرصد السوري لحقوق الإنسان", "المرصد السوري"],
        &["دیدبان حقوق بشر سوریه", "دیده‌بان حقوق بشر سوریه"],
        &["the Syrian Observatory for Human Rights", "the Syrian Observatory"],
    ],
    [
        &["تاس", "وكالة تاس", "وكالة تاس الروسية"],
        &["خبرگزاری تاس", "تاس"],
        &["TASS", "the TASS news agency", "the Russian news agency TASS"],
    ],
];

/// The article whose second paragraph begins with what an outlet is named by.
fn article(lang: &str, outlet: &str) -> String {
    match lang {
        "ar" => format!(
            "افتتح وزير النقل صباح الاثنين خط السكة الحديدية الجديد في جنوب البلاد.\n\n\
             وبحسب {outlet}، يمر القطار بعدة قرى زراعية وسوق قديمة قبل أن يبلغ الساحل.\n\n\
             وسيبدأ بيع التذاكر في المحطات بعد انتهاء فصل الشتاء.\n"
        ),
        "fa" => format!(
            "وزیر حمل و نقل صبح دوشنبه خط آهن جدید در جنوب کشور را افتتاح کرد.\n\n\
             به گزارش {outlet}، قطار پیش از رسیدن به ساحل از چند روستای کشاورزی و بازاری قدیمی می‌گذرد.\n\n\
             فروش بلیت در ایستگاه‌ها پس از پایان فصل زمستان آغاز خواهد شد.\n"
        ),
        _ => format!(
            "The transport minister opened the new railway line in the south of the country on Monday morning.\n\n\
             According to {outlet}, the train passes several farming villages and an old market before it reaches the coast.\n\n\
             The sale of tickets at the stations will begin after the end of winter.\n"
        ),
    }
}

/// What is said of who speaks where a source and a translation name these outlets.
fn told(langs: [&str; 2], outlets: [&str; 2]) -> Vec<Finding> {
    let [source, translation] =
        [0, 1].map(|at| Document::from_text("text", article(langs[at], outlets[at])));
    let comparison = compare(&source, &translation, &Options::default());
    assert!(comparison.verdict.relation.is_rendering(), "{outlets:?}");
    let findings = comparison.findings.into_iter();
    findings.filter(|finding| finding.kind == FindingKind::AttributionChanged).collect()
}

/// The pairs of languages, as places in [`LANGS`].
const PAIRS: [[usize; 2]; 3] = [[0, 1], [2, 0], [1, 2]];

#[test]
fn the_same_outlet_is_no_change() {
    let mut wrong = Vec::new();
    for outlet in OUTLETS {
        for [from, to] in PAIRS {
            let (mine, theirs) = (outlet[from], outlet[to]);
            for at in 0..mine.len().max(theirs.len()) {
                let names = [mine[at % mine.len()], theirs[at % theirs.len()]];
                let found = told([LANGS[from], LANGS[to]], names);
                wrong.extend(found.iter().map(|finding| (names, finding.message.clone())));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn another_outlet_is_told() {
    let mut silent = Vec::new();
    for (at, outlet) in OUTLETS.iter().enumerate() {
        let other = OUTLETS[(at + 1) % OUTLETS.len()];
        for [from, to] in PAIRS {
            let names = [outlet[from][0], other[to][0]];
            if told([LANGS[from], LANGS[to]], names).len() != 1 {
                silent.push(names);
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}
