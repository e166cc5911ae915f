//! Short phrases with the concepts that they hold, in the order of the text.

use proptest::prelude::*;

use super::figures;
use crate::concept::{DateMatch, Mention, Value, Written, same_date, same_number};
use crate::lang::Lang;
use crate::segment::word::tokenize;
use crate::span::Span;

mod values;

fn read(lang: Lang, text: &str) -> Vec<Mention> {
    figures(text, &tokenize(text, Span::new(0, text.len())), lang, None)
}

fn concepts(lang: Lang, text: &str) -> String {
    let concepts: Vec<_> = read(lang, text).into_iter().map(|mention| mention.concept).collect();
    concepts.join(" ")
}

/// Reports all rows that fail at once.
fn check(lang: Lang, rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|&(text, expected)| (text, expected, concepts(lang, text)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn arabic_numbers() {
    check(
        Lang::Arabic,
        &[
            ("قتل خمسة جنود", "num:5"),
            ("ثلاث طائرات", "num:3"),
            ("ثلاثة عشر جريحا", "num:13"),
            ("ثلاث عشرة مدينة", "num:13"),
            ("أحد عشر لاعبا", "num:11"),
            ("إحدى عشرة قرية", "num:11"),
            ("اثنا عشر وزيرا", "num:12"),
            ("اثنتي عشرة ساعة", "num:12"),
            ("ثلاثة وعشرون قتيلا", "num:23"),
            ("خمس وأربعين دقيقة", "num:45"),
            ("واحد وعشرين يوما", "num:21"),
            ("ثلاثة و عشرون قتيلا", "num:23"),
            ("مئة شخص", "num:100"),
            ("مائة وخمسون", "num:150"),
            ("مئتي متر", "num:200"),
            ("مئتان وخمسون ألفا", "num:250000"),
            ("مئتان وخمسون ألفاً", "num:250000"),
            ("ثلاثمئة وخمسة وستين يوما", "num:365"),
            ("ثلاث مئة", "num:300"),
            ("خمسمائة ألف نازح", "num:500000"),
            ("ألف دولار", "num:1000"),
            ("ألفي دولار", "num:2000"),
            ("ألفان وثلاثمئة", "num:2300"),
            ("ألف وخمسمئة عامل", "num:1500"),
            ("ثلاثة آلاف مقاتل", "num:3000"),
            ("خمسة عشر ألف مقاتل", "num:15000"),
            ("مليون ومئتي ألف", "num:1200000"),
            ("مليونان", "num:2000000"),
            ("مليوني لاجئ", "num:2000000"),
            ("ثلاثة ملايين ونصف المليون", "num:3500000"),
            ("مليون ونصف", "num:1500000"),
            ("نصف مليون دولار", "num:500000"),
            ("مليارا", ""),
            ("مليار دولار", "num:1000000000"),
            ("1.5 مليون", "num:1500000"),
            ("1,5 مليون", "num:1500000"),
            ("٢٫٥ مليار", "num:2500000000"),
            ("30 ألفا", "num:30000"),
            ("و2500 جندي", "num:2500"),
            ("بـ30 ألف", "num:30000"),
            ("3 آلاف و500 عنصر", "num:3500"),
            ("مليون و300 ألف", "num:1300000"),
            ("12 ألفا و345", "num:12345"),
            ("١٬٢٣٤٬٥٦٧", "num:1234567"),
            ("15.000 دولار", "num:15000"),
            ("15 000 دولار", "num:15000"),
            ("1\u{a0}234 شخصا", "num:1234"),
            ("12.5 في المئة", "num:12.5%"),
            ("12,5 بالمئة", "num:12.5%"),
            ("٢٥٪ من السكان", "num:25%"),
            ("25% من السكان", "num:25%"),
            ("نسبة %25 من", "num:25%"),
            ("خمسة في المائة", "num:5%"),
            ("مئة بالمئة", "num:100%"),
            ("درجة الحرارة -5 مئوية", "num:-5"),
            ("سالب 5", "num:-5"),
            ("بين 20 و30 جريحا", "num:20 num:30"),
            ("من 20 إلى 30 في المئة", "num:20% num:30%"),
            ("فاز 2-1", "num:2 num:1"),
            ("الساعة 12:30", "time:12:30"),
            ("2 إلى 3 ملايين", "num:2000000 num:3000000"),
            ("1500-2500 شخص", "num:1500 num:2500"),
            ("القرن الحادي والعشرين", "num:21"),
            ("الدورة الخامسة والسبعون", "num:75"),
            ("الذكرى الثانية عشرة", "num:12"),
            ("رابع عشر دورة", "num:14"),
            ("في التسعينيات", "num:1990"),
            ("مجموعة العشرين", "num:20"),
            ("بين 20 و30 في المئة", "num:20% num:30%"),
            ("الساعة 7.55 صباحا", "time:07:55"),
            ("الساعة 3:30 بعد ظهر يوم الحادث", "time:15:30"),
            ("الساعة 12:10 صباح يوم الحادث", "time:00:10"),
            ("حرب 1950-53", "num:1950 num:1953"),
        ],
    );
}

#[test]
fn arabic_silence() {
    check(
        Lang::Arabic,
        &[
            ("أحد المسؤولين", ""),
            ("واحدة من الدول", ""),
            ("المرة الأولى", ""),
            ("الحرب العالمية الثانية", ""),
            ("آلاف الأشخاص", ""),
            ("عشرات الآلاف", ""),
            ("عدة آلاف", ""),
            ("بضعة ملايين", ""),
            ("لست أدري", ""),
            ("زيادة في المئة", ""),
            ("أربعاء الرماد", ""),
            ("هذا الأب", ""),
            ("مارس ضغوطا", ""),
            ("شركة نيسان", ""),
            ("تيريزا ماي", ""),
            ("محمد شعبان", ""),
            ("كمية كبيرة", ""),
            ("أثناء الاجتماع", ""),
            ("العصر الألفي", ""),
            ("يونس بوست", ""),
            ("باب البيت", ""),
            ("عثر عليه ميتا", ""),
            ("رواية من أربعينيات القرن العشرين", "num:1940"),
        ],
    );
}

#[test]
fn arabic_dates() {
    check(
        Lang::Arabic,
        &[
            ("في 2 نوفمبر 2017", "date:2017-11-02"),
            ("في الثاني من نوفمبر 2017", "date:2017-11-02"),
            ("الخامس والعشرين من يناير", "date:--01-25"),
            ("2 تشرين الثاني/نوفمبر 2017", "date:2017-11-02"),
            ("في يونيو / حزيران 2014", "date:2014-06"),
            ("في يونيو (حزيران) الماضي", "date:--06"),
            ("سبتمبر أيلول 2001", "date:2001-09"),
            ("11 أيلول", "date:--09-11"),
            ("5 آب", "date:--08-05"),
            ("في آب الماضي", "date:--08"),
            ("منذ مارس", "date:--03"),
            ("بحلول مارس", "date:--03"),
            ("في 3 ماي", "date:--05-03"),
            ("14 جانفي 2011", "date:2011-01-14"),
            ("20 غشت", "date:--08-20"),
            ("ونوفمبر", "date:--11"),
            ("لشهر رمضان", "date:hijri:--09"),
            ("13 صفر 1439 هـ", "date:2017-11-03"),
            ("1 محرم 1439هـ", "date:2017-09-22"),
            ("11 آبان 1396", "date:2017-11-02"),
            ("عام 2017", "date:2017"),
            ("سنة ٢٠١١", "date:2011"),
            ("العام 2017", "date:2017"),
            ("عامي 2015 و2016", "date:2015 date:2016"),
            ("عام 1439", "date:hijri:1439"),
            ("عام 1439هـ", "date:hijri:1439"),
            ("موسم عام 2017/2018", "date:2017 date:2018"),
            ("2017/11/02", "date:2017-11-02"),
            ("02-11-2017", "date:2017-11-02"),
            ("2.11.2017", "date:2017-11-02"),
            ("1439/2/13", "date:2017-11-03"),
            ("11-12 نوفمبر", "date:--11-11 date:--11-12"),
            ("من عام 2017 حتى 2019", "date:2017 date:2019"),
            ("مقتل 5 في نوفمبر 2017", "num:5 date:2017-11"),
        ],
    );
}

#[test]
fn persian_numbers() {
    check(
        Lang::Persian,
        &[
            ("پنج سرباز", "num:5"),
            ("سیزده نفر", "num:13"),
            ("بیست و پنج هزار نفر", "num:25000"),
            ("سیصد", "num:300"),
            ("سی\u{200c}صد", "num:300"),
            ("سی\u{200c}ودو", "num:32"),
            ("سی و دو نفر", "num:32"),
            ("بیست و نه نفر", "num:29"),
            ("یک صد نفر", "num:100"),
            ("یکصد و بیست نفر", "num:120"),
            ("دو هزار و پانصد", "num:2500"),
            ("دوهزار نفر", "num:2000"),
            ("ده\u{200c}هزار", "num:10000"),
            ("یک میلیون", "num:1000000"),
            ("یک میلیون و دویست هزار", "num:1200000"),
            ("یک و نیم میلیون", "num:1500000"),
            ("یک میلیون و نیم", "num:1500000"),
            ("نیم میلیون", "num:500000"),
            ("هزار میلیارد تومان", "num:1000000000000"),
            ("۲ هزار میلیارد", "num:2000000000000"),
            ("۱٫۵ میلیون", "num:1500000"),
            ("۱/۵ میلیون", "num:1500000"),
            ("۲ هزار و ۵۰۰", "num:2500"),
            ("۲ میلیون و ۳۰۰ هزار", "num:2300000"),
            ("۲/۵ درصد", "num:2.5%"),
            ("۲۵ درصد", "num:25%"),
            ("۲۵ در صد", "num:25%"),
            ("۲۵ فیصد", "num:25%"),
            ("بیست درصد", "num:20%"),
            ("صد در صد", "num:100%"),
            ("۲۵٪", "num:25%"),
            ("٪۲۵", "num:25%"),
            ("۱۲٬۳۴۵ نفر", "num:12345"),
            ("۱۲,۳۴۵ نفر", "num:12345"),
            ("۱۲.۳۴۵ نفر", "num:12345"),
            ("۱۲،۳۴۵ نفر", "num:12345"),
            ("۴۵٫۷ متر", "num:45.7"),
            ("۷٬۲۵ میلیون", "num:7250000"),
            ("سی نفر", "num:30"),
            ("هفتاد وسه درصد", "num:73%"),
            ("وام ۴۵ میلیونی", "num:45000000"),
            ("رشد ۶٫۳ در صدی", "num:6.3%"),
            ("۱/۵ برابر", "num:1.5"),
            ("2/3 مردم", "num:2 num:3"),
            ("۳.۵-۷.۲ روز", "num:3.5 num:7.2"),
            ("ساعت 8:00", "time:8:00"),
            ("منفی ۵ درجه", "num:-5"),
            ("۲۰ تا ۳۰ درصد", "num:20% num:30%"),
            ("۲ تا ۳ میلیون", "num:2000000 num:3000000"),
            ("۲۰\u{200c}مین دوره", "num:20"),
            ("بیست و یکمین دوره", "num:21"),
            ("قرن بیست و یکم", "num:21"),
            ("ساعت ۱۲:۳۰", "time:12:30"),
            ("دو سه نفر", "num:2 num:3"),
            ("قطعنامه ۷۰/۲۶۲", "num:70 num:262"),
            ("دهه ۱۹۹۰", "num:1990"),
            ("دو میلیارد دلار", "num:2000000000"),
            ("۵۰۰ دلاری", "num:500"),
            ("شش نفر", "num:6"),
            ("هزار و چهارصد نفر", "num:1400"),
            ("چهل هزار تن", "num:40000"),
        ],
    );
}

#[test]
fn persian_silence() {
    check(
        Lang::Persian,
        &[
            ("یک کشور", ""),
            ("نه تنها", ""),
            ("چند هزار نفر", ""),
            ("صدها هزار نفر", ""),
            ("ده\u{200c}ها هزار نفر", ""),
            ("شبکه بی بی سی", ""),
            ("واشنگتن دی.سی", ""),
            ("دو و میدانی", ""),
            ("جنگ جهانی دوم", ""),
            ("در مه غلیظ", ""),
            ("می رود", ""),
            ("۳ می شود", "num:3"),
            ("آب آشامیدنی", ""),
            ("مهر و محبت", ""),
            ("بشار اسد", ""),
            ("میزان تولید", ""),
            ("۲۶ میزان تولید", "num:26"),
            ("بیماری سرطان", ""),
            ("دهه ۹۰", ""),
            ("سیده زهرا", ""),
            ("خبرگزاری مهر", ""),
            ("میلیون ها نفر", ""),
            ("ده ها هزار نفر", ""),
            ("چند صد نفر", ""),
        ],
    );
}

#[test]
fn persian_dates() {
    check(
        Lang::Persian,
        &[
            ("۱۱ آبان ۱۳۹۶", "date:2017-11-02"),
            ("یازدهم آبان ۱۳۹۶", "date:2017-11-02"),
            ("۱۱ آبان ماه ۱۳۹۶", "date:2017-11-02"),
            ("۱۱ آبان\u{200c}ماه سال ۱۳۹۶", "date:2017-11-02"),
            ("۱۱ آبان ۹۶", "date:2017-11-02"),
            ("۱۱ آبان", "date:jalali:--08-11"),
            ("به تاریخ ۲۶ میزان آغاز می\u{200c}شود", "date:jalali:--07-26"),
            ("مورخ ۳ عقرب اعلام شد", "date:jalali:--08-03"),
            ("بیست و دوم بهمن", "date:jalali:--11-22"),
            ("آبان ۱۳۹۶", "date:jalali:1396-08"),
            ("مهرماه", "date:jalali:--07"),
            ("در فروردین امسال", "date:jalali:--01"),
            ("سال ۱۳۹۶", "date:jalali:1396"),
            ("سال ۲۰۱۷", "date:2017"),
            ("سال ۲۰۱۷ میلادی", "date:2017"),
            ("سال ۱۴۳۹ قمری", "date:hijri:1439"),
            ("۱۳۵۷ خورشیدی", "date:jalali:1357"),
            ("سال\u{200c}های ۲۰۱۵ و ۲۰۱۶", "date:2015 date:2016"),
            ("۲ نوامبر ۲۰۱۷", "date:2017-11-02"),
            ("دوم نوامبر", "date:--11-02"),
            ("۵ مه ۲۰۱۸", "date:2018-05-05"),
            ("۵ مه", "date:--05-05"),
            ("۳ می", "date:--05-03"),
            ("ماه مه", "date:--05"),
            ("مه ۲۰۱۸", "date:2018-05"),
            ("ژوئیه گذشته", "date:--07"),
            ("ژانویهٔ ۲۰۲۰", "date:2020-01"),
            ("۲۳ سنبله ۱۳۹۹", "date:2020-09-13"),
            ("۷ ثور", "date:jalali:--02-07"),
            ("۱۰ محرم", "date:hijri:--01-10"),
            ("۱۳۹۶/۸/۱۱", "date:2017-11-02"),
            ("۹۶/۸/۱۱", "date:2017-11-02"),
            ("۱۱/۸/۱۳۹۶", "date:2017-11-02"),
            ("2017-11-02", "date:2017-11-02"),
            ("تابستان ۱۳۶۷", "date:jalali:1367"),
            ("۱۱ سپتامبر", "date:--09-11"),
            ("۴ جون ۲۰۲۰", "date:2020-06-04"),
            ("۱۵ اکتوبر", "date:--10-15"),
        ],
    );
}

#[test]
fn english_numbers() {
    check(
        Lang::English,
        &[
            ("five soldiers", "num:5"),
            ("twenty-five", "num:25"),
            ("twenty five", "num:25"),
            ("two hundred and ten thousand", "num:210000"),
            ("fifteen hundred", "num:1500"),
            ("one hundred people", "num:100"),
            ("a hundred people", "num:100"),
            ("two thousand five hundred", "num:2500"),
            ("1.5 million", "num:1500000"),
            ("$2bn deal", "num:2000000000"),
            ("5k followers", "num:5000"),
            ("$5m", "num:5000000"),
            ("5m tall", "num:5"),
            ("1,234,567", "num:1234567"),
            ("1,234.5", "num:1234.5"),
            ("1.234", "num:1.234"),
            ("12.5%", "num:12.5%"),
            ("12.5 per cent", "num:12.5%"),
            ("ten percent", "num:10%"),
            ("-5 degrees", "num:5"),
            ("at -5 degrees", "num:-5"),
            ("minus 5", "num:-5"),
            ("a 30-million plan", "num:30000000"),
            ("two and a half million", "num:2500000"),
            ("one and a half", "num:1.5"),
            ("half a million", "num:500000"),
            ("the 21st century", "num:21"),
            ("the twenty-first century", "num:21"),
            ("2-3 million", "num:2000000 num:3000000"),
            ("10 to 15 percent", "num:10% num:15%"),
            ("won 3\u{2013}0", "num:3 num:0"),
            ("COVID-19", "num:19"),
            ("six and seven", "num:6 num:7"),
            ("between 2 and 3 million", "num:2000000 num:3000000"),
            ("at 5.30pm", "time:17:30"),
            ("5 million and 300 people", "num:5000000 num:300"),
            ("the 1990s", "num:1990"),
            ("the nineties", "num:1990"),
            ("three million two hundred thousand", "num:3200000"),
        ],
    );
}

#[test]
fn english_silence() {
    check(
        Lang::English,
        &[
            ("one of them", ""),
            ("first of all", ""),
            ("the second time", ""),
            ("thousands of people", ""),
            ("hundreds of thousands", ""),
            ("several thousand people", ""),
            ("two dozen", ""),
            ("they may go", ""),
            ("May said so", ""),
            ("a long march", ""),
            ("F16 jets of the G20", ""),
        ],
    );
}

#[test]
fn english_dates() {
    check(
        Lang::English,
        &[
            ("November 2, 2017", "date:2017-11-02"),
            ("Nov. 2, 2017", "date:2017-11-02"),
            ("2 November 2017", "date:2017-11-02"),
            ("the 2nd of November", "date:--11-02"),
            ("May 5", "date:--05-05"),
            ("May 5th, 2018", "date:2018-05-05"),
            ("in May", "date:--05"),
            ("in March 2011", "date:2011-03"),
            ("January", "date:--01"),
            ("a rainy June", "date:--06"),
            ("in 2017", "date:2017"),
            ("between 2010 and 2015", "date:2010 date:2015"),
            ("in 2010\u{2013}11", "date:2010 date:2011"),
            ("in the 2017/18 season", "num:2017 num:2018"),
            ("2017-11-02", "date:2017-11-02"),
            ("25/12/2017", "date:2017-12-25"),
            ("12/25/2017", "date:2017-12-25"),
            ("2/11/2017", "date:2017"),
            ("11 Aban 1396", "date:2017-11-02"),
            ("first of May", "date:--05-01"),
        ],
    );
}

#[test]
fn digits_need_no_language() {
    check(
        Lang::Unknown,
        &[
            ("1,234 and ٢٥ and ۲۵", "num:1234 num:25 num:25"),
            ("25%", "num:25%"),
            ("2017-11-02", "date:2017-11-02"),
            ("½ ² Ⅳ", ""),
        ],
    );
}

#[test]
fn the_span_covers_whole_words() {
    for (lang, text, covered) in [
        (Lang::Arabic, "قتل وثلاثة وعشرون جريحا", "وثلاثة وعشرون"),
        (Lang::Persian, "بیش از ۲ هزار و ۵۰۰ نفر", "۲ هزار و ۵۰۰"),
        (Lang::Persian, "در ۱۱ آبان‌ماه سال ۱۳۹۶ بود", "۱۱ آبان‌ماه سال ۱۳۹۶"),
        (Lang::English, "rose 12.5 per cent today", "12.5 per cent"),
        (Lang::Arabic, "في يونيو (حزيران) الماضي", "يونيو (حزيران)"),
    ] {
        let mentions = read(lang, text);
        assert_eq!(mentions.first().map(|mention| mention.span.of(text)), Some(covered));
    }
}

#[test]
fn names_are_for_people() {
    for (lang, text, name) in [
        (Lang::English, "1.5 million", "1,500,000"),
        (Lang::Arabic, "12.5 في المئة", "12.5%"),
        (Lang::Arabic, "2 تشرين الثاني 2017", "2 November 2017"),
        (Lang::Persian, "آبان ۱۳۹۶", "Aban 1396 SH"),
        (Lang::English, "at -1500 m", "-1,500"),
    ] {
        assert_eq!(read(lang, text).first().map(|mention| mention.name.as_str()), Some(name));
    }
}

fn value(lang: Lang, text: &str) -> Value {
    read(lang, text).first().and_then(|mention| mention.value).expect("a figure")
}

#[test]
fn dates_meet_across_calendars() {
    use DateMatch::{Compatible, Different, Same};
    let (ar, fa, en) = (Lang::Arabic, Lang::Persian, Lang::English);
    for (a, b, expected) in [
        ((ar, "2 نوفمبر 2017"), (fa, "۱۱ آبان ۱۳۹۶"), Same),
        ((ar, "13 صفر 1439"), (fa, "۱۱ آبان ۱۳۹۶"), Same),
        ((ar, "13 صفر 1439"), (fa, "۱۵ آبان ۱۳۹۶"), Different),
        ((ar, "2 نوفمبر 2017"), (fa, "۱۲ آبان ۱۳۹۶"), Different),
        ((ar, "2 نوفمبر 2017"), (fa, "۲ نوامبر"), Compatible),
        ((ar, "2 نوفمبر 2017"), (fa, "۱۱ آبان"), Compatible),
        ((ar, "2 نوفمبر 2017"), (fa, "۲۰ آبان"), Different),
        ((ar, "2 نوفمبر"), (fa, "۱۱ آبان"), Compatible),
        ((ar, "2 نوفمبر"), (fa, "۱۱ مهر"), Different),
        ((en, "November 2017"), (fa, "آبان ۱۳۹۶"), Compatible),
        ((en, "in 2017"), (fa, "سال ۱۳۹۶"), Compatible),
        ((en, "in 2018"), (fa, "سال ۱۳۹۶"), Compatible),
        ((en, "in 2019"), (fa, "سال ۱۳۹۶"), Different),
        ((en, "in 2017"), (fa, "سال ۲۰۱۷"), Same),
        ((en, "2 November"), (fa, "۳ نوامبر"), Different),
        ((en, "2017 models"), (fa, "سال ۲۰۱۷"), Compatible),
        ((en, "2017 models"), (fa, "سال ۲۰۱۸"), Different),
    ] {
        let found = same_date(&value(a.0, a.1), &value(b.0, b.1));
        assert_eq!(found, expected, "{} / {}", a.1, b.1);
        assert_eq!(same_date(&value(b.0, b.1), &value(a.0, a.1)), expected);
    }
}

#[test]
fn numbers_meet_across_languages() {
    let pairs = [
        ("2.3 مليون", "۲ میلیون و ۳۰۰ هزار"),
        ("خمسة عشر ألفا", "۱۵ هزار"),
        ("1.1 في المئة", "۱/۱ درصد"),
    ];
    for (a, b) in pairs {
        assert!(same_number(&value(Lang::Arabic, a), &value(Lang::Persian, b)), "{a}");
    }
    assert!(!same_number(&value(Lang::Arabic, "5"), &value(Lang::Persian, "۵ درصد")));
}

#[test]
fn small_number_words_are_weak() {
    assert!(value(Lang::Arabic, "ثلاثة جنود").is_weak());
    assert!(!value(Lang::Arabic, "3 جنود").is_weak());
    assert!(matches!(
        value(Lang::Persian, "۲ هزار"),
        Value::Number { written: Written::Digits, ordinal: false, .. }
    ));
}

/// Text that is likely to hit the grammar.
fn likely() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "ثلاثة",
        "وعشرون",
        "ألف",
        "مليونان",
        "نصف",
        "ونصف",
        "في",
        "المئة",
        "عام",
        "مايو",
        "/",
        "أيار",
        "(",
        ")",
        "هـ",
        "الثاني",
        "عشر",
        "بیست",
        "و",
        "یکم",
        "سی‌ودو",
        "هزار",
        "نیم",
        "درصد",
        "سال",
        "مه",
        "ماه",
        "۱۳۹۶",
        "۹۶/۸/۱۱",
        "twenty",
        "-",
        "five",
        "and",
        "a",
        "half",
        "million",
        "May",
        "of",
        ",",
        "2017",
        "12:30",
        "1,234.5",
        "000",
        "15",
        "%",
        "$",
        "k",
        "th",
        "٫",
        "999999999999999999999999",
        "بی",
        "سه",
        "دهه",
        "الساعة",
        "إلا",
        "ربعا",
        "والنصف",
        "ساعت",
        "دقیقه",
        "ب.ظ",
        "pm",
        "صباحا",
        "أمس",
        "يوم",
        "الخميس",
        "الماضي",
        "yesterday",
        "Thursday",
        "last",
        "ثلثا",
        "أرباع",
        "سوم",
        "thirds",
        "عامين",
        "كيلومتر",
        "miles",
        "نحو",
        "at least",
        "15:30",
    ]);
    let gap = prop::sample::select(vec![" ", "", "\u{200c}", "\u{a0}", "\n"]);
    prop::collection::vec((words, gap), 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #[test]
    fn mentions_are_inside_in_order_and_apart(text in prop_oneof![any::<String>(), likely()]) {
        for lang in [Lang::Arabic, Lang::Persian, Lang::English, Lang::Unknown] {
            let mut last = 0;
            let mentions = read(lang, &text);
            for mention in &mentions {
                prop_assert!(mention.span.start >= last && !mention.span.of(&text).is_empty());
                last = mention.span.end;
            }
            for a in &mentions {
                for b in &mentions {
                    let (Some(a), Some(b)) = (a.value, b.value) else { continue };
                    prop_assert_eq!(same_date(&a, &b), same_date(&b, &a));
                }
            }
        }
    }
}

#[test]
fn a_share_of_a_scale_is_a_number() {
    check(
        Lang::English,
        &[
            ("a quarter of a million people fled", "num:250000"),
            ("three quarters of a million people", "num:750000"),
            ("two-thirds of a billion dollars", "num:666666666.666667"),
            ("half a million people", "num:500000"),
            ("one quarter of the people", "num:1/4"),
            ("since 9/11 they work 24/7", ""),
        ],
    );
    check(Lang::Arabic, &[("ربع مليون لاجئ", "num:250000"), ("ثلاثة أرباع المليون", "num:750000")]);
    check(
        Lang::Persian,
        &[("ربع میلیون نفر", "num:250000"), ("سه چهارم میلیون نفر", "num:750000")],
    );
}

#[test]
fn months_of_dari_need_a_day() {
    check(
        Lang::Persian,
        &[
            ("در ۲۴ اسد وارد کابل شدند", "date:jalali:--05-24"),
            ("روز ۱۰ عقرب باران آمد", "date:jalali:--08-10"),
            ("۱۲ برج حمل", "date:jalali:--01-12"),
            ("۵ سرطان بدخیم", "num:5"),
            ("اسد آمد", ""),
        ],
    );
}
