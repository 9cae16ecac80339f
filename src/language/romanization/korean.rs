//! Korean names.
//!
//! Sources: the Revised Romanization of 2000 (Ministry of Culture and Tourism notice 2000-8) and its predecessor
//! of 1984, McCune–Reischauer (without its breves, as the press prints it), Yale, and the spellings that people
//! have in their passports, as surveyed by the National Institute of the Korean Language. Costs are rough
//! logarithms (two for a factor of ten) of how seldom the spelling is met for that sound.

use std::sync::OnceLock;

use foldhash::HashMap;

use super::reader::Options;
use super::syllables::{Row, Script};

// Numbers of the jamo as in Unicode's composition formula.
const ONSETS: &[Row] = &[
    ("", &[(11, 0)]),
    ("g", &[(0, 0), (1, 5)]),
    ("k", &[(0, 0), (15, 0), (1, 4)]),
    ("gh", &[(0, 2)]),
    ("kh", &[(15, 1), (0, 3)]),
    ("kk", &[(1, 0)]),
    ("gg", &[(1, 1), (0, 4)]),
    ("n", &[(2, 0), (5, 5)]),
    ("d", &[(3, 0), (4, 4)]),
    ("t", &[(16, 0), (3, 2)]),
    ("th", &[(16, 2), (3, 4)]),
    ("tt", &[(4, 0)]),
    ("dd", &[(4, 1)]),
    ("r", &[(5, 0)]),
    ("l", &[(5, 0)]),
    ("rh", &[(5, 2)]),
    ("m", &[(6, 0)]),
    ("b", &[(7, 0), (8, 4)]),
    ("p", &[(17, 0), (7, 2)]),
    ("v", &[(7, 4)]),
    ("ph", &[(17, 1)]),
    ("pp", &[(8, 0)]),
    ("bb", &[(8, 1)]),
    ("s", &[(9, 0), (10, 3)]),
    ("sh", &[(9, 1)]),
    ("ss", &[(10, 0), (9, 4)]),
    ("j", &[(12, 0), (13, 4)]),
    ("z", &[(12, 4)]),
    ("c", &[(12, 5), (0, 4)]),
    ("ch", &[(14, 0), (12, 2)]),
    ("tch", &[(14, 2)]),
    ("jj", &[(13, 0)]),
    ("h", &[(18, 0)]),
];

const VOWELS: &[Row] = &[
    ("a", &[(0, 0), (1, 4)]),
    ("ah", &[(0, 2)]),
    ("ae", &[(1, 0), (5, 3)]),
    ("ai", &[(1, 2)]),
    ("ay", &[(1, 3), (5, 4)]),
    ("ea", &[(1, 3)]),
    ("ya", &[(2, 0)]),
    ("yae", &[(3, 1), (7, 2)]),
    ("eo", &[(4, 0)]),
    ("eoh", &[(4, 2)]),
    ("eou", &[(4, 2)]),
    ("u", &[(13, 1), (4, 1), (18, 2), (17, 4)]),
    ("uh", &[(4, 2), (13, 4)]),
    ("ou", &[(13, 3), (4, 3), (8, 4)]),
    ("oo", &[(13, 0), (18, 4)]),
    ("e", &[(5, 0), (1, 3), (7, 2), (4, 5)]),
    ("eh", &[(5, 2), (7, 3)]),
    ("ei", &[(5, 3), (1, 4)]),
    ("yeo", &[(6, 0)]),
    ("yeou", &[(6, 2)]),
    ("you", &[(6, 1), (17, 1)]),
    ("yu", &[(17, 0), (6, 2)]),
    ("yuh", &[(6, 3)]),
    ("yo", &[(12, 0), (6, 4)]),
    ("ye", &[(7, 0), (6, 3)]),
    ("yeh", &[(7, 2)]),
    ("o", &[(8, 0), (4, 4)]),
    ("oh", &[(8, 2)]),
    ("wa", &[(9, 0)]),
    ("oa", &[(9, 2)]),
    ("woa", &[(9, 2)]),
    ("wae", &[(10, 0)]),
    ("oe", &[(11, 0), (8, 3)]),
    ("oi", &[(11, 1)]),
    ("we", &[(15, 1), (11, 2), (10, 3)]),
    ("yoo", &[(17, 0)]),
    ("yeu", &[(6, 3), (17, 4)]),
    ("iu", &[(17, 3)]),
    ("wo", &[(14, 0)]),
    ("weo", &[(14, 0)]),
    ("wi", &[(16, 0)]),
    ("wu", &[(13, 2)]),
    ("woo", &[(13, 0)]),
    ("eu", &[(18, 0), (4, 5)]),
    ("eui", &[(19, 0)]),
    ("ui", &[(19, 0), (16, 3)]),
    ("yi", &[(20, 3), (19, 4)]),
    ("i", &[(20, 0), (19, 3)]),
    ("ie", &[(20, 3)]),
    ("ih", &[(20, 3)]),
    ("ee", &[(20, 1), (19, 1)]),
];

const CODAS: &[Row] = &[
    ("", &[(0, 0)]),
    ("k", &[(1, 0)]),
    ("g", &[(1, 1)]),
    ("ck", &[(1, 1)]),
    ("c", &[(1, 3)]),
    ("kk", &[(1, 3)]),
    ("hk", &[(1, 2)]),
    ("n", &[(4, 0), (21, 4)]),
    ("nn", &[(4, 2)]),
    ("hn", &[(4, 1)]),
    ("ne", &[(4, 3)]),
    ("t", &[(7, 0)]),
    ("l", &[(8, 0)]),
    ("ll", &[(8, 2)]),
    ("r", &[(8, 3)]),
    ("m", &[(16, 0)]),
    ("mm", &[(16, 3)]),
    ("hm", &[(16, 1)]),
    ("p", &[(17, 0)]),
    ("b", &[(17, 0)]),
    ("ng", &[(21, 0), (4, 4)]),
    ("nng", &[(21, 3)]),
    ("hng", &[(21, 2)]),
];

/// Given-name syllables that are spelt like an English word, against the tables above.
const IRREGULAR: &[(&str, &[(char, u8)])] = &[
    ("back", &[('백', 0), ('박', 1)]),
    ("beck", &[('백', 0)]),
    ("duck", &[('덕', 0)]),
    ("jean", &[('진', 1)]),
    // `Hye` and `Hae` are said almost alike.
    ("hae", &[('해', 0), ('혜', 1)]),
    ("hye", &[('혜', 0), ('해', 1)]),
    ("june", &[('준', 1)]),
    ("mann", &[('만', 1)]),
    ("sun", &[('선', 1), ('순', 1)]),
    ("young", &[('영', 0)]),
];

/// The syllables of given names by how usual they are; any other costs [`UNUSUAL`].
const GIVEN: &[&str] = &[
    "영정성은현미지수민경희진상준재승동종선인기용호훈태석원우숙순철환주혜윤연유명병대창광규식",
    "일자옥애화아서하나남길근덕도문범봉섭세소신예욱웅이익제중찬채천춘학한해헌형홍효국권건교구균금란림룡\
     강곤관두락래련렬록만모무배백복삼송시심안양언여열오완운월율의임장전조초추택평표필향혁협홍황흥",
    "가각갑개걸겸계고공과군귀극년달돈득등라량령로륜률리린립매맹목몽묵반방번법벽변별보본부분비빈사산생석\
     설손솔숭슬실암야약어억엄업엽온요울위육융은읍응일작절제좌죽증직집차창척체총충치탁탄통판팔표풍하함항\
     행허혜환활회후훤휘흔흠",
];

/// What a syllable that is in no given name of note costs.
const UNUSUAL: u8 = 6;

/// Family names, the usual ones and the rest, with the spellings that the tables above don't give. Names that
/// North and South write with and without an initial ㄹ stand together.
const FAMILY: &[(char, u8, &str)] = &[
    ('김', 0, "kim gim ghim"),
    (
        '이',
        0,
        "lee yi rhee i ri li rhie yee leigh rhi reeh ree lie",
    ),
    ('박', 0, "park pak bak bahk pahk pack bark"),
    ('최', 0, "choi choe choy chwe"),
    (
        '정',
        0,
        "jung chung jeong cheong joung chyung jeung jong chong",
    ),
    ('강', 0, "kang gang"),
    ('조', 0, "cho jo joe chow"),
    ('윤', 0, "yoon yun youn yune"),
    ('장', 0, "jang chang"),
    ('임', 0, "lim im rim yim leem ihm"),
    ('한', 1, "han hahn"),
    ('오', 1, "oh o"),
    ('서', 1, "seo suh so sur seoh"),
    ('신', 1, "shin sin"),
    ('권', 1, "kwon gwon kweon"),
    ('황', 1, "hwang whang"),
    ('안', 1, "ahn an"),
    ('송', 1, "song"),
    ('유', 1, "yoo yu you ryu ryoo ryou lyu lew"),
    ('전', 1, "jeon jun chun chon jhun"),
    ('홍', 1, "hong"),
    ('고', 1, "ko go koh goh"),
    ('문', 1, "moon mun"),
    ('손', 1, "son sohn shon"),
    ('양', 1, "yang ryang"),
    ('배', 1, "bae pae bai pai"),
    ('백', 1, "baek paek paik back baik beak"),
    ('허', 1, "heo hur huh ho her hu"),
    ('남', 1, "nam"),
    ('심', 1, "shim sim"),
    ('노', 1, "noh roh no ro nho"),
    ('하', 1, "ha hah"),
    ('곽', 1, "kwak gwak kwack"),
    ('성', 1, "sung seong"),
    ('차', 1, "cha tcha"),
    ('주', 1, "joo ju chu choo"),
    ('우', 1, "woo u wu ou"),
    ('구', 1, "koo ku gu goo"),
    ('나', 1, "na ra nah rah"),
    ('민', 1, "min minn"),
    ('진', 1, "jin chin"),
    ('지', 1, "ji jee chi"),
    ('엄', 1, "eom um uhm"),
    ('채', 1, "chae chai"),
    ('원', 1, "won weon"),
    ('천', 1, "cheon chun chon"),
    ('방', 1, "bang pang"),
    ('공', 1, "kong gong"),
    ('현', 1, "hyun hyeon"),
    ('함', 1, "ham hahm"),
    ('변', 1, "byun byeon pyon pyun"),
    ('염', 1, "yeom yum yom ryom"),
    ('여', 1, "yeo yuh ryo"),
    ('추', 1, "choo chu"),
    ('도', 1, "do doh to"),
    ('소', 1, "so soh"),
    ('석', 1, "seok suk sok"),
    ('선', 1, "sun seon"),
    ('설', 1, "seol sul"),
    ('마', 1, "ma mah"),
    ('길', 1, "kil gil gill"),
    ('연', 1, "yeon youn yon"),
    ('위', 1, "wi wee"),
    ('표', 1, "pyo"),
    ('명', 1, "myung myeong"),
    ('기', 1, "ki gi kee"),
    ('반', 1, "ban"),
    ('왕', 1, "wang"),
    ('금', 1, "keum geum kum"),
    ('옥', 1, "ok oak"),
    ('육', 1, "yook yuk"),
    ('인', 1, "in ihn"),
    ('맹', 1, "maeng"),
    ('제', 1, "je jeh"),
    ('탁', 1, "tak"),
    ('국', 1, "kook guk kuk"),
    ('어', 1, "eo uh"),
    ('은', 1, "eun"),
    ('편', 1, "pyun pyeon"),
    ('용', 1, "yong"),
    ('예', 1, "ye yeh"),
    ('경', 1, "kyung gyeong kyong"),
    ('봉', 1, "bong"),
    ('사', 1, "sa"),
    ('부', 1, "boo bu pu"),
    ('태', 1, "tae tai"),
    ('목', 1, "mok"),
    ('형', 1, "hyung hyeong"),
    ('피', 1, "pi pee"),
    ('계', 1, "kye gye"),
    ('두', 1, "doo du"),
    ('감', 1, "kam gam"),
    ('음', 1, "eum"),
    ('빈', 1, "bin"),
    ('동', 1, "dong"),
    ('온', 1, "on"),
    ('호', 1, "ho"),
    ('범', 1, "bum beom"),
    ('좌', 1, "jwa"),
    ('팽', 1, "paeng"),
    ('승', 1, "seung"),
    ('단', 1, "dan"),
    ('제', 1, "je"),
];

static GIVEN_NAME: Script = Script {
    onsets: ONSETS,
    vowels: &[VOWELS],
    codas: CODAS,
    join: |onset, vowel, coda| {
        let syllable = compose(onset, vowel, coda)?;
        Some((offset(syllable), rarity(syllable)))
    },
};

/// Places are spelt without their breves more often than people.
const PLACE_VOWELS: &[Row] = &[
    ("o", &[(4, 1)]),
    ("yo", &[(6, 0)]),
    ("u", &[(13, 0), (18, 1)]),
];

static PLACE_NAME: Script = Script {
    onsets: ONSETS,
    vowels: &[VOWELS, PLACE_VOWELS],
    codas: CODAS,
    join: |onset, vowel, coda| {
        let syllable = compose(onset, vowel, coda)?;
        let unusual = u8::from(rarity(syllable) >= UNUSUAL);
        // Older systems write the plain sounds as the newer write these.
        let aspirated = if (14..=17).contains(&onset) { 2 } else { 0 };
        Some((offset(syllable), unusual + aspirated))
    },
};

fn compose(onset: u8, vowel: u8, coda: u8) -> Option<char> {
    char::from_u32(0xAC00 + (u32::from(onset) * 21 + u32::from(vowel)) * 28 + u32::from(coda))
}

fn offset(syllable: char) -> u16 {
    (u32::from(syllable) - 0xAC00) as u16
}

/// How unusual a syllable is in given names.
fn rarity(syllable: char) -> u8 {
    static TABLE: OnceLock<Vec<u8>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = vec![UNUSUAL; 11_172];
        for (band, syllables) in GIVEN.iter().enumerate().rev() {
            for syllable in syllables.chars() {
                if ('가'..='힣').contains(&syllable) {
                    table[usize::from(offset(syllable))] = band as u8;
                }
            }
        }
        table
    });
    table[usize::from(offset(syllable))]
}

/// What a family name may be.
pub(super) fn family(part: &str) -> Options {
    static TABLE: OnceLock<HashMap<&str, Options>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: HashMap<&str, Options> = HashMap::default();
        for (syllable, rarity, spellings) in FAMILY {
            for (place, spelling) in spellings.split(' ').enumerate() {
                // The first spellings are the usual ones; a later one is more often another name's.
                let cost = rarity + u8::from(place > 3);
                table
                    .entry(spelling)
                    .or_default()
                    .push((vec![offset(*syllable)], cost));
            }
        }
        table
    });
    table.get(part).cloned().unwrap_or_default()
}

/// What a given name may be, or one syllable of it.
pub(super) fn given(part: &str, syllable: bool) -> Options {
    if let Some((_, options)) = IRREGULAR.iter().find(|(spelling, _)| *spelling == part) {
        let rare = u8::from(!syllable);
        return options
            .iter()
            .map(|&(syllable, cost)| (vec![offset(syllable)], cost + rare))
            .collect();
    }
    let part = part.replace("wh", "hw");
    if syllable {
        return GIVEN_NAME.read(&part, 1, 1);
    }
    let mut options = GIVEN_NAME.read(&part, 1, 3);
    for (row, cost) in &mut options {
        // Two syllables are by far the commonest, three the rarest.
        *cost += match row.len() {
            2 => 0,
            1 => 1,
            _ => 4,
        };
    }
    options.sort_by_key(|(_, cost)| *cost);
    options.truncate(MOST);
    options
}

/// What a place name of two to four syllables may be.
pub(super) fn place(word: &str) -> Options {
    PLACE_NAME.read(word, 2, 4)
}

/// More readings of a given name are not kept.
const MOST: usize = 48;
