//! What a fix is, in words for readers of the page who have no terminal.

use crate::report::{Run, words};

/// How to correct what was found, for a reader who has the page and no terminal.
pub fn fixes(run: &Run) -> String {
    let found = run
        .articles
        .iter()
        .any(|checked| !checked.findings.is_empty());
    if !found {
        return String::new();
    }
    let (safe, more) = words::fixable(run);
    let mut text = String::from(
        "<details class=\"howto\"><summary>How to correct these</summary>\n\
         <p>Each note shows the words that are wrong and what was expected. Correct them by hand where you edit the \
         article: in your editor, your content system or the original document. This page changes nothing.</p>\n",
    );
    if safe + more > 0 {
        text.push_str(
            "<p>factlint can also replace the words itself, in files that it can write. A “safe fix” corrects a \
             spelling that the rules list as wrong. Any other fix replaces words for which you must decide whether \
             the article or the rule is right, so read the sentence first. Ask whoever runs factlint for you to apply \
             them:</p>\n<ul>\n",
        );
        let fix = |count| match count {
            1 => "1 fix".to_string(),
            count => format!("{count} fixes"),
        };
        if safe > 0 {
            text.push_str(&format!(
                "<li>{}: <code>factlint check --fix</code></li>\n",
                fix(safe).replacen("fix", "safe fix", 1)
            ));
        }
        if more > 0 {
            text.push_str(&format!(
                "<li>{} to review first: <code>factlint check --fix --unsafe-fixes</code></li>\n",
                fix(more)
            ));
        }
        text.push_str("</ul>\n");
    }
    text + "</details>\n"
}
