//! Headings and short lines that say that what follows them, or what they are, is no part of the article.

/// What a label says of what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Teasers, comments or offers follow, whatever they look like: `Read next`.
    Section,
    /// Links follow, if they look like it: `More from the capital`.
    Links,
}

/// Longer texts are no label.
pub(super) const LONGEST: usize = 60;

#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "a lire aussi", "weitere beiträge", "weitere artikel", "say your words", "advertisement", "advertising", "artículos relacionados", "comments", "das könnte sie auch interessieren",
    "don't miss", "editor's choice", "editor's pick", "editor's picks", "editors' picks", "featured stories", "featured videos",
    "follow us", "further reading", "in case you missed it", "join our newsletter", "join the conversation", "join the discussion",
    "keep reading", "latest articles", "latest headlines", "latest news", "latest posts", "latest stories", "latest videos",
    "leave a comment", "leave a reply", "leggi anche", "leia também", "lire aussi", "más noticias", "mehr zum thema", "more articles",
    "more coverage", "more headlines", "more like this", "more news", "more on this", "more on this story", "more on this topic",
    "more posts", "more reading", "more stories", "more stories like this", "more to explore", "more to read", "more videos", "most commented",
    "most popular", "most popular stories", "most read", "most recent", "most shared", "most viewed", "most watched",
    "must read", "must reads", "newsletter", "newsletters", "next article", "next post", "next story", "next up", "noticias relacionadas",
    "on the same topic", "other news", "other stories", "our picks", "paid content", "people also read", "popular", "popular articles", "popular now",
    "popular posts", "popular stories", "post a comment", "promoted content", "promoted stories", "read also", "read more", "read next", "read these next",
    "reader comments", "readers also liked", "recent articles", "recent news", "recent posts", "recent stories", "recommended", "recommended articles", "recommended for you",
    "recommended reading", "recommended stories", "recommended videos", "related", "related article", "related articles", "related content",
    "related coverage", "related items", "related links", "related news", "related pages", "related posts", "related reading", "related stories",
    "related story", "related topics", "related video", "related videos", "see also", "see more", "share your thoughts", "sign up", "similar articles", "similar posts",
    "similar stories", "sponsored", "sponsored content", "sponsored links", "sponsored stories", "stay connected", "stay informed", "stay up to date",
    "subscribe", "subscribe now", "sur le même sujet", "suggested articles", "suggested reading", "te puede interesar", "top articles", "top news", "top stories", "top videos",
    "trending", "trending articles", "trending news", "trending now", "trending stories", "trending topics", "up next", "verwandte artikel",
    "view comments", "voir aussi", "watch next", "what others are reading", "what to read next", "write a comment",
    "você pode gostar", "you may also enjoy", "you may also like", "you may be interested in", "you may have missed",
    "you might also enjoy", "you might also like", "you might be interested in", "around the web", "from around the web", "from our partners", "from the web",
    "also read", "also in the news", "in other news", "elsewhere on the site", "関連記事", "あわせて読みたい", "관련기사", "관련 기사", "相关阅读", "相关新闻", "lesen sie auch",
];

#[rustfmt::skip]
const LINKS: &[&str] = &[
    "about the author", "about the authors", "about us", "article tags", "categories", "contact us", "contents", "explore more", "explore more on these topics", "explore further", "inhaltsverzeichnis", "temas relacionados", "weitere informationen",
    "filed under", "for more information", "in this article", "in this section", "in this story", "inhalt", "jump to", "keywords", "on this page", "on the web", "quick links", "references",
    "share", "sources", "table of contents", "tags", "themen", "topics", "external links", "useful links",
];

/// How labels begin that name what they lead to.
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "also on ", "get the latest ", "latest from ", "latest in ", "latest on ", "mehr zu ", "mehr aus ", "more about ", "more by ", "more from ", "more in ", "more on ",
    "more stories ", "most popular ", "most read ", "other articles ", "popular in ", "read more ", "recent from ", "recommended ", "related ", "sign up for ", "sign up to ",
    "subscribe to ", "the latest ", "top stories ", "trending ", "articles similaires", "learn more about ", "see more ", "keep up with ", "stay up to date with ",
];

#[rustfmt::skip]
const LINES: &[&str] = &[
    "accept", "ad", "book now", "buy now", "buy on amazon", "get a quote", "jump to review", "learn more", "no comments yet", "view this post on instagram", "visit website", "written by", "zurück zur übersicht",  "add to favorites", "advertisement", "advertisement - continue reading below", "advertisement - scroll to continue", "advertising", "anzeige", "article continues after advertisement",
    "article continues below", "article continues below advertisement", "back to top", "bookmark", "caption", "click to expand", "close", "comment", "comments", "continue reading",
    "continue reading below", "copied", "copy", "copy link", "copy url", "download", "download app", "email", "email this", "enlarge", "enlarge image", "enlarge this image", "expand",
    "facebook", "follow", "font size", "gift article", "give this article", "hide caption", "image", "instagram", "jump to content", "jump to navigation", "link copied", "link copied!", "linkedin", "listen",
    "listen now", "listen to article", "listen to this article", "listen to this story", "load more", "loading", "log in", "login", "menu", "next", "next article", "next image", "open menu", "photo", "photos", "pinterest", "play", "play video", "previous", "previous article", "previous image", "print",
    "print article", "print this page", "publicidad", "publicidade", "publicité", "read full article", "read full story", "read more", "reddit", "register", "reply", "reprints", "republish", "republish this article", "save", "save article",
    "save this article", "save this story", "scroll to continue", "scroll to top", "search", "see more", "share", "share article", "share on facebook", "share on twitter", "share on x", "share this", "share this article", "share this page", "share this post", "share this story",
    "share this:", "show more", "sign in", "sign up", "skip advertisement", "skip to content", "skip to main content", "skip to navigation", "story continues", "story continues below", "story continues below advertisement",
    "subscribe", "tap to unmute", "teilen", "thank you for subscribing", "this article is more than 1 year old", "toggle caption", "toggle navigation", "top", "tweet", "twitter", "view all", "view comments", "view gallery", "view image in fullscreen", "watch", "watch now", "werbung", "whatsapp",
    "open image in new window", "publicidad.", "view more", "see all", "read the full story", "jump to comments", "no comments", "this video can not be played", "video", "広告",
];

/// What a text says, if it is a label.
pub(super) fn label(text: &str) -> Option<Label> {
    if text.len() > LONGEST * 3 {
        return None;
    }
    let text = normalized(text);
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let known = |list: &[&str]| list.contains(&text.as_str());
    // `12 comments`
    let counted = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let comments = matches!(counted, "comments" | "comment" | "responses" | "replies");
    if known(SECTIONS) || comments && counted != text {
        return Some(Label::Section);
    }
    if known(LINKS) || STARTS.iter().any(|start| text.starts_with(start)) {
        return Some(Label::Links);
    }
    None
}

/// Whether a short block is a button or a note of the page.
pub(super) fn is_line(text: &str) -> bool {
    if text.len() > LONGEST * 3 {
        return false;
    }
    let text = normalized(text);
    let number =
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    number || LINES.contains(&text.as_str()) || is_reading_time(&text)
}

/// `4 min read`, `Reading time: 4 minutes`.
fn is_reading_time(text: &str) -> bool {
    let text = text
        .trim_start_matches("reading time")
        .trim_start_matches([':', ' ']);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.trim_start_matches([' ', '-']);
    rest.len() < text.len()
        && matches!(
            rest,
            "min read"
                | "mins read"
                | "minute read"
                | "minutes read"
                | "min. read"
                | "minutes to read"
        )
}

/// Whether a line leads to another page: `Read more: …`, `Related: …`.
pub(super) fn leads_away(text: &str) -> bool {
    let start: String = text.chars().take(LONGEST).collect();
    let Some((before, _)) = start.split_once([':', '|', '>', '»', '–', '—']) else {
        return false;
    };
    let before = normalized(before);
    label(&before) == Some(Label::Section)
        || matches!(
            before.as_str(),
            "more"
                | "read"
                | "watch"
                | "listen"
                | "explore"
                | "see"
                | "video"
                | "photos"
                | "opinion"
                | "lee también"
                | "también lee"
                | "lee más"
                | "lea también"
                | "vea también"
                | "ver también"
                | "lesen sie hier"
                | "baca juga"
                | "leia mais"
                | "mehr"
                | "lesen sie mehr"
        )
}

/// Lower case, single spaces, straight apostrophes, nothing but words at the ends.
fn normalized(text: &str) -> String {
    let text = text.replace(['\u{2019}', '\u{2018}'], "'").to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
