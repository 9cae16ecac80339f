use proptest::prelude::*;

use super::*;
use crate::article::{Article, Format};

fn entry(right: &[&str]) -> NameEntry {
    NameEntry {
        right: right.iter().map(ToString::to_string).collect(),
        known: Vec::new(),
        near: true,
    }
}

/// An index of names; `|` stands between the spellings of one.
fn index(names: &[&str]) -> NearNames {
    let entries: Vec<NameEntry> = names
        .iter()
        .map(|name| entry(&name.split('|').collect::<Vec<_>>()))
        .collect();
    NearNames::new(&entries, &[])
}

/// The near misses as words of the source, and the names that they miss.
fn found(names: &[&str], source: &str) -> Vec<(String, String)> {
    let article = Article::from_text("test.txt", source, Format::PLAIN).unwrap();
    let text = Text::new(&article);
    let near = index(names).find(&text, &[]);
    near.into_iter()
        .map(|near| {
            let name = names[near.entry].split('|').next().unwrap_or_default();
            let place = text.place(near.span).span;
            (
                place.of(&article.parts[0].source).to_string(),
                name.to_string(),
            )
        })
        .collect()
}

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "Ahn Gyu-back|Ahn Gyu-baek|안규백", "Lee Jae Myung|Lee Jae-myung|이재명", "Kim Jong Un|Kim Jong-un",
    "Pete Hegseth", "Hwasong-20", "Panmunjom", "Özge Aydın", "Xi Jinping", "Volodymyr Zelensky",
    "Mohammed bin Salman", "Shinzo Abe", "Keir Starmer", "Ursula von der Leyen", "John F. Kennedy",
    "Samsung Electronics", "Hezbollah", "KF-21", "Gyeongju", "North Korea", "John Barrasso", "Reform Party",
    "Israel", "Hanwha Ocean", "NATO",
];

#[test]
fn reported() {
    for (text, phrase, name) in [
        // Other romanisations.
        (
            "South Korea's Ahn Gyu-pak met reporters.",
            "Ahn Gyu-pak",
            "Ahn Gyu-back",
        ),
        (
            "President Lee Jae-myeon spoke first.",
            "Lee Jae-myeon",
            "Lee Jae Myung",
        ),
        ("Yi Chae-myong spoke.", "Yi Chae-myong", "Lee Jae Myung"),
        ("Rhee Jae Myong spoke.", "Rhee Jae Myong", "Lee Jae Myung"),
        ("Kim Jong Eun spoke.", "Kim Jong Eun", "Kim Jong Un"),
        ("Jae-myeong Lee spoke.", "Jae-myeong Lee", "Lee Jae Myung"),
        (
            "President Volodymyr Zelenskyy spoke.",
            "Volodymyr Zelenskyy",
            "Volodymyr Zelensky",
        ),
        (
            "Prince Muhammad bin Salman spoke.",
            "Muhammad bin Salman",
            "Mohammed bin Salman",
        ),
        (
            "Former Prime Minister Shinzou Abe spoke.",
            "Shinzou Abe",
            "Shinzo Abe",
        ),
        ("They met in Kyongju.", "Kyongju", "Gyeongju"),
        (
            "They shook hands at Panmunjeom and again at Panmunjom.",
            "Panmunjeom",
            "Panmunjom",
        ),
        // Slips.
        ("Pete Hesgeth flew to Osan.", "Pete Hesgeth", "Pete Hegseth"),
        (
            "Pete Hegsth's plane landed at Osan.",
            "Pete Hegsth",
            "Pete Hegseth",
        ),
        ("Xi Jingping spoke.", "Xi Jingping", "Xi Jinping"),
        ("Kier Starmer spoke.", "Kier Starmer", "Keir Starmer"),
        ("Kim Jogn Un spoke.", "Kim Jogn Un", "Kim Jong Un"),
        (
            "Ursula von der Layen spoke.",
            "Ursula von der Layen",
            "Ursula von der Leyen",
        ),
        ("John F. Kenedy spoke.", "John F. Kenedy", "John F. Kennedy"),
        (
            "Samsung Electroncis fell.",
            "Samsung Electroncis",
            "Samsung Electronics",
        ),
        ("Fighters of Hezbolllah fled.", "Hezbolllah", "Hezbollah"),
        ("John Barasso voted.", "John Barasso", "John Barrasso"),
        (
            "AHN GYU-PAK MEETS PETE HEGSETH",
            "AHN GYU-PAK",
            "Ahn Gyu-back",
        ),
        (
            "The North paraded the Hwasung-20.",
            "Hwasung-20",
            "Hwasong-20",
        ),
        (
            "The minister, Ahn\nGyu-pak, met reporters.",
            "Ahn\nGyu-pak",
            "Ahn Gyu-back",
        ),
        // Dress.
        ("Ozge Aydin won the seat.", "Ozge Aydin", "Özge Aydın"),
        (
            "President Lee Jaemyung spoke first.",
            "Lee Jaemyung",
            "Lee Jae Myung",
        ),
        (
            "Ahn Gyu Back met reporters.",
            "Ahn Gyu Back",
            "Ahn Gyu-back",
        ),
        (
            "Ahn Gyu-Back met reporters.",
            "Ahn Gyu-Back",
            "Ahn Gyu-back",
        ),
        (
            "Pete hegseth met reporters.",
            "Pete hegseth",
            "Pete Hegseth",
        ),
        ("The KF21 took off.", "KF21", "KF-21"),
        ("The KF 21 took off.", "KF 21", "KF-21"),
        ("Xi Jin-ping spoke.", "Xi Jin-ping", "Xi Jinping"),
    ] {
        let expected = [(phrase.to_string(), name.to_string())];
        assert_eq!(found(NAMES, text), expected, "{text}");
    }
}

#[test]
fn silent() {
    for text in [
        "Ahn Gyu-back met reporters in Seoul.",
        "Ahn Gyu-baek (안규백) met reporters in Seoul.",
        "Pete Hegseth's plane landed at Osan, and Ahn Gyu-back’s car was waiting.",
        "AHN GYU-BACK MEETS PETE HEGSETH AT PANMUNJOM",
        "Ahn Gyu\u{2011}back and Ahn Gyu\u{2010}back are one man.",
        "Ahn Gyu\u{200B}-back thanked Pete Heg\u{AD}seth.",
        "The minister, Ahn\nGyu-back, met reporters.",
        "O\u{308}zge Ayd\u{131}n won the seat.",
        "(Photo by AHN Gyu-back)",
        // Other people.
        "Samsung's Lee Jae-yong dined with Lee Jae Myung.",
        "Kim Jong Un succeeded Kim Jong Il in 2011, and Kim Il Sung came before.",
        "Kim Yo Jong, Kim Jong Nam and Kim Jong Chul are his kin.",
        "Lee Jae-oh, Lee Jae-jung and Lee Jae-min voted.",
        "Peter Hegseth is his full name; Peggy Hegseth is another.",
        "Akie Abe and Shinzo Abe's brother Nobuo Kishi came.",
        "Olena Zelenska met Ursula Langer.",
        "Saud bin Salman and Khalid bin Salman are brothers.",
        "Xi Jinming and Xi Mingze stayed at home.",
        "Robert F. Kennedy and Ted Kennedy came later.",
        "Keith Starmer and Karl Starmer are strangers.",
        // Parts, other numbers, other words.
        "Ahn said the plan was ready. Back then, he had doubts.",
        "The North showed the Hwasong-20 long after the Hwasong-17 and the Hwasong-2.",
        "The KF-16, the F-21 and the KF-12 took off.",
        "Peter heads the committee; the panorama was striking.",
        "The Panmunjomesque scenery delighted visitors.",
        "North Korean and North Koreans, Israeli and Israelis.",
        "The Reformed Party and the Reform Party's rivals.",
        "Its Reform party lost.",
        "Samsung Electronic Systems is another firm.",
        "The ocean and the Hanwha Oceans.",
        // No prose.
        "Write to pete.hegsth@example.org or see https://example.org/Ahn-Kyu-back.",
        "He posts as @PeteHegsth and #PeteHegsth.",
        "Jae Myung Lee spoke; so did Gyu-back Ahn.",
    ] {
        assert_eq!(found(NAMES, text), [], "{text}");
    }
}

#[test]
fn short_names_and_initials() {
    for (names, text) in [
        (&["Bob Dold"], "Bob Dole ran for president."),
        (&["Michael McCaul"], "Michael McFaul was an envoy."),
        (&["H. R. Okafor"], "H.R. Okafor and H R Okafor are one man."),
        (&["H.R. Okafor"], "H. R. Okafor is he."),
    ] {
        assert_eq!(found(names, text), [], "{text}");
    }
}

#[test]
fn what_is_known_is_no_near_miss() {
    let entries = [
        NameEntry {
            known: vec!["Ahn Kyu-back".into(), "Ahn Gyu-sik".into()],
            ..entry(&["Ahn Gyu-back"])
        },
        NameEntry {
            near: false,
            ..entry(&["Pete Hegseht"])
        },
        entry(&["Pete Hegseth"]),
    ];
    let index = NearNames::new(&entries, &["Pete Hegsteh".into()]);
    for text in [
        "Ahn Kyu-back spoke.",
        "Ahn Gyu-sik spoke.",
        "Pete Hegseht and Pete Hegsteh spoke.",
    ] {
        assert_eq!(index.find_in(text, &[]), [], "{text}");
    }
    assert_eq!(index.find_in("Pete Hegesth spoke.", &[]).len(), 1);
}

#[test]
fn a_near_miss_may_hold_an_exact_name_but_not_differ_in_it() {
    let index = index(&["Samsung Electronics", "Seoul National University"]);
    let text = "The Seoul National Universty opened.";
    assert_eq!(index.find_in(text, &[Span::new(4, 9)]).len(), 1);
    assert_eq!(index.find_in(text, &[Span::new(19, 28)]), []);
    assert_eq!(index.find_in(text, &[Span::new(0, 9)]), []);
}

#[test]
fn a_word_that_the_text_has_in_lower_case_is_a_word() {
    let names = &["Zandora"];
    assert_eq!(found(names, "Zendora grows here.").len(), 1);
    assert_eq!(
        found(names, "Zendora grows here, and zendora is sweet."),
        []
    );
}

#[test]
fn between_two_equally_likely_names_nothing_is_said() {
    assert_eq!(
        found(
            &["Petra Hansdotter", "Petra Hansdottir"],
            "Petra Hansdottor spoke."
        ),
        []
    );
    assert_eq!(
        found(&["Petra Hansdotter"], "Petra Hansdottor spoke.").len(),
        1
    );
}

#[test]
fn transposed_letters_are_told() {
    let index = index(&["Pete Hegseth", "Lee Jae Myung"]);
    let told = |text: &str| index.find_in(text, &[]).first().map(|near| near.transposed);
    assert_eq!(told("Pete Hesgeth spoke."), Some(true));
    assert_eq!(told("Pete Hegsth spoke."), Some(false));
    assert_eq!(told("Lee Jea Myung spoke."), Some(true));
}

#[test]
fn hostile_text_takes_linear_time() {
    let index = index(NAMES);
    for text in [
        "Ahn ",
        "Pete-",
        "Kim Jong Unn ",
        "A'",
        "U.S.",
        "é\u{301}",
        "Hegsethhegseth",
        "안 Ahn ",
    ] {
        index.find_in(&text.repeat(20_000), &[]);
    }
}

/// Words like those of names and articles, and anything else.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => prop::sample::select(vec![
            "Ahn", "Gyu-back", "Gyu-pak", "Pete", "Hegseth", "Hesgeth", "HEGSETH", "Kim", "Jong", "Un", "Il", "Lee",
            "Jae-myung", "Jaemyung", "Panmunjeom", "Özge", "Ozge", "Aydın", "said", "von", "der", "'s", "’s", "-", "20",
            "Hwasong-20", "안규백", "@", ".", ",", "U.S.",
        ]).prop_map(str::to_string),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(
        (word, prop::sample::select(vec![" ", "-", "", "\n", "  "])),
        0..30,
    )
    .prop_map(|words| words.into_iter().map(|(word, gap)| word + gap).collect())
}

proptest! {
    #[test]
    fn places_are_sound(text in prose(), cut in 0_usize..40) {
        let index = index(NAMES);
        let near = index.find_in(&text, &[Span::new(cut, cut + 5)]);
        for near in &near {
            prop_assert!(text.get(near.span.range()).is_some_and(|words| !words.is_empty()));
            prop_assert!(near.entry < NAMES.len());
        }
        for pair in near.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn a_right_name_is_never_a_near_miss(names in prop::collection::vec("[A-Z][a-z]{2,8}[ -][A-Z]?[a-z]{2,8}", 1..12)) {
        let entries: Vec<NameEntry> = names.iter().map(|name| entry(&[name])).collect();
        let index = NearNames::new(&entries, &[]);
        for name in &names {
            let text = format!("On Monday {name}'s aide spoke.");
            let place = Span::new(10, 10 + name.len());
            for near in index.find_in(&text, &[]) {
                prop_assert!(!near.span.overlaps(place), "{} in {}", near.span.of(&text), text);
            }
        }
    }

    #[test]
    fn any_names_and_any_text(names in prop::collection::vec("\\PC{0,20}", 0..6), text in "\\PC{0,200}") {
        let entries: Vec<NameEntry> = names.iter().map(|name| entry(&[name])).collect();
        let found = NearNames::new(&entries, &names).find_in(&text, &[]);
        prop_assert_eq!(found, []);
    }
}
