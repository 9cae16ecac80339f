//! Scripts whose romanisations differ letter by letter: each system is rewritten into one rough common spelling.
//!
//! Sources: for Russian and Ukrainian BGN/PCGN, ISO 9, the passport systems of 1997–2014 and Ukraine's resolution
//! 55 of 2010; for Arabic ALA-LC, the UN system of 2017 and the French and English press; for Japanese the
//! Hepburn, Kunrei-shiki and passport systems.

/// A scheme: how its spellings are rewritten, and how a name of it is known.
pub(super) struct Letters {
    /// What is written, and what it may be; the longest that fits is taken.
    rules: &'static [(&'static str, &'static [&'static str])],
    /// Whether a name is of this scheme, from its parts and the first rewriting of them.
    is_one: fn(&[&str]) -> bool,
}

/// More rewritings than this are not followed.
const MOST: usize = 24;

impl Letters {
    /// Whether the parts are a name of this scheme.
    pub fn is_one(&self, parts: &[&str]) -> bool {
        (self.is_one)(parts)
    }

    /// The common spellings of a word.
    pub fn rewrite(&self, word: &str) -> Vec<String> {
        let mut done = vec![String::new()];
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let rule = self
                .rules
                .iter()
                .filter(|(from, _)| match from.strip_suffix('$') {
                    Some(ending) => rest == ending,
                    None => rest.starts_with(from),
                })
                .max_by_key(|(from, _)| from.len());
            let plain = [&rest[..first.len_utf8()]];
            let (len, options): (usize, &[&str]) = match rule {
                Some((from, to)) => (from.trim_end_matches('$').len(), to),
                None => (first.len_utf8(), &plain),
            };
            let options = if done.len() * options.len() > MOST {
                &options[..1]
            } else {
                options
            };
            done = done
                .iter()
                .flat_map(|head| options.iter().map(move |option| join(head, option)))
                .collect();
            rest = &rest[len..];
        }
        done
    }
}

/// Appends, and writes a doubled letter once.
fn join(head: &str, tail: &str) -> String {
    let mut whole = String::from(head);
    for letter in tail.chars() {
        if !whole.ends_with(letter) {
            whole.push(letter);
        }
    }
    whole
}

pub(super) static SLAVIC: Letters = Letters {
    rules: &[
        ("shch", &["S"]),
        ("schtsch", &["S"]),
        ("sch", &["S", "sC"]),
        ("sh", &["s!"]),
        ("zh", &["z!"]),
        ("kh", &["h"]),
        ("ch", &["C"]),
        ("tch", &["C"]),
        ("tsch", &["C"]),
        ("ts", &["c"]),
        ("tz", &["c"]),
        ("ks", &["x"]),
        ("ph", &["f"]),
        ("w", &["v"]),
        ("off$", &["ov"]),
        ("eff$", &["ev"]),
        ("ia", &["A"]),
        ("iya", &["A"]),
        ("ya", &["A"]),
        ("ja", &["A"]),
        ("yu", &["U"]),
        ("iu", &["U"]),
        ("ju", &["U"]),
        ("ye", &["e"]),
        ("je", &["e"]),
        ("yo", &["e"]),
        ("jo", &["e"]),
        ("iy", &["i"]),
        ("yy", &["i"]),
        ("ij", &["i"]),
        ("yi", &["i"]),
        ("y", &["i"]),
        ("j", &["i"]),
        ("gh", &["g"]),
    ],
    is_one: |parts| {
        parts.iter().any(|part| {
            part.len() >= 5
                && [
                    "ov", "ova", "ev", "eva", "off", "sky", "ski", "skiy", "skyy", "skii", "skaya",
                    "ska", "enko", "chuk", "yuk", "iuk", "vich", "vych", "iev", "yev", "kin",
                    "lin", "tin", "sin", "ny", "yna", "hin",
                ]
                .iter()
                .any(|ending| part.ends_with(ending))
        }) && parts.iter().any(|part| GIVEN_SLAVIC.contains(part))
    },
};

/// Given names by which a Russian, Ukrainian or Belarusian name is known.
const GIVEN_SLAVIC: &[&str] = &[
    "aleksandr",
    "aleksei",
    "aleksey",
    "alexander",
    "alexandr",
    "alexei",
    "alexey",
    "alexandra",
    "alisher",
    "anastasia",
    "anatoli",
    "anatoly",
    "andrei",
    "andrey",
    "andrii",
    "andriy",
    "anton",
    "arkady",
    "artem",
    "boris",
    "denis",
    "denys",
    "dmitri",
    "dmitrii",
    "dmitriy",
    "dmitry",
    "dmytro",
    "ekaterina",
    "elena",
    "elvira",
    "evgenii",
    "evgeny",
    "fyodor",
    "galina",
    "gennady",
    "georgy",
    "grigory",
    "igor",
    "ihor",
    "ilya",
    "irina",
    "iryna",
    "ivan",
    "kateryna",
    "kirill",
    "konstantin",
    "ksenia",
    "kyrylo",
    "larisa",
    "leonid",
    "lyudmila",
    "maksim",
    "maria",
    "mariia",
    "mariya",
    "maxim",
    "mikhail",
    "mykhailo",
    "mykola",
    "mikola",
    "nadezhda",
    "natalia",
    "natalya",
    "nikita",
    "nikolai",
    "nikolay",
    "oleg",
    "oleh",
    "oleksandr",
    "oleksii",
    "oleksiy",
    "olena",
    "olga",
    "olha",
    "pavel",
    "pavlo",
    "petr",
    "petro",
    "pyotr",
    "roman",
    "ruslan",
    "rustem",
    "semyon",
    "serge",
    "sergei",
    "sergey",
    "sergii",
    "serhii",
    "serhiy",
    "sergiy",
    "sofia",
    "stanislav",
    "svetlana",
    "svitlana",
    "sviatlana",
    "taras",
    "tatiana",
    "tatyana",
    "vadim",
    "vadym",
    "valentin",
    "valentina",
    "valeri",
    "valerii",
    "valeriy",
    "valery",
    "vasily",
    "vasyl",
    "victor",
    "viktor",
    "vitali",
    "vitalii",
    "vitaliy",
    "vitaly",
    "vladimir",
    "vladislav",
    "vladyslav",
    "volodymyr",
    "vyacheslav",
    "yaroslav",
    "yekaterina",
    "yelena",
    "yevgeni",
    "yevgeny",
    "yevhen",
    "yulia",
    "yuliia",
    "yuri",
    "yurii",
    "yuriy",
    "yury",
    "zoya",
];

pub(super) static ARABIC: Letters = Letters {
    rules: &[
        ("kh", &["X"]),
        ("gh", &["G"]),
        ("dh", &["d"]),
        ("th", &["t"]),
        ("sh", &["s!"]),
        ("ch", &["s!"]),
        ("dj", &["j"]),
        ("q", &["k"]),
        ("c", &["k"]),
        ("g", &["k", "j"]),
        ("h$", &[""]),
        ("ah$", &["a"]),
        ("eh$", &["a"]),
        ("el", &["il", "al", "ul"]),
        ("e", &["a", "i", "u"]),
        ("aa", &["a"]),
        ("o", &["u"]),
        ("oo", &["u"]),
        ("ou", &["u"]),
        ("ee", &["i"]),
        ("ei", &["ai", "i"]),
        ("ey", &["ai", "i"]),
        ("ay", &["ai"]),
        ("ae", &["ai"]),
        ("aee", &["ai"]),
        ("aye", &["aia", "ai"]),
        ("ie", &["i"]),
        ("y", &["i"]),
        ("iy", &["i"]),
        ("aou", &["au"]),
        ("ao", &["au"]),
        ("aw", &["au"]),
        ("z", &["z"]),
    ],
    is_one: |parts| parts.iter().any(|part| ARABIC_NAMES.contains(part)),
};

/// Parts by which an Arabic or Persian name is known.
const ARABIC_NAMES: &[&str] = &[
    "abbas",
    "abd",
    "abdallah",
    "abdel",
    "abdelaziz",
    "abdelfattah",
    "abdelmadjid",
    "abdul",
    "abdulaziz",
    "abdullah",
    "abdulrahman",
    "abou",
    "abu",
    "ahmad",
    "ahmed",
    "al",
    "ali",
    "amir",
    "anwar",
    "arafat",
    "assad",
    "ayman",
    "aziz",
    "barham",
    "bashar",
    "bassam",
    "bin",
    "ebrahim",
    "el",
    "fahd",
    "faisal",
    "farouk",
    "fatima",
    "fayez",
    "fuad",
    "gamal",
    "ghani",
    "hadi",
    "hafez",
    "haitham",
    "hamad",
    "hamas",
    "hamdan",
    "hamed",
    "hamid",
    "hani",
    "hasan",
    "hashim",
    "hassan",
    "haydar",
    "hezbollah",
    "hizbullah",
    "hosni",
    "hossein",
    "houthi",
    "hussain",
    "hussein",
    "ibn",
    "ibrahim",
    "isa",
    "ismail",
    "jaber",
    "jamal",
    "javad",
    "kamal",
    "karim",
    "khaled",
    "khalid",
    "khalifa",
    "khamenei",
    "mahathir",
    "mahdi",
    "mahmoud",
    "mahmud",
    "majid",
    "malik",
    "mansour",
    "masoud",
    "masrour",
    "moammar",
    "moez",
    "mohamed",
    "mohammad",
    "mohammed",
    "mohsen",
    "moqtada",
    "mostafa",
    "muammar",
    "muhammad",
    "mukhtar",
    "muqtada",
    "mustafa",
    "nabih",
    "najib",
    "nasrallah",
    "nasser",
    "nayef",
    "nouri",
    "nuri",
    "omar",
    "osama",
    "qaboos",
    "qais",
    "qasem",
    "rafiq",
    "rahman",
    "rami",
    "ramzi",
    "rashid",
    "reza",
    "saad",
    "saddam",
    "saeed",
    "said",
    "salah",
    "salam",
    "saleh",
    "salim",
    "salman",
    "sami",
    "sayyid",
    "sheikh",
    "suleiman",
    "sultan",
    "taha",
    "talal",
    "tamim",
    "tareq",
    "tariq",
    "umar",
    "yahya",
    "yasser",
    "yassin",
    "youssef",
    "yusuf",
    "zayed",
    "zine",
];

pub(super) static JAPANESE: Letters = Letters {
    rules: &[
        ("ou", &["o"]),
        ("oh", &["o"]),
        ("oha", &["oha"]),
        ("ohi", &["ohi"]),
        ("oho", &["oho"]),
        ("ohe", &["ohe"]),
        ("ohu", &["ohu"]),
        ("oo", &["o"]),
        ("uu", &["u"]),
        ("ii", &["i"]),
        ("si", &["shi"]),
        ("sy", &["sh"]),
        ("ti", &["chi"]),
        ("ty", &["ch"]),
        ("tch", &["ch"]),
        ("tu", &["tsu"]),
        ("hu", &["fu"]),
        ("zi", &["ji"]),
        ("di", &["ji"]),
        ("zy", &["j"]),
        ("jy", &["j"]),
        ("dzu", &["zu"]),
        ("du", &["zu"]),
        ("mb", &["nb"]),
        ("mp", &["np"]),
        ("mm", &["nm"]),
    ],
    is_one: |parts| parts.len() == 2 && parts.iter().all(|part| part.len() >= 3 && is_kana(part)),
};

/// Whether it can be written in kana.
fn is_kana(word: &str) -> bool {
    let mut rest = word;
    while !rest.is_empty() {
        let onset = KANA_ONSETS
            .iter()
            .filter(|onset| rest.starts_with(**onset))
            .map(|onset| onset.len())
            .max();
        let after = &rest[onset.unwrap_or(0)..];
        if after.starts_with(['a', 'i', 'u', 'e', 'o']) {
            rest = &after[1..];
        } else if rest.starts_with(['n', 'm']) {
            rest = &rest[1..];
        } else if rest.starts_with('h') && word.len() > rest.len() {
            // A long vowel, as in `Ohno`.
            rest = &rest[1..];
        } else if rest.len() > 1
            && rest.as_bytes()[0] == rest.as_bytes()[1]
            && rest.starts_with(['k', 's', 't', 'p'])
        {
            rest = &rest[1..];
        } else {
            return false;
        }
    }
    true
}

const KANA_ONSETS: &[&str] = &[
    "k", "ky", "g", "gy", "s", "sh", "sy", "z", "j", "jy", "zy", "t", "ch", "ts", "ty", "tch", "d",
    "n", "ny", "h", "hy", "f", "b", "by", "p", "py", "m", "my", "y", "r", "ry", "w",
];
