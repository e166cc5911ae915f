//! Shares, limits, units, times and days, in short phrases.

use super::{check, read};
use crate::calendar::Calendar;
use crate::concept::{Approx, DateMatch, Mention, Value, figures_of, same_date, same_time};
use crate::lang::Lang;

const AR: Lang = Lang::Arabic;
const FA: Lang = Lang::Persian;
const EN: Lang = Lang::English;

fn first(lang: Lang, text: &str) -> Value {
    read(lang, text).first().and_then(|mention| mention.value).expect(text)
}

#[test]
fn shares_of_a_whole() {
    check(
        AR,
        &[
            ("ثلث السكان", "num:1/3"),
            ("ثلثا الناخبين", "num:2/3"),
            ("وثلثي الأصوات", "num:2/3"),
            ("ثلاثة أرباع السكان", "num:3/4"),
            ("أربعة أخماس", "num:4/5"),
            ("نصف السكان", "num:1/2"),
            ("ربع النهائي", ""),
            ("نصف نهائي", ""),
            ("الربع الأول", ""),
            ("النصف الأول", ""),
            ("للثلث الأخير", ""),
            ("نصف مليون", "num:500000"),
            ("ربع مليون", "num:250000"),
        ],
    );
    check(
        FA,
        &[
            ("دو سوم مردم", "num:2/3"),
            ("دو\u{200c}سوم مردم", "num:2/3"),
            ("یک\u{200c}سوم", "num:1/3"),
            ("یک چهارم", "num:1/4"),
            ("سه چهارم جمعیت", "num:3/4"),
            ("نیمی از مردم", "num:1/2"),
            ("پنج دهم درصد", "num:1/2%"),
            ("یک چهارم نهایی", ""),
            ("یک سوم پایانی", ""),
            ("بیست و سوم", "num:23"),
            ("نیم میلیون", "num:500000"),
        ],
    );
    check(
        EN,
        &[
            ("two thirds of them", "num:2/3"),
            ("two-thirds of them", "num:2/3"),
            ("three quarters", "num:3/4"),
            ("one fifth", "num:1/5"),
            ("half of them", "num:1/2"),
            ("a third party", ""),
            ("two-third", "num:2/3"),
            ("half an hour", ""),
            ("the first half of 2019", "num:2019"),
            ("half a million", "num:500000"),
        ],
    );
}

#[test]
fn limits_and_rough_numbers() {
    use Approx::{About, Less, More};
    for (lang, text, expected) in [
        (AR, "نحو 40 قتيلا", Some(About)),
        (AR, "بنحو 40 قتيلا", Some(About)),
        (AR, "ما يقرب من 40 قتيلا", Some(About)),
        (AR, "لأكثر من 40 قتيلا", Some(More)),
        (AR, "ما لا يقل عن أربعين قتيلا", Some(More)),
        (AR, "40 قتيلا على الأقل", Some(More)),
        (AR, "أقل من 40 قتيلا", Some(Less)),
        (AR, "ما لا يزيد على 40 قتيلا", Some(Less)),
        (AR, "نحو الساحة 40 قتيلا", None),
        (AR, "40 قتيلا", None),
        (FA, "حدود ۴۰ نفر", Some(About)),
        (FA, "نزدیک به ۴۰ نفر", Some(About)),
        (FA, "بیش از ۴۰ نفر", Some(More)),
        (FA, "دست\u{200c}کم ۴۰ نفر", Some(More)),
        (FA, "دست کم چهل نفر", Some(More)),
        (FA, "کمتر از ۴۰ نفر", Some(Less)),
        (EN, "nearly 40 people", Some(About)),
        (EN, "about $40 million", Some(About)),
        (EN, "more than 40 people", Some(More)),
        (EN, "at least forty people", Some(More)),
        (EN, "no more than 40 people", Some(Less)),
        (EN, "40 or more", Some(More)),
        (EN, "more than that: 40 people", None),
        (EN, "about two thirds", Some(About)),
    ] {
        let Value::Number { approx, .. } = first(lang, text) else { panic!("{text}") };
        assert_eq!(approx, expected, "{text}");
    }
}

#[test]
fn units_and_their_base() {
    for (lang, text, expected) in [
        (AR, "160 كيلومترا", Some(("kilometre", 160_000.0))),
        (AR, "3 ملايين برميل", Some(("barrel", 476_961_885.0))),
        (AR, "عامين", Some(("year", 1_051_898.0))),
        (AR, "بعد يومين", Some(("day", 2880.0))),
        (AR, "وساعتين", Some(("hour", 120.0))),
        (AR, "مليوني دولار", Some(("dollar", 2e6))),
        (AR, "2 إلى 4 بوصات", Some(("inch", 0.0508))),
        (FA, "۵۰ هکتار", Some(("hectare", 500_000.0))),
        (FA, "۵۰۰ دلاری", Some(("dollar", 500.0))),
        (FA, "۳۰ درجه سانتی\u{200c}گراد", Some(("degree Celsius", 30.0))),
        (EN, "100 miles", Some(("mile", 160_934.4))),
        (EN, "$5m", Some(("dollar", 5e6))),
        (EN, "86 degrees Fahrenheit", Some(("degree Fahrenheit", 30.0))),
        // Tonnes and people, money and weight.
        (FA, "۵ تن کشته شدند", None),
        (EN, "5 pounds", None),
        (EN, "5 percent", None),
        (AR, "40 شخصا", None),
    ] {
        let Value::Number { quantity, .. } = first(lang, text) else { panic!("{text}") };
        let found = quantity.map(|quantity| (quantity.unit.name(), quantity.base));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn times_of_day() {
    check(
        AR,
        &[
            ("الساعة 15:30", "time:15:30"),
            ("الساعة الثالثة والنصف", "time:3:30"),
            ("الساعة الثالثة والنصف مساء", "time:15:30"),
            ("الساعة السادسة إلا ربعا", "time:5:45"),
            ("الساعة العاشرة والربع صباحا", "time:10:15"),
            ("الساعة الثانية عشرة ظهرا", "time:12:00"),
            ("الساعة الخامسة و20 دقيقة", "time:5:20"),
            ("في الساعة 8 مساء", "time:20:00"),
            ("عند الساعة 11 ليلا", "time:23:00"),
            ("24 ساعة", "num:24"),
            ("في الدقيقة 13:10", "num:13 num:10"),
            ("قتل 8 مساء أمس", "num:8 day:-1"),
        ],
    );
    check(
        FA,
        &[
            ("ساعت ۱۵:۳۰", "time:15:30"),
            ("ساعت ۱۵ و ۳۰ دقیقه", "time:15:30"),
            ("ساعت سه و نیم بعد از ظهر", "time:15:30"),
            ("ساعت ۸ صبح", "time:08:00"),
            ("ساعت ۲ بامداد", "time:02:00"),
            ("ساعت ۱۲ شب", "time:00:00"),
            ("۵٫۳۰ بعد از ظهر", "num:5.3"),
            ("5.30 بعد از ظهر", "time:17:30"),
            ("۲۴ ساعت", "num:24"),
            ("۲۴ ساعت ۵ نفر", "num:24 num:5"),
            ("۳ ساعت و ۳۰ دقیقه", "num:3 num:30"),
            ("ساعت ۲۰ هزار نفر", "num:20000"),
            ("روزنامه ۸ صبح", "num:8"),
        ],
    );
    check(
        EN,
        &[
            ("at 3:30 p.m.", "time:15:30"),
            ("at 3:30", "time:3:30"),
            ("at 15:30 GMT", "time:15:30"),
            ("at 6pm", "time:18:00"),
            ("at 12 am", "time:00:00"),
            ("a 3:2 win", "num:3 num:2"),
            ("in 2:01:39", "num:2 num:1 num:39"),
            ("for 24 hours", "num:24"),
        ],
    );
    for (a, b, expected) in [
        ("at 3:30 p.m.", "at 15:30", true),
        ("at 3:30", "at 15:30", true),
        ("at 3:30 a.m.", "at 15:30", false),
        ("at 3:30", "at 3:40", false),
        ("at 3:30", "30 men", false),
    ] {
        assert_eq!(same_time(&first(EN, a), &first(EN, b)), expected, "{a} / {b}");
    }
}

#[test]
fn weekdays_and_relative_days() {
    check(
        AR,
        &[
            ("يوم الاثنين", "weekday:monday"),
            ("قال الخميس إن", "weekday:thursday"),
            ("السبت والأحد", "weekday:saturday weekday:sunday"),
            ("قتل الاثنين", ""),
            ("الخميس الماضي", "weekday:thursday"),
            ("أمس", "day:-1"),
            ("أمس الخميس", "weekday:thursday"),
            ("أول من أمس", "day:-2"),
            ("الخميس 4 أيار 2017", "date:2017-05-04"),
            ("يوم الخميس، 4 أيار", "date:--05-04"),
            ("شنبة", ""),
            ("الفطور والغداء", ""),
            ("في أمّس الحاجة", ""),
            ("الأطباء العامين", ""),
        ],
    );
    check(
        FA,
        &[
            ("روز سه شنبه", "weekday:tuesday"),
            ("سه\u{200c}شنبه", "weekday:tuesday"),
            ("شنبه شب", "weekday:saturday"),
            ("پنج شنبه", "weekday:thursday"),
            ("دیروز", "day:-1"),
            ("پس\u{200c}فردا", "day:+2"),
            ("پنجشنبه ۱۴ اردیبهشت ۱۳۹۶", "date:2017-05-04"),
            ("یک نفر", ""),
        ],
    );
    check(
        EN,
        &[
            ("on Thursday", "weekday:thursday"),
            ("yesterday", "day:-1"),
            ("the day before yesterday", "day:-2"),
            ("Thursday, May 4, 2017", "date:2017-05-04"),
            ("a sunday roast", ""),
        ],
    );
}

fn in_article(lang: Lang, text: &str) -> Mention {
    let published = Calendar::Gregorian.to_days(2017, 5, 5);
    figures_of(text, lang, published).into_iter().next().expect(text)
}

#[test]
fn days_are_counted_from_that_of_the_article() {
    for (lang, text, expected) in [
        (AR, "أمس", "date:2017-05-04"),
        (AR, "أمس الخميس", "date:2017-05-04"),
        // The article is of another day than it seems.
        (AR, "أمس الثلاثاء", "weekday:tuesday"),
        (AR, "الخميس الماضي", "date:2017-05-04"),
        (AR, "الجمعة الماضي", "date:2017-04-28"),
        (AR, "الاثنين المقبل", "date:2017-05-08"),
        (AR, "يوم الخميس", "weekday:thursday"),
        (FA, "پنجشنبه گذشته", "date:2017-05-04"),
        (FA, "پریروز", "date:2017-05-03"),
        (FA, "فردا", "date:2017-05-06"),
        (EN, "last Thursday", "date:2017-05-04"),
        (EN, "next Friday", "date:2017-05-12"),
    ] {
        let mention = in_article(lang, text);
        assert_eq!(mention.concept, expected, "{text}");
        assert!(mention.value.is_some_and(|value| value.is_weak()), "{text}");
    }
}

#[test]
fn days_meet_dates() {
    use DateMatch::{Compatible, Different, Same};
    let value = |lang, text| in_article(lang, text).value.expect("a date");
    for (a, b, expected) in [
        ((AR, "أمس"), (FA, "۴ مه ۲۰۱۷"), Same),
        ((AR, "أمس"), (FA, "۴ مه"), Compatible),
        ((AR, "أمس"), (FA, "پنجشنبه"), Compatible),
        ((AR, "أمس"), (FA, "جمعه"), Different),
        ((AR, "أمس"), (FA, "۵ مه ۲۰۱۷"), Different),
        ((FA, "پنجشنبه"), (EN, "on Thursday"), Same),
        ((FA, "پنجشنبه"), (EN, "on Friday"), Different),
        ((FA, "پنجشنبه"), (EN, "May 4, 2017"), Compatible),
        ((FA, "پنجشنبه"), (EN, "May 5, 2017"), Different),
        ((FA, "پنجشنبه"), (EN, "in 2017"), Different),
    ] {
        assert_eq!(same_date(&value(a.0, a.1), &value(b.0, b.1)), expected, "{a:?} {b:?}");
    }
}
