//! What pages put around an article, in the shapes of many sites, and lines that only look like it.
//!
//! The shipped pairs are the measure: their `gold.json` says which lines are furniture.

use std::fs;
use std::path::Path;

use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::segment::{AsideKind, Role, SegmentOptions, Segments, segment};
use muqabala::span::Span;

fn cut(text: &str) -> (Document, Segments) {
    let document = Document::from_text("test", text);
    let segments = segment(&document, &SegmentOptions::new());
    (document, segments)
}

/// The lines of a page with the roles that it got, each line a block.
fn roles(lines: &[&str]) -> Vec<Role> {
    cut(&lines.join("\n\n")).1.paragraphs.iter().map(|paragraph| paragraph.role).collect()
}

struct Article {
    headline: &'static str,
    body: &'static str,
}

const ARABIC: Article = Article {
    headline: "المتحف الوطني يفتح قاعة جديدة للمخطوطات",
    body: "افتتح المتحف الوطني صباح أمس قاعة جديدة للمخطوطات القديمة، وحضر الافتتاح عدد كبير من الباحثين والطلاب الذين جاءوا من مدن بعيدة لرؤية المجموعة.",
};
const PERSIAN: Article = Article {
    headline: "موزه ملی تالار تازه‌ای برای دست‌نوشته‌ها گشود",
    body: "موزه ملی صبح دیروز تالار تازه‌ای برای دست‌نوشته‌های کهن گشود و شمار زیادی از پژوهشگران و دانشجویان که از شهرهای دور آمده بودند در این آیین حاضر شدند.",
};
const ENGLISH: Article = Article {
    headline: "National museum opens a new hall for manuscripts",
    body: "The national museum opened a new hall for old manuscripts yesterday morning, and many scholars and students who had come from distant towns were there to see the collection.",
};

#[test]
fn what_stands_around_the_headline_is_no_content() {
    for (article, lines) in [
        (
            ARABIC,
            &[
                "الرئيسية / ثقافة",
                "الرئيسية > أخبار > تقارير خاصة",
                "ثقافة | فنون",
                "المنارة - ٣ مايو ٢٠٢٤",
                "الجمعة 3 أيار 2024 | 14:30 بتوقيت بيروت",
                "آخر تحديث: 3 مايو 2024 - 10:15",
                "مدة القراءة: 4 دقائق",
                "شارك المقال: فيسبوك | تويتر | واتساب",
                "فيسبوك تويتر تلغرام",
            ][..],
        ),
        (
            PERSIAN,
            &[
                "صفحه نخست » فرهنگ و هنر » میراث",
                "صفحهٔ اصلی / صحت",
                "فرهنگ | سینما",
                "دیده‌بان شهر > فرهنگ > موزه",
                "۱۴ اردیبهشت ۱۴۰۳ - ۰۹:۱۵ | کد خبر: ۵۵۱۲",
                "زمان مطالعه: ۳ دقیقه",
                "تلگرام | واتساپ | ایکس",
            ],
        ),
        (
            ENGLISH,
            &[
                "Home > Culture > Museums",
                "World | Culture",
                "Published 3 May 2024, 10:15 GMT",
                "The Lantern - 3 May 2024",
                "4 min read",
                "Share: Facebook | X | WhatsApp",
            ],
        ),
    ] {
        for line in lines {
            let found = roles(&[line, article.headline, article.body, article.body]);
            assert_eq!(found, [Role::Furniture, Role::Headline, Role::Body, Role::Body], "{line}");
        }
    }
}

#[test]
fn who_wrote_it_stands_below_the_headline() {
    for (article, lines) in [
        (
            ARABIC,
            &[
                "صنعاء ــ هدى المقرمي",
                "بيروت - علي حمدان",
                "دمشق ـ حلب ـ «المنارة»",
                "بقلم: هدى المقرمي",
            ][..],
        ),
        (PERSIAN, &["گزارش از سارا احمدی", "مشهد – سارا احمدی", "نویسنده: سارا احمدی"]),
        (
            ENGLISH,
            &[
                "By Jane Doe",
                "By Jane Doe in Springfield and John Roe in Shelbyville",
                "By our culture staff",
                "Springfield - Jane Doe",
            ],
        ),
    ] {
        for line in lines {
            let found = roles(&[article.headline, line, article.body, article.body]);
            assert_eq!(found, [Role::Headline, Role::Byline, Role::Body, Role::Body], "{line}");
        }
    }
}

#[test]
fn what_stands_behind_the_end_is_no_content() {
    for (article, lines) in [
        (
            ARABIC,
            &[
                "للاشتراك في نشرتنا البريدية اضغط هنا",
                "تابعونا على فيسبوك وتويتر لتصلكم آخر الأخبار.",
                "جميع الحقوق محفوظة © 2024",
                "كلمات مفتاحية: متحف المخطوطات الوطني في صنعاء",
                "الرئيسية | من نحن | اتصل بنا",
                "12 تعليقاً",
            ][..],
        ),
        (
            PERSIAN,
            &[
                "با دوستان خود شریک سازید",
                "برای عضویت در کانال تلگرام ما اینجا کلیک کنید.",
                "برچسب‌ها: موزه ملی دست نوشته های کهن",
                "استفاده از مطالب این سایت با ذکر منبع بلامانع است.",
                "بیشتر بخوانید: نمایشگاه کتاب گشایش یافت",
                "انتهای پیام/",
            ],
        ),
        (
            ENGLISH,
            &[
                "Click here to subscribe to our newsletter.",
                "Follow us on Facebook and Twitter",
                "Copyright 2024 The Lantern. All rights reserved.",
                "Tags: museum manuscripts national hall opening",
                "Read more: A book fair opens",
            ],
        ),
    ] {
        for line in lines {
            let found = roles(&[article.headline, article.body, article.body, line]);
            assert_eq!(found[3], Role::Furniture, "{line}");
            assert_eq!(found[..3], [Role::Headline, Role::Body, Role::Body], "{line}");
        }
    }
}

#[test]
fn captions_are_no_content_and_headlines_with_a_film_are() {
    for (article, line) in [
        (ARABIC, "زوار في القاعة الجديدة صباح أمس (أرشيف)"),
        (ARABIC, "تصوير: هدى المقرمي"),
        (PERSIAN, "بازدیدکنندگان در تالار تازه (عکس: ایرنا)"),
        (PERSIAN, "بازدیدکنندگان در تالار تازه (عکس: دیده‌بان شهر)"),
        (ENGLISH, "Visitors in the new hall on Friday. Photo: John Roe / Reuters"),
    ] {
        let found = roles(&[article.headline, line, article.body, article.body]);
        assert_eq!(found[..2], [Role::Headline, Role::Furniture], "{line}");
    }
    let found = roles(&["گشایش تالار تازه موزه ملی (فیلم)", PERSIAN.body, PERSIAN.body]);
    assert_eq!(found[0], Role::Headline);
}

/// One false alarm costs more than ten right answers: these stay text wherever they stand.
#[test]
fn sentences_and_headings_stay_content() {
    for (article, lines) in [
        (
            ARABIC,
            &[
                "قال المدير: شارك في العمل عشرون خبيرا من الجامعة",
                "تقدم بطيء في أعمال الترميم - تأخير في التسليم",
                "فيسبوك",
                "نشر الباحث صورة المخطوط على تويتر وفيسبوك.",
                "في 3 مايو 2024، عاد الفريق إلى الموقع.",
                "العراق: سنة بعد الفيضان",
            ][..],
        ),
        (
            PERSIAN,
            &[
                "او گفت: خبرنامه موزه هر ماه چاپ می‌شود.",
                "کارشناس موزه عکس را در تلگرام و اینستاگرام گذاشت.",
                "بازگشت به گذشته - آغازی تازه برای شهر",
                "پایان کار هنوز روشن نیست.",
                "تلگرام",
            ],
        ),
        (
            ENGLISH,
            &[
                "The museum said on Facebook and Twitter that it would stay open.",
                "Facebook",
                "By the end of May the hall will be full.",
                "A home for old books",
                "The director shared the news in a newsletter.",
                "Rain or shine - a day at the museum",
            ],
        ),
    ] {
        for line in lines {
            let found = roles(&[article.headline, article.body, line, article.body]);
            assert!(found.iter().all(|role| role.is_content()), "{line}: {found:?}");
        }
    }
    for headline in [
        "Rain or shine - a day at the museum",
        "Budget | Prices rise",
        "ثورة 25 يناير - ذكرى وعبرة",
    ] {
        let found = roles(&[headline, ENGLISH.body, ENGLISH.body]);
        assert_eq!(found[0], Role::Headline, "{headline}");
    }
}

#[test]
fn a_label_at_the_end_of_a_paragraph_is_an_aside() {
    let (document, segments) =
        cut(&format!("{}\n\n{}\n\n{} انتهای پیام/", PERSIAN.headline, PERSIAN.body, PERSIAN.body));
    let aside = segments.asides.last().expect("an aside");
    assert_eq!(aside.kind, AsideKind::Furniture);
    assert_eq!(aside.span.of(&document.text), "انتهای پیام/");
    assert_eq!(segments.sentences.last().map(|s| s.span.of(&document.text)), Some(PERSIAN.body));
}

/// No line of a shipped pair is taken for what it is not.
#[test]
fn the_shipped_pairs_are_read_right() {
    let pairs = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs");
    let mut furniture = 0;
    for entry in fs::read_dir(&pairs).expect("pairs") {
        let folder = entry.expect("an entry").path();
        let Ok(gold) = fs::read(folder.join("gold.json")) else { continue };
        let gold: serde_json::Value = serde_json::from_slice(&gold).expect("gold is JSON");
        for side in ["source", "translation"] {
            let mut files = fs::read_dir(&folder).expect("a folder").filter_map(|entry| {
                let path = entry.ok()?.path();
                let name = path.file_name()?.to_string_lossy().into_owned();
                (name.starts_with(side) && name.ends_with(".txt")).then_some(path)
            });
            let path = files.next().expect("a text");
            let document = Document::read(&path, &ReadOptions::new()).expect("reads");
            let segments = segment(&document, &SegmentOptions::new());
            for unit in gold[side]["sentences"].as_array().expect("sentences") {
                let at = |key: &str| usize::try_from(unit[key].as_u64().unwrap_or(0)).unwrap_or(0);
                let span = Span::new(at("start"), at("end"));
                let line = span.of(&document.text);
                let paragraph =
                    segments.paragraphs.iter().find(|paragraph| paragraph.span.overlaps(span));
                let content = paragraph.is_some_and(|paragraph| paragraph.role.is_content());
                let is_furniture = unit["tag"] == "furniture";
                furniture += usize::from(is_furniture);
                if is_furniture || unit["tag"] == "" {
                    assert_eq!(content, !is_furniture, "{}: {line}", path.display());
                }
            }
        }
    }
    assert!(furniture > 20, "help: gold.json of the shipped pairs tags no furniture");
}
