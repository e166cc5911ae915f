//! English words whose forms no rule tells.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The dictionary form and the forms that differ from the regular ones.
#[rustfmt::skip]
static IRREGULAR: &[(&str, &str)] = &[
    ("arise", "arose arisen"), ("awake", "awoke awoken"), ("be", "am is are was were been being"), ("bear", "bore borne born"),
    ("beat", "beaten"), ("become", "became"), ("begin", "began begun beginning"), ("bend", "bent"), ("bid", "bade bidden"),
    ("bind", "bound"), ("bite", "bit bitten"), ("bleed", "bled"), ("blow", "blew blown"), ("break", "broke broken"),
    ("breed", "bred"), ("bring", "brought"), ("build", "built"), ("burn", "burnt"), ("buy", "bought"), ("catch", "caught"),
    ("choose", "chose chosen"), ("cling", "clung"), ("come", "came"), ("creep", "crept"), ("deal", "dealt"), ("dig", "dug"),
    ("do", "does did done"), ("draw", "drew drawn"), ("dream", "dreamt"), ("drink", "drank drunk"), ("drive", "drove driven"),
    ("dwell", "dwelt"), ("eat", "ate eaten"), ("fall", "fell fallen"), ("feed", "fed"), ("feel", "felt"), ("fight", "fought"),
    ("find", "found"), ("flee", "fled"), ("fling", "flung"), ("fly", "flew flown flies"), ("forbid", "forbade forbidden"),
    ("foresee", "foresaw foreseen"), ("forget", "forgot forgotten"), ("forgive", "forgave forgiven"), ("forgo", "forwent forgone"),
    ("freeze", "froze frozen"), ("get", "got gotten"), ("give", "gave given"), ("go", "goes went gone"), ("grind", "ground"),
    ("grow", "grew grown"), ("hang", "hung"), ("have", "has had having"), ("hear", "heard"), ("hide", "hid hidden"),
    ("hold", "held"), ("keep", "kept"), ("kneel", "knelt"), ("know", "knew known"), ("lay", "laid"), ("lead", "led"),
    ("lean", "leant"), ("leap", "leapt"), ("learn", "learnt"), ("leave", "left"), ("lend", "lent"), ("lie", "lay lain lying"),
    ("light", "lit"), ("lose", "lost"), ("make", "made"), ("mean", "meant"), ("meet", "met"), ("mistake", "mistook mistaken"),
    ("overcome", "overcame"), ("oversee", "oversaw overseen"), ("overtake", "overtook overtaken"), ("overthrow", "overthrew overthrown"),
    ("pay", "paid"), ("prove", "proven"), ("rebuild", "rebuilt"), ("ride", "rode ridden"), ("ring", "rang rung"), ("rise", "rose risen"),
    ("run", "ran"), ("say", "said"), ("see", "saw seen"), ("seek", "sought"), ("sell", "sold"), ("send", "sent"), ("sew", "sewn"),
    ("shake", "shook shaken"), ("shed", "shed"), ("shine", "shone"), ("shoot", "shot"), ("show", "shown"), ("shrink", "shrank shrunk"),
    ("sing", "sang sung"), ("sink", "sank sunk"), ("sit", "sat"), ("slay", "slew slain"), ("sleep", "slept"), ("slide", "slid"),
    ("smell", "smelt"), ("sow", "sown"), ("speak", "spoke spoken"), ("speed", "sped"), ("spend", "spent"), ("spin", "spun"),
    ("spill", "spilt"), ("spit", "spat"), ("spoil", "spoilt"), ("spring", "sprang sprung"), ("stand", "stood"), ("steal", "stole stolen"),
    ("stick", "stuck"), ("sting", "stung"), ("stink", "stank stunk"), ("strike", "struck stricken"), ("strive", "strove striven"),
    ("swear", "swore sworn"), ("sweep", "swept"), ("swell", "swollen"), ("swim", "swam swum"), ("swing", "swung"),
    ("take", "took taken"), ("teach", "taught"), ("tear", "tore torn"), ("tell", "told"), ("think", "thought"), ("throw", "threw thrown"),
    ("understand", "understood"), ("undertake", "undertook undertaken"), ("undergo", "underwent undergone undergoes"), ("uphold", "upheld"),
    ("wake", "woke woken"), ("wear", "wore worn"), ("weave", "wove woven"), ("weep", "wept"), ("win", "won"), ("wind", "wound"),
    ("withdraw", "withdrew withdrawn"), ("withhold", "withheld"), ("withstand", "withstood"), ("write", "wrote written"),
    ("die", "dying"), ("tie", "tying"), ("can", "could cannot"), ("will", "would"), ("shall", "should"), ("may", "might"),
    ("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people persons"), ("foot", "feet"), ("tooth", "teeth"),
    ("mouse", "mice"), ("goose", "geese"), ("ox", "oxen"), ("crisis", "crises"), ("analysis", "analyses"), ("basis", "bases"),
    ("thesis", "theses"), ("hypothesis", "hypotheses"), ("diagnosis", "diagnoses"), ("criterion", "criteria"), ("phenomenon", "phenomena"),
    ("medium", "media"), ("datum", "data"), ("memorandum", "memoranda"), ("stadium", "stadia"), ("bacterium", "bacteria"),
    ("virus", "viruses"), ("leaf", "leaves"), ("life", "lives"), ("knife", "knives"), ("wife", "wives"), ("half", "halves"),
    ("self", "selves"), ("thief", "thieves"), ("wolf", "wolves"), ("loaf", "loaves"), ("shelf", "shelves"), ("calf", "calves"),
    ("policeman", "policemen"), ("spokesman", "spokesmen"), ("spokeswoman", "spokeswomen"), ("congressman", "congressmen"),
    ("gunman", "gunmen"), ("fisherman", "fishermen"), ("businessman", "businessmen"), ("index", "indices"), ("appendix", "appendices"),
    ("good", "better best"), ("bad", "worse worst"), ("far", "further furthest farther farthest"), ("little", "least"), ("many", "more most"),
    ("politics", "politics"), ("news", "news"), ("series", "series"), ("species", "species"), ("headquarters", "headquarters"),
];

static TABLE: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for &(lemma, forms) in IRREGULAR {
        for form in forms.split(' ') {
            table.entry(form).or_default().push(lemma);
        }
    }
    table
});

/// The dictionary forms of an irregular form.
pub(super) fn lemmas(form: &str) -> &'static [&'static str] {
    TABLE.get(form).map_or(&[], Vec::as_slice)
}
