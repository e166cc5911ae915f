use crate::concept::{ConceptKind, FoundBy, Mention, recognise};
use crate::document::Document;
use crate::segment::SegmentOptions;

/// Written form, concept and kind of what `by` found.
fn read(text: &str, by: FoundBy) -> Vec<(String, String, ConceptKind)> {
    let found = all(text).into_iter().filter(|mention| mention.found_by == by);
    found.map(|m| (m.span.of(text).to_owned(), m.concept, m.kind)).collect()
}

fn all(text: &str) -> Vec<Mention> {
    recognise(&Document::from_text("a", text), &SegmentOptions::default()).mentions
}

fn written(text: &str, by: FoundBy) -> Vec<String> {
    read(text, by).into_iter().map(|(written, ..)| written).collect()
}

#[test]
fn a_title_introduces_a_person() {
    let text = "وقال العقيد ستيفن بركنز للصحفيين إن العملية انتهت أمس. وأضاف بركنز أن الطريق آمن.";
    assert_eq!(
        read(text, FoundBy::Context),
        [("ستيفن بركنز".to_owned(), "name:ستیفنبرکنز".to_owned(), ConceptKind::Person)]
    );
    assert_eq!(written(text, FoundBy::ShortName), ["بركنز"]);
    let text =
        "سرهنگ استیون پرکینز دیروز به خبرنگاران گفت که عملیات تمام است. پرکینز افزود راه امن است.";
    assert_eq!(written(text, FoundBy::Context), ["استیون پرکینز"]);
    assert_eq!(written(text, FoundBy::ShortName), ["پرکینز"]);
    let text =
        "The army said so. Colonel Martin Hofmann told them that it was over. Later Hofmann left.";
    assert_eq!(written(text, FoundBy::Context), ["Martin Hofmann"]);
    assert_eq!(written(text, FoundBy::ShortName), ["Hofmann"]);
}

#[test]
fn a_title_before_a_common_word_introduces_no_one() {
    for text in [
        "قال الرئيس إن الاجتماع انتهى، ودعا الوزير الجديد إلى الهدوء.",
        "وقال متحدث باسم الشرطة إن السيد المسؤول غادر المبنى.",
        "رئیس جمهور گفت که وزیر جدید فردا به مجلس می‌رود.",
        "آقای وزیر دیروز از کارخانه بازدید کرد و کارشناس ارشد نیز آنجا بود.",
        "The President said that the Prime Minister had left the Supreme Hall.",
    ] {
        let people: Vec<_> = read(text, FoundBy::Context);
        assert_eq!(people, [], "{text}");
    }
}

#[test]
fn patronymics_and_sorts_of_places_show_names() {
    let text = "وصل سالم بن مرزوق إلى قرية زغروطا مساء أمس، ثم غادر زغروطا فجرا.";
    assert_eq!(written(text, FoundBy::Context), ["سالم بن مرزوق", "زغروطا", "زغروطا"]);
    let kinds: Vec<_> = read(text, FoundBy::Context).into_iter().map(|(.., kind)| kind).collect();
    assert_eq!(kinds, [ConceptKind::Person, ConceptKind::Place, ConceptKind::Place]);
    assert_eq!(written("در روستای زغروتا باران بارید.", FoundBy::Context), ["زغروتا"]);
    assert_eq!(written("وصلوا إلى مدينة صغيرة في منطقة حدودية.", FoundBy::Context), [""; 0]);
}

#[test]
fn what_is_quoted_behind_its_sort_is_its_name() {
    let text = "نوشته روزنامه «فردای نو» درست نیست.";
    assert_eq!(
        read(text, FoundBy::Context),
        [("فردای نو".to_owned(), "name:فرداینو".to_owned(), ConceptKind::Organisation)]
    );
    assert_eq!(written("ذكرت صحيفة \"الفجر الجديد\" ذلك.", FoundBy::Context), ["الفجر الجديد"]);
    assert_eq!(written("او گفت «فردای نو» می‌رسد.", FoundBy::Context), [""; 0]);
}

#[test]
fn a_short_form_is_bound_where_it_is_introduced() {
    for (text, short) in [
        ("توصي منظمة الصحة العالمية (مصع) بالهدوء. وقالت مصع إن الوضع جيد.", "مصع"),
        ("سازمان جهانی بهداشت موسوم به «سجب» هشدار داد. به گفته سجب اوضاع خوب است.", "سجب"),
        ("مصع (منظمة الصحة العالمية) قالت ذلك. ثم قالت مصع إن الوضع جيد.", "مصع"),
    ] {
        let found = read(text, FoundBy::Introduced);
        let forms: Vec<&str> = found.iter().map(|(written, ..)| written.as_str()).collect();
        assert_eq!(forms, [short, short], "{text}");
        assert!(found.iter().all(|(_, concept, _)| concept == "Q7817"), "{found:?}");
    }
}

#[test]
fn a_remark_in_brackets_is_no_acronym() {
    for text in [
        "توصي منظمة الصحة العالمية (سابقا) بالهدوء.",
        "توصي منظمة الصحة العالمية (جنيف) بالهدوء.",
        "توصي منظمة الصحة العالمية (إنفوغراف) بالهدوء.",
        "سازمان جهانی بهداشت (ژنو) هشدار داد.",
        "The World Health Organization (video) warned of it.",
    ] {
        assert_eq!(written(text, FoundBy::Introduced), [""; 0], "{text}");
    }
}

#[test]
fn a_family_name_of_two_people_means_neither() {
    let text = "قال العقيد ستيفن بركنز ذلك. ثم قال العقيد مارتن بركنز غيره. وغادر بركنز أمس.";
    assert_eq!(written(text, FoundBy::ShortName), [""; 0]);
}

#[test]
fn the_head_of_a_name_means_its_bearer() {
    let text = "اجتمع مجلس الأمن أمس. وقال المجلس إن الوضع خطير.";
    assert_eq!(
        read(text, FoundBy::ShortName),
        [("المجلس".to_owned(), "muq:O0230".to_owned(), ConceptKind::Organisation)]
    );
    let text = "شورای امنیت دیروز جلسه داشت. این شورا هر دو طرف را به آرامش خواند.";
    assert_eq!(written(text, FoundBy::ShortName), ["شورا"]);
    let text = "The Security Council met on Monday. Later a member of the council, in a letter, called for calm.";
    assert_eq!(written(text, FoundBy::ShortName), ["council"]);
    for text in [
        // Before it is named, of another one, or of one that no list has.
        "قال المجلس إن الوضع خطير. ثم اجتمع مجلس الأمن.",
        "اجتمع مجلس الأمن أمس. وقال المجلس المحلي إن الوضع خطير.",
        "اجتمع مجلس الأمن أمس، ثم مجلس القبيلة. وقال المجلس إن الوضع خطير.",
        "شورای امنیت دیروز جلسه داشت. شورای محله نیز فردا جلسه دارد.",
    ] {
        assert_eq!(written(text, FoundBy::ShortName), [""; 0], "{text}");
    }
}

#[test]
fn a_description_is_weak() {
    let text = "دخل الوفد سوريا أمس. وقال الوزير إن البلاد بحاجة إلى المساعدة.";
    let found: Vec<Mention> = all(text).into_iter().filter(Mention::is_weak).collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].span.of(text), found[0].concept.as_str()), ("البلاد", "Q858"));
    let text = "داعش این خبر را تکذیب کرد. این گروه گفت جنگ ادامه دارد.";
    assert_eq!(written(text, FoundBy::Description), ["گروه"]);
    let text = "The delegation entered Syria. It said that there is no help in the country.";
    assert_eq!(written(text, FoundBy::Description), ["country"]);
}

#[test]
fn a_description_of_two_things_means_neither() {
    for text in [
        "وصل الوفد من سوريا إلى العراق. وقال إن الدولة بحاجة إلى المساعدة.",
        "وقال إن الدولة بحاجة إلى المساعدة.",
        "هیئت از سوریه به عراق رفت. این کشور به کمک نیاز دارد.",
        "The delegation left Syria for Iraq. It said that the country of his birth needs help.",
    ] {
        assert_eq!(written(text, FoundBy::Description), [""; 0], "{text}");
    }
}

#[test]
fn mentions_stay_in_order_without_overlap() {
    let text = "وقال العقيد ستيفن بركنز إن مجلس الأمن (مجأ) اجتمع. وأضاف بركنز أن المجلس في البلاد.";
    let found = all(text);
    assert!(found.windows(2).all(|two| two[0].span.end <= two[1].span.start), "{found:?}");
}

#[test]
fn another_given_name_makes_another_person() {
    let jake = |text: &str| all(text).iter().any(|mention| mention.name == "Jake Sullivan");
    for text in
        ["قال مايك سوليفان إن المجلس اجتمع أمس.", "دیوید سالیوان گفت که مجلس دیروز تشکیل جلسه داد."]
    {
        assert!(!jake(text), "{text}");
        assert_eq!(read(text, FoundBy::Context).len(), 1, "{text}");
    }
    // His own given name, none, or one that is not his because a particle parts the two.
    for text in [
        "قال جيك سوليفان إن المجلس اجتمع أمس.",
        "قال سوليفان إن المجلس اجتمع أمس.",
        "قال مايك لسوليفان إن المجلس اجتمع أمس.",
    ] {
        assert!(jake(text), "{text}");
    }
}
