use super::*;

fn index(names: &[&str]) -> NearNames {
    let entries: Vec<NameEntry> = names
        .iter()
        .map(|name| NameEntry {
            right: name.split('|').map(str::to_string).collect(),
            known: Vec::new(),
            near: true,
        })
        .collect();
    NearNames::new(&entries, &[])
}

fn found(names: &[&str], text: &str) -> Vec<(String, usize)> {
    index(names)
        .find_in(text, &[])
        .into_iter()
        .map(|near| (near.span.of(text).to_string(), near.entry))
        .collect()
}

const NAMES: &[&str] = &[
    "Ahn Gyu-back|Ahn Gyu-baek",
    "Lee Jae Myung|Lee Jae-myung",
    "Kim Jong Un|Kim Jong-un",
    "Pete Hegseth",
    "Hwasong-20",
    "Panmunjom",
    "Özge Aydın",
];

#[test]
fn reported() {
    for (text, phrase, entry) in [
        ("South Korea's Ahn Gyu-pak met reporters.", "Ahn Gyu-pak", 0),
        ("President Lee Jae-myeon spoke first.", "Lee Jae-myeon", 1),
        ("Pete Hesgeth flew to Osan.", "Pete Hesgeth", 3),
        ("Pete Hegsth's plane landed at Osan.", "Pete Hegsth", 3),
        ("AHN GYU-PAK MEETS PETE HEGSETH", "AHN GYU-PAK", 0),
        ("The North paraded the Hwasung-20.", "Hwasung-20", 4),
        (
            "They shook hands at Panmunjeom and again at Panmunjom.",
            "Panmunjeom",
            5,
        ),
        ("Ozge Aydin won the seat.", "Ozge Aydin", 6),
        ("President Lee Jaemyung spoke first.", "Lee Jaemyung", 1),
        ("Defense Minister Ahn Gyu-pak said", "Ahn Gyu-pak", 0),
        ("Yi Chae-myong spoke.", "Yi Chae-myong", 1),
    ] {
        assert_eq!(found(NAMES, text), [(phrase.to_string(), entry)], "{text}");
    }
}

#[test]
fn silent() {
    for text in [
        "Ahn Gyu-back met reporters in Seoul.",
        "Pete Hegseth's plane landed at Osan, and Ahn Gyu-back's car was waiting.",
        "AHN GYU-BACK MEETS PETE HEGSETH AT PANMUNJOM",
        "Samsung's Lee Jae-yong dined with Lee Jae Myung.",
        "Kim Jong Un succeeded Kim Jong Il in 2011, and Kim Il Sung came before.",
        "Ahn said the plan was ready. Back then, he had doubts.",
        "The North showed the Hwasong-20 long after the Hwasong-17.",
        "Peter heads the committee; the panorama was striking.",
        "The Panmunjomesque scenery delighted visitors.",
        "Write to pete.hegsth@example.org or see https://example.org/Ahn-Kyu-back.",
    ] {
        assert_eq!(found(NAMES, text), [], "{text}");
    }
}
