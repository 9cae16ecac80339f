//! Tags of site generators: Hugo's `{{< figure >}}` and `{{% note %}}`, Jekyll's `{% include %}` and `{{ site.title }}`.

use crate::article::unreadable::{Mask, OBJECT};
use crate::span::Span;

/// How a tag begins and ends, the longer ones first.
const TAGS: &[(&str, &str)] = &[("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];

/// No tag is longer.
const LONGEST: usize = 2000;

/// The tags of a text: each is an object, for it stands for what is not in the file.
pub(super) fn tags(text: &str) -> Vec<Mask> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        let tag = TAGS.iter().find(|(open, _)| rest.starts_with(open));
        let end = tag.and_then(|(open, close)| {
            let mut most = rest.len().min(LONGEST);
            while !rest.is_char_boundary(most) {
                most -= 1;
            }
            let inner = rest.get(open.len()..most)?;
            Some(open.len() + inner.find(close)? + close.len())
        });
        at = start + end.unwrap_or(1);
        out.extend(end.map(|end| Mask {
            text: Span::new(start, start + end),
            read_as: OBJECT,
        }));
    }
    out
}
