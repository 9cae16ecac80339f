//! Names that nobody has, made of syllables.

use super::dice::Dice;

const FIRST: &[&str] = &[
    "Anna",
    "Piotr",
    "Min-jae",
    "Seo-yeon",
    "Carlos",
    "Ingrid",
    "Tomas",
    "Leila",
    "Grace",
    "Omar",
    "Yuki",
    "Henrik",
    "Amara",
    "Noah",
    "Sofia",
    "Viktor",
    "Mei-ling",
    "Ravi",
    "Elena",
    "Jonas",
    "Fatima",
    "Hugo",
    "Clara",
    "Dae-jung",
    "Agnes",
    "Bruno",
    "Chiara",
    "Daniel",
    "Edith",
    "Farid",
    "Greta",
    "Hamid",
    "Irene",
    "Jamal",
    "Katya",
    "Liam",
    "Marta",
    "Nadia",
    "Oskar",
    "Paula",
    "Quentin",
    "Rosa",
    "Stefan",
    "Thandi",
    "Ulla",
    "Vera",
    "Walter",
    "Xenia",
    "Yusuf",
    "Zofia",
    "Adel",
    "Beatriz",
    "Cyril",
    "Dolores",
    "Emil",
    "Florence",
    "Gustav",
    "Hanna",
    "Ivan",
    "Judith",
    "Karim",
    "Lucia",
    "Magnus",
    "Nora",
    "Olga",
    "Pavel",
    "Rafael",
    "Silvia",
    "Tariq",
    "Ursula",
    "José",
    "André",
    "Zoë",
    "Léa",
    "Jürgen",
    "Søren",
    "Hyun-woo",
    "Ji-won",
    "Jean-Paul",
    "Anne-Marie",
];
const ONSETS: &[&str] = &[
    "B", "Br", "D", "F", "G", "H", "K", "Kl", "L", "M", "N", "P", "R", "S", "St", "T", "V", "W",
    "Z",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ie", "ou", "ar", "en", "al"];
const ENDINGS: &[&str] = &[
    "ski", "son", "mann", "berg", "ez", "ov", "ini", "sen", "ter", "dal", "kova", "ley", "ton",
    "ric",
];
const TOWNS: &[&str] = &[
    "ville", "burg", "field", "mouth", "haven", "ford", "stad", "grad", "wick", "minster",
];
const TRADES: &[&str] = &[
    "Works",
    "Airlines",
    "Shipping",
    "Motors",
    "Steel",
    "Foods",
    "Energy",
    "Textiles",
    "Pharma",
    "Hospital",
    "University",
    "Railways",
];

fn stem(dice: &mut Dice, syllables: usize) -> String {
    let mut stem = dice.pick(ONSETS).to_string();
    for _ in 0..syllables {
        stem += dice.pick(VOWELS);
        stem += &dice.pick(ONSETS).to_lowercase();
    }
    stem + dice.pick(VOWELS)
}

/// The person with this number; persons with small numbers differ.
pub fn person(number: usize) -> String {
    let mut dice = Dice::new(number as u64);
    let first = dice.pick(FIRST);
    format!("{first} {}{}", stem(&mut dice, 2), dice.pick(ENDINGS))
}

/// The town with this number.
pub fn place(number: usize) -> String {
    let mut dice = Dice::new(number as u64 + 0x7031);
    let stem = stem(&mut dice, 2);
    match dice.below(6) {
        0 => format!("Port {stem}"),
        1 => format!("{stem} City"),
        _ => stem + dice.pick(TOWNS),
    }
}

/// The company, or the like, with this number.
pub fn company(number: usize) -> String {
    let mut dice = Dice::new(number as u64 + 0xC0FFEE);
    format!("{} {}", stem(&mut dice, 2), dice.pick(TRADES))
}
