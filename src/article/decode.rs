//! Bytes → text: encodings.

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

/// Decodes a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ArticleError> {
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let bom = bytes.len() - body.len();
    match std::str::from_utf8(body) {
        Ok(text) => Ok(Decoded {
            text: text.to_string(),
            map: DiskMap::after_bom(bom),
            encoding: None,
        }),
        Err(error) => {
            let offset = bom + error.valid_up_to();
            let line = bytes[..offset].iter().filter(|&&b| b == b'\n').count() + 1;
            Err(ArticleError::Undecodable {
                encoding: "UTF-8",
                offset,
                line,
            })
        }
    }
}
