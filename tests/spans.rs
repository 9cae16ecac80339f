//! Every place that the text gives is exactly what stands in the file.

use factlint::article::{Article, Format};
use factlint::span::Span;
use factlint::text::{Text, fold, normalize};
use proptest::prelude::*;

/// Text with everything that normalising changes, and ordinary copy between.
fn copy() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        4 => "[a-zA-Z0-9 ,.;]{1,8}",
        2 => prop::sample::select(vec![
            "\n", "\n\n", "\r\n", "\r\n\r\n", "  ", "\t", "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}",
            "-", "--", "\u{2010}", "\u{2011}", "\u{2212}", "\u{2013}", "\u{2014}", " \u{2013} ", "\u{2015}",
            "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\"", "'", "\u{AB}", "\u{BB}", "\u{201E}",
            "\u{200B}", "\u{200D}", "\u{AD}", "\u{FEFF}", "\u{FE0F}", "\u{202E}",
            "e\u{301}", "O\u{308}", "\u{301}", "\u{327}\u{301}", "\u{1EA5}\u{327}", "\u{110B}\u{1161}\u{11AB}",
            "\u{1100}", "\u{1172}", "\u{AC00}\u{11A8}", "\u{C548}", "\u{958}", "\u{9C7}\u{9BE}", "\u{212B}", "\u{37E}", "\u{2000}",
            "\u{FF12}\u{FF18}", "\u{FF21}", "\u{FF0D}", "\u{FF02}", "\u{FF76}\u{FF9E}", "\u{FFC2}",
            "\u{B2}", "\u{BD}", "\u{FB01}", "\u{1F600}", "\u{130}", "\u{85}", "\u{2028}",
            "U.S.", "Gen. ", "Nov. 3, 2025", "- ", "1. ", "By Doe", "FILE PHOTO",
        ]).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..40).prop_map(|bits| bits.concat())
}

/// The same with Markdown around it.
fn marked() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        3 => copy(),
        1 => prop::sample::select(vec![
            "**", "*", "_", "`", "# ", "> ", "- ", "\\-", "\\*", "&nbsp;", "&amp;", "&#8209;", "<b>", "</b>",
            "<br>", "<!-- x -->", "<!--", "[a](b)", "![c](d)", "[", "](", "|", "\n|---|---|\n", "```\n",
            "---\n", "+++\n", "\ntitle: \"x\"\n", "date: 2025-11-03\n", "<div>\n", "\n<p>", "\\\n", "<https://a.b>",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..12).prop_map(|bits| bits.concat())
}

/// The same with HTML around it.
fn tagged() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        3 => copy(),
        2 => prop::sample::select(vec![
            "<p>", "</p>", "<b>", "</b>", "<div class=nav>", "</div>", "<br>", "<q>", "</q>", "<li>", "</ul>", "<td>",
            "<blockquote>", "</blockquote>", "<h1>", "</h1>", "<img alt=\"a &amp; b\">", "<img alt='", "'>", "<a href=x>",
            "</a>", "<sup>", "2</sup>", "&nbsp;", "&amp;", "&#8209;", "&eacute", "&copy2", "&;", "&#", "<!-- x -->", "<!--",
            "<script>", "</script>", "<title>", "</title>", "<svg>", "</svg>", "<html>", "<head>", "<body>", "<article>",
            "<main>", "<time datetime=2025-11-03>", "</time>", "<span hidden>", "</span>", "<table>", "<template>", "</",
            "<", "<?xml", "<![CDATA[", "]]>", "\0", "<script type=application/ld+json>",
            "{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-03\"}", "<P CLASS=x>", "<code>", "</code>",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..14).prop_map(|bits| bits.concat())
}

fn read(text: &str, format: Format) -> Option<(Article, Text)> {
    let article = Article::from_text("a", text, format).ok()?;
    let text = Text::new(&article);
    Some((article, text))
}

/// What must hold of every text.
fn check(article: &Article, text: &Text) -> Result<(), TestCaseError> {
    let norm = text.as_str();
    let mut last = 0;
    for block in text.blocks() {
        let words = block.span.of(norm);
        prop_assert!(block.span.start == 0 || block.span.start > last);
        prop_assert!(
            !words.is_empty() && words.trim_matches(' ') == words,
            "{words:?}"
        );
        prop_assert!(
            !words.contains("  ") && !words.contains(['\n', '\r', '\t']),
            "{words:?}"
        );
        last = block.span.end;
    }
    prop_assert_eq!(last, norm.len());
    let mut last = 0;
    for sentence in text.sentences() {
        prop_assert!(sentence.span.start >= last && !sentence.span.is_empty());
        prop_assert!(text.blocks()[sentence.block].span.contains(sentence.span));
        let words = sentence.span.of(norm);
        prop_assert_eq!(words.trim(), words);
        last = sentence.span.end;
    }
    let mut last = 0;
    for speech in text.speech() {
        prop_assert!(speech.start >= last && !speech.is_empty());
        let block = text
            .block_at(speech.start)
            .expect("speech stands in a block");
        prop_assert!(text.blocks()[block].span.contains(*speech));
        speech.of(norm);
        last = speech.end;
    }
    let folded = factlint::text::fold(norm);
    prop_assert_eq!(folded.len(), norm.len());
    for (at, c) in norm.char_indices() {
        prop_assert!(folded.is_char_boundary(at));
        let place = text.place(Span::new(at, at + c.len_utf8()));
        let source = &article.parts[place.part].source;
        prop_assert!(source.get(place.span.range()).is_some(), "{:?}", place);
        let inside = text.block_at(at).is_some();
        prop_assert_eq!(inside, c != '\n');
        prop_assert!(
            !inside || !place.span.is_empty() || c == '\u{FFFC}' || c == ' ',
            "{:?} {:?}",
            c,
            place
        );
    }
    for date in &article.dates {
        prop_assert!(
            article.parts[date.part]
                .source
                .get(date.span.range())
                .is_some()
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn normalising_twice_changes_nothing(text in copy()) {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once.clone());
        prop_assert_eq!(fold(&fold(&once)), fold(&once));
    }

    #[test]
    fn plain_text_keeps_its_promises(text in copy()) {
        let Some((article, text)) = read(&text, Format::PLAIN) else { return Ok(()) };
        check(&article, &text)?;
    }

    #[test]
    fn markdown_keeps_its_promises(text in marked()) {
        let Some((article, text)) = read(&text, Format::MARKDOWN) else { return Ok(()) };
        check(&article, &text)?;
    }

    #[test]
    fn html_keeps_its_promises(text in tagged()) {
        let Some((article, text)) = read(&text, Format::HTML) else { return Ok(()) };
        check(&article, &text)?;
    }

    /// HTML inside XML, as text of it and escaped once more.
    #[test]
    fn html_in_xml_keeps_its_promises(html in tagged()) {
        let escaped = html.replace('&', "&amp;").replace('<', "&lt;").replace('\0', "");
        let item = format!("<newsItem><contentSet><inlineData>{escaped}</inlineData></contentSet></newsItem>");
        let entry = format!("<rss><item><title>{escaped}</title><description>{escaped}</description></item></rss>");
        for (xml, format) in [(item, "newsml-g2"), (entry, "rss")] {
            let read = Article::from_text("a", &xml, Format::named(format).unwrap());
            prop_assert!(read.is_ok(), "{:?}", read.err());
            let article = read.unwrap();
            let text = Text::new(&article);
            check(&article, &text)?;
            if format == "newsml-g2" {
                // It is the same prose as the HTML alone.
                let alone = Article::from_text("a", &html.replace('\0', ""), Format::HTML).unwrap();
                let whole = ["<html", "<head", "<body", "<title"].iter().any(|tag| html.contains(tag));
                if !whole && html.contains('<') && alone.dates.is_empty() && article.dates.is_empty() {
                    let alone = Text::new(&alone);
                    prop_assert_eq!(text.as_str(), alone.as_str());
                }
            }
        }
    }

    /// The words of a sentence, cut out of the file, are that sentence.
    #[test]
    fn what_is_cut_out_normalises_to_the_same(text in copy()) {
        // A word with a letter that can't be read is an object.
        let text = text.replace('\u{FFFD}', "\u{FFFC}");
        let Some((article, text)) = read(&text, Format::PLAIN) else { return Ok(()) };
        for block in text.blocks() {
            let place = text.place(block.span);
            let source = place.span.of(&article.parts[place.part].source);
            // Marks of emphasis and of quoted lines are no text.
            if source.contains(['_', '*', '/', '>']) { continue }
            prop_assert_eq!(normalize(source), block.span.of(text.as_str()));
            prop_assert!(place.whole);
        }
        for word in text.as_str().split_inclusive([' ', '\n']) {
            let start = word.as_ptr() as usize - text.as_str().as_ptr() as usize;
            let word = word.trim_end_matches([' ', '\n']);
            // A dash alone depends on the spaces around it.
            if word.is_empty() || word.contains('\u{2014}') { continue }
            let place = text.place(Span::new(start, start + word.len()));
            let source = place.span.of(&article.parts[place.part].source);
            if source.contains(['_', '*', '/', '>']) { continue }
            prop_assert_eq!(normalize(source), word);
        }
    }

    /// A paragraph put in front moves everything and changes nothing.
    #[test]
    fn a_paragraph_in_front_shifts_all(text in copy()) {
        let front = "The board met in spring, and it left.\n\n";
        // The head of an article is read by other rules than its body.
        let body = format!("A body comes first, and it is long enough.\n\n{text}");
        let (Some((_, one)), Some((_, two))) =
            (read(&body, Format::PLAIN), read(&format!("{front}{body}"), Format::PLAIN)) else { return Ok(()) };
        let by = front.len() - 1;
        prop_assert_eq!(&two.as_str()[by..], one.as_str());
        let shifted: Vec<_> = one.sentences().iter().map(|sentence| (sentence.span.start, sentence.span.end)).collect();
        let there: Vec<_> = two.sentences().iter().skip(1)
            .map(|sentence| (sentence.span.start - by, sentence.span.end - by)).collect();
        prop_assert_eq!(there, shifted);
        for at in 0..one.as_str().len() {
            if !one.as_str().is_char_boundary(at) { continue }
            let span = Span::new(at, at);
            let (a, b) = (one.place(span), two.place(Span::new(at + by, at + by)));
            prop_assert_eq!(a.span.start + front.len(), b.span.start);
        }
        let speech: Vec<_> = two.speech().iter().map(|span| (span.start - by, span.end - by)).collect();
        let here: Vec<_> = one.speech().iter().map(|span| (span.start, span.end)).collect();
        prop_assert_eq!(speech, here);
    }

    /// Bytes of any kind are an article or an error, never a panic, and decode where the map says.
    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in factlint::article::FORMATS.iter().copied() {
            if let Ok(article) = Article::from_bytes("a", &bytes, Some(format)) {
                let text = Text::new(&article);
                check(&article, &text)?;
                for part in &article.parts {
                    let disk = part.disk(Span::new(0, part.source.len()));
                    prop_assert!(disk.end <= bytes.len());
                }
            }
        }
    }

    #[test]
    fn utf16_maps_to_its_bytes(text in copy()) {
        let text = format!("A{text}");
        let units = text.encode_utf16().flat_map(|unit| unit.to_le_bytes());
        let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units).collect();
        let article = Article::from_bytes("a", &bytes, None).unwrap();
        let part = &article.parts[0];
        prop_assert_eq!(&part.source, &text);
        for (at, c) in text.char_indices() {
            let disk = part.disk(Span::new(at, at + c.len_utf8()));
            let units: Vec<u16> = bytes[disk.range()].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            prop_assert_eq!(String::from_utf16(&units).unwrap(), c.to_string());
        }
    }
}
