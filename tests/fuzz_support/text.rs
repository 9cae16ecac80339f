//! Articles → normalised text, and the map back.

use factlint::article::{Article, Block, BlockKind, Format, Part, Run};
use factlint::span::Span;
use factlint::text::{Text, fold, normalize};

/// The normaliser on a text, as it stands and cut into runs.
pub fn text(input: &[u8]) {
    let source = String::from_utf8_lossy(input);
    let once = normalize(&source);
    assert_eq!(normalize(&once), once, "of {source:?}");
    assert_eq!(fold(&fold(&once)), fold(&once));
    assert_eq!(fold(&once).len(), once.len());
    // A word with a letter that can't be read is an object.
    let readable = source.replace(char::REPLACEMENT_CHARACTER, "\u{FFFC}");
    if let Ok(article) = Article::from_text("a", &readable, Format::PLAIN) {
        let text = Text::new(&article);
        sound(&article, &text);
        for block in text.blocks() {
            let place = text.place(block.span);
            let words = place.span.of(&article.parts[place.part].source);
            // Marks of emphasis and of quoted lines are no text.
            if words.contains(['_', '*', '/', '>']) {
                continue;
            }
            assert_eq!(normalize(words), block.span.of(text.as_str()));
            assert!(place.whole);
        }
    }
    let article = cut(&source);
    sound(&article, &Text::new(&article));
}

/// An article with a block a line; `|` is markup, and what stands after `~` up to the next stands for itself written in
/// another way.
fn cut(source: &str) -> Article {
    let mut blocks = Vec::new();
    let mut runs = Vec::new();
    let mut from = 0;
    let kinds = [
        BlockKind::Paragraph,
        BlockKind::Quotation,
        BlockKind::Headline,
        BlockKind::Item,
    ];
    let close = |runs: &mut Vec<Run>, blocks: &mut Vec<Block>| {
        let kind = kinds[blocks.len() % kinds.len()];
        let runs = std::mem::take(runs);
        blocks.push(Block { kind, runs });
    };
    for (at, mark) in source
        .match_indices(['|', '~', '\n'])
        .chain([(source.len(), "")])
    {
        let (start, end) = (from.min(at), at);
        let written = source[..start].ends_with('~');
        if start < end {
            runs.push(Run {
                source: Span::new(start, end),
                text: written.then(|| source[start..end].to_string()),
            });
        }
        from = at + mark.len();
        if mark == "\n" {
            close(&mut runs, &mut blocks);
        }
    }
    close(&mut runs, &mut blocks);
    let mut article = Article::default();
    article.parts.push(Part {
        source: source.to_string(),
        blocks,
        ..Part::default()
    });
    article
}

/// The text keeps its normal form, its pieces stand in order, and its places in the source.
pub fn sound(article: &Article, text: &Text) {
    let norm = text.as_str();
    blocks(text, norm);
    let mut last = 0;
    for sentence in text.sentences() {
        assert!(sentence.span.start >= last && !sentence.span.is_empty());
        assert!(text.blocks()[sentence.block].span.contains(sentence.span));
        let words = sentence.span.of(norm);
        assert_eq!(words.trim(), words);
        last = sentence.span.end;
    }
    let mut last = 0;
    for speech in text.speech() {
        assert!(speech.start >= last && !speech.is_empty());
        let block = text.block_at(speech.start);
        let block = block.expect("speech stands in a block");
        assert!(text.blocks()[block].span.contains(*speech));
        speech.of(norm);
        last = speech.end;
    }
    let folded = factlint::text::fold(norm);
    assert_eq!(folded.len(), norm.len());
    let mut before = (0, 0);
    for (at, c) in norm.char_indices() {
        assert!(folded.is_char_boundary(at));
        let place = text.place(Span::new(at, at + c.len_utf8()));
        let source = &article.parts[place.part].source;
        let there = source.get(place.span.range());
        assert!(there.is_some(), "{c:?} at {place:?} of {source:?}");
        let inside = text.block_at(at).is_some();
        assert_eq!(inside, c != '\n');
        let stands = !place.span.is_empty() || c == '\u{FFFC}' || c == ' ';
        assert!(!inside || stands, "{c:?} at {place:?} of {source:?}");
        assert!((place.part, 0) >= (before.0, 0));
        before = (place.part, place.span.start);
    }
}

fn blocks(text: &Text, norm: &str) {
    let mut last = 0;
    for block in text.blocks() {
        let words = block.span.of(norm);
        assert!(block.span.start == 0 || block.span.start > last);
        let trimmed = words.trim_matches(' ');
        assert!(!words.is_empty() && trimmed == words, "{words:?}");
        let spaced = words.contains("  ") || words.contains(['\n', '\r', '\t']);
        assert!(!spaced, "{words:?}");
        assert_eq!(normalize(words), words);
        last = block.span.end;
    }
    assert_eq!(last, norm.len());
}
