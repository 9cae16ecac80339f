//! Chinese names: Hanyu Pinyin, and Wade–Giles as the press prints it, without its apostrophes.
//!
//! Sources: ISO 7098 for Pinyin, and the concordance of the two systems in the Library of Congress's Pinyin
//! conversion tables (1998).

use std::sync::OnceLock;

use foldhash::HashSet;

use super::syllables::{Row, Script};

const ONSETS: &[&str] = &[
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
    "r", "z", "c", "s",
];

const RIMES: &[&str] = &[
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao",
    "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui",
    "un", "uo",
];

const PINYIN_ONSETS: &[Row] = &[
    ("", &[(0, 0)]),
    ("b", &[(1, 0)]),
    ("p", &[(2, 0)]),
    ("m", &[(3, 0)]),
    ("f", &[(4, 0)]),
    ("d", &[(5, 0)]),
    ("t", &[(6, 0)]),
    ("n", &[(7, 0)]),
    ("l", &[(8, 0)]),
    ("g", &[(9, 0)]),
    ("k", &[(10, 0)]),
    ("h", &[(11, 0)]),
    ("j", &[(12, 0)]),
    ("q", &[(13, 0)]),
    ("x", &[(14, 0)]),
    ("zh", &[(15, 0)]),
    ("ch", &[(16, 0)]),
    ("sh", &[(17, 0)]),
    ("r", &[(18, 0)]),
    ("z", &[(19, 0)]),
    ("c", &[(20, 0)]),
    ("s", &[(21, 0)]),
];

/// Wade–Giles without apostrophes does not tell the aspirated sounds from the others.
const WADE_ONSETS: &[Row] = &[
    ("", &[(0, 0)]),
    ("p", &[(1, 0), (2, 0)]),
    ("m", &[(3, 0)]),
    ("f", &[(4, 0)]),
    ("t", &[(5, 0), (6, 0)]),
    ("n", &[(7, 0)]),
    ("l", &[(8, 0)]),
    ("k", &[(9, 0), (10, 0)]),
    ("h", &[(11, 0)]),
    ("ch", &[(12, 0), (13, 0), (15, 0), (16, 0)]),
    ("hs", &[(14, 0)]),
    ("sh", &[(17, 0)]),
    ("j", &[(18, 0)]),
    ("ts", &[(19, 0), (20, 0)]),
    ("tz", &[(19, 0), (20, 0)]),
    ("s", &[(21, 0)]),
    ("sz", &[(21, 0)]),
];

const SHARED_RIMES: &[Row] = &[
    ("a", &[(0, 0)]),
    ("ai", &[(1, 0)]),
    ("an", &[(2, 0)]),
    ("ang", &[(3, 0)]),
    ("ao", &[(4, 0)]),
    ("ei", &[(6, 0)]),
    ("en", &[(7, 0)]),
    ("eng", &[(8, 0)]),
    ("i", &[(10, 0)]),
    ("ia", &[(11, 0)]),
    ("iang", &[(13, 0)]),
    ("iao", &[(14, 0)]),
    ("in", &[(16, 0)]),
    ("ing", &[(17, 0)]),
    ("iu", &[(19, 0)]),
    ("ou", &[(22, 0)]),
    ("u", &[(23, 0)]),
    ("ua", &[(24, 0)]),
    ("uai", &[(25, 0)]),
    ("uan", &[(26, 0)]),
    ("uang", &[(27, 0)]),
    ("ui", &[(29, 0)]),
    ("un", &[(30, 0)]),
    ("ya", &[(11, 0)]),
    ("yang", &[(13, 0)]),
    ("yao", &[(14, 0)]),
    ("yin", &[(16, 0)]),
    ("ying", &[(17, 0)]),
    ("yu", &[(23, 0)]),
    ("yuan", &[(26, 0)]),
    ("yun", &[(30, 0)]),
    ("wa", &[(24, 0)]),
    ("wai", &[(25, 0)]),
    ("wan", &[(26, 0)]),
    ("wang", &[(27, 0)]),
    ("wei", &[(29, 0)]),
    ("wen", &[(30, 0)]),
    ("wu", &[(23, 0)]),
    ("wo", &[(31, 0)]),
];

const PINYIN_RIMES: &[Row] = &[
    ("e", &[(5, 0)]),
    ("er", &[(9, 0)]),
    ("ian", &[(12, 0)]),
    ("ie", &[(15, 0)]),
    ("iong", &[(18, 0)]),
    ("o", &[(20, 0)]),
    ("ong", &[(21, 0)]),
    ("ue", &[(28, 0)]),
    ("uo", &[(31, 0)]),
    ("yan", &[(12, 0)]),
    ("ye", &[(15, 0)]),
    ("yi", &[(10, 0)]),
    ("yong", &[(18, 0)]),
    ("you", &[(19, 0)]),
    ("yue", &[(28, 0)]),
    ("v", &[(23, 0)]),
    ("ve", &[(28, 0)]),
];

const WADE_RIMES: &[Row] = &[
    ("e", &[(5, 0)]),
    ("o", &[(5, 0), (20, 0), (31, 0)]),
    ("erh", &[(9, 0)]),
    ("ien", &[(12, 0)]),
    ("yen", &[(12, 0)]),
    ("ieh", &[(15, 0)]),
    ("yeh", &[(15, 0)]),
    ("iung", &[(18, 0)]),
    ("yung", &[(18, 0)]),
    ("ung", &[(21, 0)]),
    ("ueh", &[(28, 0)]),
    ("yueh", &[(28, 0)]),
    ("uo", &[(31, 0)]),
    ("uei", &[(29, 0)]),
    ("ih", &[(10, 0)]),
    ("yu", &[(19, 0)]),
    ("yi", &[(10, 0)]),
];

const NO_CODA: &[Row] = &[("", &[(0, 0)])];

pub(super) static PINYIN: Script = Script {
    onsets: PINYIN_ONSETS,
    vowels: &[SHARED_RIMES, PINYIN_RIMES],
    codas: NO_CODA,
    join,
};

pub(super) static WADE_GILES: Script = Script {
    onsets: WADE_ONSETS,
    vowels: &[SHARED_RIMES, WADE_RIMES],
    codas: NO_CODA,
    join,
};

/// Which sounds go together.
fn join(onset: u8, rime: u8, _: u8) -> Option<(u16, u8)> {
    let (before, after) = (
        *ONSETS.get(usize::from(onset))?,
        *RIMES.get(usize::from(rime))?,
    );
    let palatal = after.starts_with('i') && after != "i";
    let fits = match before {
        "j" | "q" | "x" => after.starts_with('i') || matches!(after, "u" | "uan" | "ue" | "un"),
        "g" | "k" | "h" => !after.starts_with('i'),
        "zh" | "ch" | "sh" | "r" | "z" | "c" | "s" => !palatal && after != "ue",
        "f" | "b" | "p" | "m" => !after.starts_with('u') || after == "u",
        _ => true,
    };
    fits.then_some((u16::from(onset) * 64 + u16::from(rime), 0))
}

/// Whether it is a family name in either system.
pub(super) fn is_family(part: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    NAMES
        .get_or_init(|| FAMILY.split_ascii_whitespace().collect())
        .contains(part)
}

/// Family names in Pinyin and in Wade–Giles.
const FAMILY: &str = "\
    ai an bai bao bo cai cao cen chang chao che chen cheng chiang chiu chou chu cui dai deng ding dong \
    dou du duan fan fang fei feng fu gan gao ge gong gu guan guo han hao he hong hou hsi hsia hsiao \
    hsieh hsu hu hua huang huo ji jia jiang jiao jin jing kang kao kong kung kuo lai lei leng li lian \
    liang liao lin ling liu long lou lu luo ma mao mei meng miao mo mu ni nie niu ou pan pang pei peng \
    qi qian qiao qin qiu qu ren ruan sha shan shang shao shen sheng shi shih song su sui sun sung tan \
    tang tao teng tian ting tong tsai tsao tseng tsui tu tung wan wang wei wen weng wu xi xia xiang xiao \
    xie xin xing xiong xu xue yan yang yao ye yen yi yin ying yu yuan yue yun zeng zhai zhan zhang zhao \
    zheng zhong zhou zhu zhuang zou zuo \
";
