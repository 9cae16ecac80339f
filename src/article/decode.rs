//! Bytes → text: encodings.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding};

use super::{ArticleError, BrokenBytes, DiskMap};

/// A file's text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) map: DiskMap,
    /// The encoding's name where it was not UTF-8.
    pub(super) encoding: Option<&'static str>,
    /// The bytes that are not valid in the encoding.
    pub(super) broken: Option<BrokenBytes>,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// How much of a file is looked at to tell text from binary data.
const SAMPLE: usize = 1 << 16;

/// How much of a file the detection of its encoding is shown, from its first byte beyond ASCII.
const DETECTED: usize = 1 << 18;

/// Decodes a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ArticleError> {
    decode_as(bytes, None)
}

/// Decodes a file that may declare its encoding: a byte order mark wins, then what is declared if every byte fits,
/// then what is detected. Valid UTF-8 that declares an encoding of one byte a character is UTF-8 all the same: no
/// such text looks like it.
///
/// A few broken bytes are replaced and counted; see [`BrokenBytes`].
pub(super) fn decode_as(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> Result<Decoded, ArticleError> {
    let marked =
        bytes.starts_with(BOM) || bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let declared = declared.filter(|encoding| {
        let utf8 = encoding.is_single_byte() && std::str::from_utf8(bytes).is_ok();
        !marked && encoding.is_ascii_compatible() && !utf8 && !bytes.is_ascii()
    });
    let Some(encoding) = declared.filter(|_| binary(bytes).is_none()) else {
        return detected(bytes, false);
    };
    if encoding == encoding_rs::UTF_8 || is_broken_utf8(bytes, encoding) {
        return detected(bytes, true);
    }
    let decoded = legacy(bytes, encoding);
    match decoded.broken {
        Some(broken) if broken.count * 64 > beyond_ascii(&decoded.text) => detected(bytes, false),
        _ => Ok(decoded),
    }
}

fn beyond_ascii(text: &str) -> usize {
    text.chars().filter(|c| !c.is_ascii()).count()
}

/// Decodes a file whose encoding is to be detected; `likely_utf8` where something says that it is UTF-8.
fn detected(bytes: &[u8], likely_utf8: bool) -> Result<Decoded, ArticleError> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => {
            return Err(ArticleError::Binary {
                what: "UTF-32 text",
            });
        }
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes, "UTF-16LE"),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes, "UTF-16BE"),
        _ => (),
    }
    if let Some(what) = binary(bytes) {
        return Err(ArticleError::Binary { what });
    }
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let bom = bytes.len() - body.len();
    let error = match std::str::from_utf8(body) {
        Ok(text) => {
            return Ok(Decoded {
                text: text.to_string(),
                map: DiskMap::after_bom(bom),
                encoding: None,
                broken: None,
            });
        }
        Err(error) => error,
    };
    let encoding = match likely_utf8 {
        true => encoding_rs::WINDOWS_1252,
        false => detect(body),
    };
    let cut_short = error.error_len().is_none() && body.len() - error.valid_up_to() > 1;
    let decoded = match bom > 0 || cut_short || is_broken_utf8(body, encoding) {
        true => utf8(body, bom),
        false if likely_utf8 => legacy(body, detect(body)),
        false => legacy(body, encoding),
    };
    sparse(decoded, bytes.len())
}

/// The text, unless so many of its bytes are broken that it is hardly text in this encoding.
fn sparse(decoded: Decoded, bytes: usize) -> Result<Decoded, ArticleError> {
    const FEW: usize = 16;
    match decoded.broken {
        Some(broken) if broken.count > FEW && broken.count * 20 > bytes => {
            let (offset, line) = broken.place.unwrap_or((0, 1));
            Err(ArticleError::Undecodable {
                encoding: decoded.encoding.unwrap_or("UTF-8"),
                offset,
                line,
            })
        }
        _ => Ok(decoded),
    }
}

/// What a file is that is no text.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "an image"),
        (b"\xFF\xD8\xFF", "an image"),
        (b"GIF8", "an image"),
        (b"\x1F\x8B", "a compressed file"),
        (b"\x7FELF", "a program"),
    ];
    let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some(&(_, what)) = magic {
        return Some(what);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = sample.iter().filter(|&&byte| byte == 0).count();
    if zeros * 3 > sample.len() && sample.iter().step_by(2).all(|&byte| byte != 0)
        || zeros * 3 > sample.len() && sample.iter().skip(1).step_by(2).all(|&byte| byte != 0)
    {
        return Some("UTF-16 text without a byte order mark");
    }
    let is_control = |byte: u8| byte < b' ' && !matches!(byte, b'\t'..=b'\r' | 0x1B);
    let controls = sample.iter().filter(|&&byte| is_control(byte)).count();
    // One stray control character makes no binary file.
    (zeros * 256 > sample.len() || controls * 32 > sample.len()).then_some("a binary file")
}

/// The encoding that a text beyond UTF-8 is most likely in.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let ascii = Encoding::ascii_valid_up_to(bytes);
    let rest = bytes.get(ascii..).unwrap_or_default();
    let rest = rest.get(..DETECTED).unwrap_or(rest);
    let whole = guess(rest);
    if !whole.is_single_byte() {
        return whole;
    }
    // One broken byte rules out an encoding of several bytes a character, so ask its lines too.
    let mut votes: Vec<(&Encoding, usize)> = Vec::new();
    let mut all = 0;
    for line in rest.split(|byte| *byte == b'\n') {
        let high = line.iter().filter(|byte| !byte.is_ascii()).count();
        if high == 0 {
            continue;
        }
        all += high;
        let encoding = guess(line);
        match votes.iter_mut().find(|(known, _)| *known == encoding) {
            Some((_, count)) => *count += high,
            None => votes.push((encoding, high)),
        }
    }
    let many = votes
        .into_iter()
        .find(|(encoding, high)| !encoding.is_single_byte() && high * 4 > all * 3);
    many.map_or(whole, |(encoding, _)| encoding)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether a file is UTF-8 with a few other bytes in it: decoded as anything else, its letters would be garbled.
fn is_broken_utf8(bytes: &[u8], encoding: &'static Encoding) -> bool {
    const LATIN: &[&Encoding] = &[
        encoding_rs::WINDOWS_1252,
        encoding_rs::WINDOWS_1254,
        encoding_rs::WINDOWS_1257,
        encoding_rs::WINDOWS_1250,
        encoding_rs::ISO_8859_2,
        encoding_rs::ISO_8859_4,
        encoding_rs::ISO_8859_15,
        encoding_rs::MACINTOSH,
    ];
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    match LATIN.contains(&encoding) {
        // `Ã©` and its like are in no Latin text.
        true => good > 0 && good * 16 > bad,
        // Two bytes of another encoding may happen to be valid UTF-8, so ask the majority.
        false => good > bad || good == bad && !encoding.is_single_byte(),
    }
}

/// Notes a broken byte sequence at `offset` of the file, before which `text` was decoded.
fn note(broken: &mut Option<BrokenBytes>, text: &str, offset: usize) {
    let first = broken.get_or_insert_with(|| BrokenBytes {
        count: 0,
        place: Some((offset, text.matches('\n').count() + 1)),
    });
    first.count += 1;
}

const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// Decodes UTF-8 with broken bytes in it, `bom` bytes of which are before it.
fn utf8(body: &[u8], bom: usize) -> Decoded {
    let mut text = String::with_capacity(body.len());
    let mut map = DiskMap::after_bom(bom);
    let mut broken = None;
    let mut at = 0;
    let mut chunks = body.utf8_chunks().peekable();
    let mut after_broken = false;
    while let Some(chunk) = chunks.next() {
        let valid = chunk.valid();
        if !valid.is_empty() {
            map.push(text.len(), bom + at, 1, 1);
            text.push_str(valid);
            at += valid.len();
            after_broken = false;
        }
        let invalid = chunk.invalid();
        if invalid.is_empty() {
            continue;
        }
        note(&mut broken, &text, bom + at);
        let before_broken = chunks.peek().is_some_and(|next| next.valid().is_empty());
        let c = match *invalid {
            [byte] if !after_broken && !before_broken => stray(byte),
            _ => None,
        };
        let c = c.unwrap_or(REPLACEMENT);
        map.push(text.len(), bom + at, c.len_utf8(), invalid.len());
        text.push(c);
        at += invalid.len();
        after_broken = true;
    }
    Decoded {
        text,
        map,
        encoding: None,
        broken,
    }
}

/// What a single byte between valid UTF-8 stands for: pasted text is often Windows-1252, whose quotation marks and
/// accents are of one byte (`Seoul\x92s`, `Jos\xE9`).
fn stray(byte: u8) -> Option<char> {
    let (text, broken) =
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    let c = text.chars().next().filter(|_| !broken)?;
    // `Â` and `Ã` are how the first half of a character of UTF-8 looks.
    let unlikely = c.is_control() || matches!(c, 'Â' | 'Ã' | 'þ' | 'ÿ' | 'Þ' | '÷' | '×');
    (!unlikely).then_some(c)
}

fn utf16(
    body: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: &'static str,
) -> Result<Decoded, ArticleError> {
    const BOM: usize = 2;
    let (pairs, odd) = body.as_chunks::<2>();
    let mut text = String::with_capacity(body.len() / 2);
    let mut map = DiskMap::default();
    let mut broken = None;
    let mut disk = BOM;
    let mut push = |c: Option<char>, stored: usize| {
        if c.is_none() {
            note(&mut broken, &text, disk);
        }
        let c = c.unwrap_or(REPLACEMENT);
        map.push(text.len(), disk, c.len_utf8(), stored);
        text.push(c);
        disk += stored;
    };
    for c in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        push(c.as_ref().ok().copied(), c.map_or(2, |c| 2 * c.len_utf16()));
    }
    if !odd.is_empty() {
        push(None, odd.len());
    }
    let decoded = Decoded {
        text,
        map,
        encoding: Some(encoding),
        broken,
    };
    sparse(decoded, body.len() / 2)
}

/// Decodes anything that extends ASCII, character by character, to learn how many bytes each takes.
fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut map = DiskMap::default();
    let mut broken = None;
    let mut start = 0;
    let mut at = 0;
    let mut out = [0; 16];
    let mut replace = |text: &mut String, map: &mut DiskMap, bytes: std::ops::Range<usize>| {
        note(&mut broken, text, bytes.start);
        map.push(text.len(), bytes.start, REPLACEMENT.len_utf8(), bytes.len());
        text.push(REPLACEMENT);
    };
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let ascii = if start == at {
            Encoding::ascii_valid_up_to(rest)
        } else {
            0
        };
        if ascii > 0 {
            map.push(text.len(), at, 1, 1);
            text.push_str(&String::from_utf8_lossy(&rest[..ascii]));
            at += ascii;
            start = at;
            continue;
        }
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(&rest[..1], &mut out, false);
        at += read;
        if let DecoderResult::Malformed(_, after) = result {
            // A byte that does not continue the character may begin the next one.
            at = at.saturating_sub(usize::from(after)).max(start + 1);
            replace(&mut text, &mut map, start..at);
            decoder = encoding.new_decoder_without_bom_handling();
            start = at;
            continue;
        }
        if written > 0 {
            map.push(text.len(), start, written, at - start);
            text.push_str(&String::from_utf8_lossy(&out[..written]));
            start = at;
        }
    }
    let (result, ..) = decoder.decode_to_utf8_without_replacement(&[], &mut out, true);
    if matches!(result, DecoderResult::Malformed(..)) {
        replace(&mut text, &mut map, start..bytes.len());
    }
    Decoded {
        text,
        map,
        encoding: Some(encoding.name()),
        broken,
    }
}
