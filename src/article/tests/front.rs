//! Front matter in its languages.

use super::*;

/// The title, the date and the blocks of a file with this front matter.
fn read(front: &str) -> (Option<String>, Option<Date>, Vec<String>) {
    let text = format!("{front}The board met.\n");
    let article = markdown(&text);
    let part = &article.parts[0];
    for run in part.blocks.iter().flat_map(|block| &block.runs) {
        assert!(part.source.get(run.source.range()).is_some(), "{text}");
    }
    (article.title.clone(), article.date, shown(&article))
}

#[test]
fn front_matter_is_metadata_in_any_language() {
    let day = date(2025, 11, 3);
    for front in [
        "{\n  \"title\": \"The ferry\",\n  \"date\": \"2025-11-03T09:00:00Z\",\n  \"tags\": [\"a\", {\"date\": \"1999-01-01\"}],\n  \"draft\": false\n}\n\n",
        "{\"date\": \"2025-11-03\", \"title\": \"The ferry\"}\r\n",
        "---json\n{\"title\": \"The ferry\", \"date\": \"2025-11-03\"}\n---\n",
        ";;;\n{\"title\": \"The ferry\", \"date\": \"2025-11-03\"}\n;;;\n",
        ";;;json\n{\"Title\": \"The ferry\", \"pubDate\": \"2025-11-03\"}\n;;;\n",
        "+++\ntitle = \"The ferry\"\ndate = 2025-11-03T09:00:00+09:00\n[params]\ntitle = \"No\"\n+++\n",
        "+++\ntitle = '''The ferry'''\ndate = \"2025-11-03\"\n+++\n",
        "---toml\ntitle = \"\"\"The ferry\"\"\"\ndate = 2025-11-03\n---\n",
        "--- yaml\ntitle: The ferry\ndate: 2025-11-03\n---\n",
        "---\ntitle: >-\n  The\n  ferry\ndate: 2025-11-03\n---\n",
        "---\ntitle: |\n    The ferry\ndate: 2025-11-03\n---\n",
        "---\ntitle: The\n  ferry # a comment\nLast Modified By: Ana\ndate: \"2025-11-03\"\n---\n",
        "---\ntitle: 'The\n  ferry'\ndate: 2025-11-03 # set\nparams:\n  date: 1999-01-01\nlist:\n- a: b\n---\n",
        "---\n# A comment\n\"title\": \"The \\x66erry\"\n\ndate: 2025-11-03\nother: *ref\n...\n",
    ] {
        let (title, dated, blocks) = read(front);
        assert_eq!(dated, Some(day), "{front}");
        let title = title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
        assert!(
            title
                .as_deref()
                .is_some_and(|title| title.starts_with("The ferry")),
            "{front} {title:?}"
        );
        assert_eq!(blocks.len(), 2, "{front}: {blocks:?}");
        assert_eq!(blocks[1], "Paragraph: The board met.", "{front}");
    }
}

#[test]
fn a_title_is_read_through_its_escapes() {
    for (front, title) in [
        (
            "{\"title\": \"Caf\\u00e9 \\\"Arle\\\" \\ud83d\\ude00\"}\n",
            "Café \"Arle\" 😀",
        ),
        (
            "---\ntitle: \"Caf\\xE9 \\\"Arle\\\": open\" # yes\n---\n",
            "Café \"Arle\": open",
        ),
        (
            "---\ntitle: 'Ana''s ferry: open'\n---\n",
            "Ana's ferry: open",
        ),
        (
            "+++\ntitle = \"Ana\\u2019s \\\"ferry\\\"\"\n+++\n",
            "Ana’s \"ferry\"",
        ),
        ("+++\ntitle = 'C:\\ferry'\n+++\n", "C:\\ferry"),
    ] {
        let (found, _, blocks) = read(front);
        assert_eq!(found.as_deref(), Some(title), "{front}");
        assert_eq!(blocks[0], format!("Headline: {title}"), "{front}");
    }
}

#[test]
fn what_only_looks_like_front_matter_is_text() {
    for text in [
        "{{< figure >}}\n",
        "{ this is no JSON }\n",
        "{\"a\": 1} and more text\n",
        "{}\n",
        "---\nAna said on Monday: it rains\n\n---\n",
        ";;;\nnot JSON\n;;;\n",
    ] {
        let (title, dated, blocks) = read(text);
        assert_eq!((title, dated), (None, None), "{text}");
        assert!(
            blocks.len() > 1 || blocks[0].len() > "Paragraph: The board met.".len(),
            "{text}: {blocks:?}"
        );
    }
}
