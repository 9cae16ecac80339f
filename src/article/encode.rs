//! Words in the encoding of their file.

use std::borrow::Cow;

use encoding_rs::Encoding;

/// The bytes of these words in an encoding (None: UTF-8); None where it has no signs for them.
pub(crate) fn encode<'t>(text: &'t str, encoding: Option<&str>) -> Option<Cow<'t, [u8]>> {
    let units = |bytes: fn(u16) -> [u8; 2]| -> Cow<[u8]> {
        let units = text.encode_utf16();
        units.flat_map(bytes).collect::<Vec<u8>>().into()
    };
    match encoding {
        None => Some(text.as_bytes().into()),
        // encoding_rs reads UTF-16 but does not write it.
        Some("UTF-16LE") => Some(units(u16::to_le_bytes)),
        Some("UTF-16BE") => Some(units(u16::to_be_bytes)),
        Some(label) => {
            let (bytes, _, lost) = Encoding::for_label(label.as_bytes())?.encode(text);
            (!lost).then_some(bytes)
        }
    }
}
