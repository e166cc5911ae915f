//! What ties two sentences, seen from outside.

use muqabala::comparison::Options;
use muqabala::{Document, compare};

#[test]
fn a_name_in_latin_letters_meets_its_words_in_the_other_script() {
    let arabic = "سقطت الكرة خلف الحارس أريزابالاغا.\n\nثم عاد الفريقان إلى غرفة الملابس.\n";
    let persian = "توپ از بالای سر Kepa Arrizabalaga گذشت.\n\nسپس دو تیم به رختکن بازگشتند.\n";
    let documents =
        [("ar", arabic), ("fa", persian)].map(|(name, text)| Document::from_text(name, text));
    let found = compare(&documents[0], &documents[1], &Options::default());
    let evidence = found.alignment.sentences.iter().flat_map(|link| &link.evidence);
    let met: Vec<[&str; 2]> = evidence
        .map(|e| [e.source.of(arabic), e.translation.of(persian)])
        .filter(|[_, theirs]| theirs.is_ascii())
        .collect();
    assert_eq!(met, [["أريزابالاغا", "Kepa Arrizabalaga"]]);
}
