//! HTML.

use std::fmt::Write;

use factlint::article::BlockKind;

use super::Story;
use super::words::{self, Dice, Manner, strewn};

/// The blocks, each in its element.
pub fn body(story: &Story, manner: &Manner) -> String {
    let mut dice = Dice::new(story.seed);
    let mut out = String::new();
    for (index, (kind, text)) in story.blocks.iter().enumerate() {
        let words = strewn(text, manner, &mut dice);
        let _ = match kind {
            BlockKind::Headline if index < 3 => writeln!(out, "<h1>{words}</h1>"),
            BlockKind::Headline => writeln!(out, "<h2>{words}</h2>"),
            BlockKind::Item => writeln!(out, "<ul>\n<li>{words}</li></ul>"),
            BlockKind::Cell => writeln!(out, "<table><tr><td>{words}</td></tr></table>"),
            BlockKind::Caption => {
                writeln!(out, "<figure><figcaption>{words}</figcaption></figure>")
            }
            BlockKind::Quotation => writeln!(out, "<blockquote><p>{words}</p></blockquote>"),
            _ => writeln!(out, "<p>{words}</p>"),
        };
    }
    out
}

fn date(story: &Story, write: impl Fn(String) -> String) -> String {
    story
        .date
        .map_or_else(String::new, |date| write(date.to_string()))
}

pub fn fragment(story: &Story) -> Vec<u8> {
    // Its date stands in the text or nowhere.
    let time = date(story, |date| format!("<time datetime=\"{date}\"></time>"));
    (time + &body(story, &words::HTML)).into_bytes()
}

pub fn simple(story: &Story) -> Vec<u8> {
    let meta = date(story, |date| format!("<meta name=date content={date}>"));
    let body = body(story, &words::HTML);
    let page = format!(
        "<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8>{meta}</head>\n<body>\n{body}</body></html>\n"
    );
    page.into_bytes()
}

pub fn strict(story: &Story) -> Vec<u8> {
    let meta = date(story, |date| {
        format!("<meta property=\"article:published_time\" content=\"{date}T00:30:00Z\"/>")
    });
    let body = body(story, &words::XHTML);
    let page = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\"><head>\
         <script src=\"a.js\"/>{meta}</head>\n<body><div id=\"x\"/>\n{body}</body></html>\n"
    );
    page.into_bytes()
}

/// With all that stands around an article. The names in it are spelled wrong, so that a reader who takes it for
/// prose finds more than there is.
pub fn published(story: &Story) -> Vec<u8> {
    let wrong = "Minister Ahn Gyu-pak and Pete Hesgeth speak of 25,800 U.S. troops stationed in South Korea";
    let json = date(story, |date| {
        format!(
            "<script type=\"application/ld+json\">\n{{\"@context\": \"https://schema.org\", \"@graph\": [\
             {{\"@type\": \"WebPage\", \"datePublished\": \"1999-01-01\"}}, {{\"@type\": [\"ReportageNewsArticle\"], \
             \"datePublished\": \"{date}T09:30:00+09:00\", \"dateModified\": \"{date}T18:00:00+09:00\"}}]}}</script>"
        )
    });
    let body = body(story, &words::HTML);
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>The Paper</title>{json}\
         <style>p::after {{ content: \"</p> {wrong}\" }}</style><script>document.write(\"<p>{wrong}.</p>\")</script>\
         </head>\n<body class=\"has-sidebar nav-open\"><noscript>{wrong}.</noscript>\n\
         <header class=site><a href=/>The Paper</a><nav><ul><li><a href=/1>{wrong}</a><li><a href=/2>World</a></ul></nav></header>\n\
         <div class=\"breadcrumbs\"><a href=/>Home</a> › {wrong}</div>\n\
         <main><article itemscope><div class=\"meta\">\n{body}</div>\n\
         <div class=\"share-buttons\">Share: {wrong}</div><div style=\"display: none\">{wrong}.</div>\
         <form><label>{wrong}</label><button>Send</button></form>\
         <ul class=tags><li><a href=/a>{wrong}</a></li><li><a href=/b>Seoul</a></li><li><a href=/c>Korea</a></li></ul>\n\
         <aside><h3>Related</h3><p>{wrong}.</p></aside></article>\n\
         <section class=related><article><h2><a href=/3>{wrong}</a></h2><p>{wrong}.</p></article></section></main>\n\
         <footer><p>{wrong}. © 2031</p></footer><svg><title>{wrong}</title><text>{wrong}</text></svg>\n\
         <template><p>{wrong}</p></template><!-- {wrong} --></body></html>\n"
    )
    .into_bytes()
}
