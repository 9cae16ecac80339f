//! Bytes → text: encodings.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding};

use super::{ArticleError, DiskMap};

/// A file's text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) map: DiskMap,
    /// The encoding's name where it was not UTF-8.
    pub(super) encoding: Option<&'static str>,
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

/// Decodes a file that may declare its encoding: a byte order mark wins, then what is declared if it fits, then
/// what is detected. UTF-8 that is said to be an encoding of one byte a character is UTF-8 all the same: no such
/// text looks like it.
pub(super) fn decode_as(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> Result<Decoded, ArticleError> {
    let marked =
        bytes.starts_with(BOM) || bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let declared = declared.filter(|encoding| {
        let extends_ascii = encoding.is_ascii_compatible() && *encoding != encoding_rs::UTF_8;
        let utf8 = encoding.is_single_byte() && std::str::from_utf8(bytes).is_ok();
        !marked && extends_ascii && !utf8 && !bytes.is_ascii()
    });
    if let Some(encoding) = declared
        && binary(bytes).is_none()
        && let Ok(decoded) = legacy(bytes, encoding)
    {
        return Ok(decoded);
    }
    detected(bytes)
}

fn detected(bytes: &[u8]) -> Result<Decoded, ArticleError> {
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
            });
        }
        Err(error) => error,
    };
    let encoding = detect(body);
    let valid = body.get(..error.valid_up_to()).unwrap_or_default();
    let cut_short = error.error_len().is_none() && body.len() - valid.len() > 1;
    if bom > 0 || cut_short || is_broken_utf8(body, valid, encoding) {
        return Err(undecodable("UTF-8", bytes, bom + valid.len()));
    }
    legacy(body, encoding)
}

fn undecodable(encoding: &'static str, bytes: &[u8], offset: usize) -> ArticleError {
    let before = bytes.get(..offset).unwrap_or(bytes);
    ArticleError::Undecodable {
        encoding,
        offset,
        line: before.iter().filter(|&&byte| byte == b'\n').count() + 1,
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

fn detect(bytes: &[u8]) -> &'static Encoding {
    let ascii = Encoding::ascii_valid_up_to(bytes);
    let rest = bytes.get(ascii..).unwrap_or_default();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(rest.get(..DETECTED).unwrap_or(rest), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether a file is UTF-8 with a mistake in it: decoding it as anything else would garble it in silence.
fn is_broken_utf8(bytes: &[u8], valid: &[u8], encoding: &'static Encoding) -> bool {
    let single = encoding.is_single_byte();
    if single && !valid.is_ascii() {
        return true;
    }
    // Two bytes of another encoding may happen to be valid UTF-8, so ask the majority.
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad || good == bad && !single
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
    let mut disk = BOM;
    let broken = |text: &str, offset| ArticleError::Undecodable {
        encoding,
        offset,
        line: text.matches('\n').count() + 1,
    };
    for c in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        let Ok(c) = c else {
            return Err(broken(&text, disk));
        };
        let stored = 2 * c.len_utf16();
        map.push(text.len(), disk, c.len_utf8(), stored);
        text.push(c);
        disk += stored;
    }
    if !odd.is_empty() {
        return Err(broken(&text, disk));
    }
    Ok(Decoded {
        text,
        map,
        encoding: Some(encoding),
    })
}

/// Decodes anything that extends ASCII, character by character, to learn how many bytes each takes.
fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, ArticleError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut map = DiskMap::default();
    let mut start = 0;
    let mut at = 0;
    let mut out = [0; 16];
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
        let (result, _, written) =
            decoder.decode_to_utf8_without_replacement(&rest[..1], &mut out, false);
        at += 1;
        if matches!(result, DecoderResult::Malformed(..)) {
            return Err(undecodable(encoding.name(), bytes, start));
        }
        if written > 0 {
            map.push(text.len(), start, written, at - start);
            text.push_str(&String::from_utf8_lossy(&out[..written]));
            start = at;
        }
    }
    let (result, ..) = decoder.decode_to_utf8_without_replacement(&[], &mut out, true);
    if matches!(result, DecoderResult::Malformed(..)) {
        return Err(undecodable(encoding.name(), bytes, start));
    }
    Ok(Decoded {
        text,
        map,
        encoding: Some(encoding.name()),
    })
}
