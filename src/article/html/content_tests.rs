//! Which words of a page are read: one row for each way in which pages are built.

use super::*;

/// A sentence of an article.
const TEXT: &str =
    "The harbor board of Norhaven met on the old pier and spoke about the ferries for an hour.";

/// The text that is read of a page.
fn read(page: &str) -> String {
    let article = Article::from_text("a.html", page, FORMAT).unwrap();
    crate::article::tests::shown(&article).join("\n")
}

/// A page with a headline and three paragraphs, and this markup after them.
fn after(markup: &str) -> String {
    format!(
        "<html><body><main><h1>Ferry late</h1><p>{TEXT}</p><p>{TEXT}</p><p>LASTWORD {TEXT}</p>{markup}</main></body></html>"
    )
}

/// The same with the markup among the paragraphs of an article.
fn among(markup: &str) -> String {
    format!(
        "<html><body><article><h1>Ferry late</h1><p>{TEXT}</p><p>{TEXT}</p>{markup}<p>LASTWORD {TEXT}</p></article></body></html>"
    )
}

/// The words YES and LASTWORD are read, and NO is not.
fn check(pages: &[String]) {
    for page in pages {
        let text = read(page);
        let all = |word: &str| {
            let count = |text: &str| {
                text.split(|c: char| !c.is_alphanumeric())
                    .filter(|w| *w == word)
                    .count()
            };
            (count(&text), count(page))
        };
        for word in ["YES", "LASTWORD"] {
            let (read, written) = all(word);
            assert_eq!(read, written, "{word} in {page}\n{text}");
        }
        assert_eq!(all("NO").0, 0, "NO in {page}\n{text}");
    }
}

#[test]
fn forms() {
    check(&[
        // ASP.NET wraps the page in a form.
        format!(
            "<html><body><form id=aspnetForm><article><h1>YES</h1><p>YES {TEXT}</p></article></form></body></html>"
        ),
        format!(
            "<html><body><form><div id=menu>NO</div><div class=story><p>YES {TEXT}</p></div></form></body></html>"
        ),
        format!("<form runat=server><p>YES {TEXT}</p></form>"),
        format!(
            "<html><body><main><form><h1>YES</h1><p>YES {TEXT}</p></form></main></body></html>"
        ),
        among("<form><label>NO your mail</label><input><button>NO</button></form>"),
        after("<form class=search><p>NO find in the archive</p></form>"),
        among("<form><p>NO Get the news by mail. You can leave at any time.</p></form>"),
    ]);
}

#[test]
fn class_names_that_contain_a_word() {
    let named = |name: &str| {
        format!(
            "<html><body><main><h1>YES</h1><div class=\"{name}\"><p>YES {TEXT}</p></div>\
             <section><h2>Read next</h2><p>NO {TEXT}</p><p>NO {TEXT}</p><p>NO {TEXT}</p></section></main></body></html>"
        )
    };
    let id = |name: &str| named("x").replace("class=\"x\"", &format!("id={name}"));
    check(&[
        named("sidebar-grid__content"),
        named("layout-sidebar-grid"),
        named("has-sidebar"),
        named("content--with-toc"),
        named("ad-free"),
        named("adaptive"),
        named("shareholder-news"),
        named("share-price"),
        named("stock"),
        named("toc-layout"),
        named("no-ads"),
        named("main-with-share"),
        named("navy"),
        id("sidebar-layout"),
        id("with-toc"),
        id("share-price"),
        id("ad-free-story"),
    ]);
    let small = |name: &str| {
        among(&format!(
            "<div class=\"{name}\"><p>NO one thing here</p></div>"
        ))
    };
    check(&[
        small("sidebar"),
        small("right-sidebar"),
        small("ad"),
        small("ad-slot"),
        small("advertisement"),
        small("toc"),
        small("share"),
        small("share-buttons"),
        small("post-share"),
        small("social-links"),
        small("newsletter-signup"),
        small("related-posts"),
        small("comments-area"),
        small("cookie-banner"),
        small("author-bio"),
        small("breadcrumbs"),
    ]);
}

#[test]
fn teasers() {
    let card = |text: &str| {
        format!("<div class=card><h3><a href=x>NO {text}</a></h3><p>NO a few words.</p></div>")
    };
    check(&[
        after(
            "<section><h2>Related</h2><div class=card itemprop=articleBody>NO In this story we look at boats, and you will like it.</div></section>",
        ),
        format!(
            "<html><body><div itemprop=articleBody>NO In this story we look at boats.</div><article><h1>YES</h1><p>YES {TEXT}</p><p>{TEXT}</p></article></body></html>"
        ),
        format!(
            "<html><body><div itemprop=articleBody><p>YES {TEXT}</p><p>{TEXT}</p></div><article><p>NO short.</p></article></body></html>"
        ),
        after(&format!("<div>{}{}</div>", card("one"), card("two"))),
        after(
            "<ul><li><a href=x><h3>NO one</h3></a><p>NO words.</p></li><li><a href=y><h3>NO two</h3></a></li></ul>",
        ),
        after("<article><h2><a href=x>NO</a></h2><p>NO teaser text.</p></article>"),
        among("<p>Read more: <a href=x>NO another story of the pier</a></p>"),
        among("<p><strong>RELATED:</strong> <a href=x>NO another story</a></p>"),
        among(
            "<p>The board had read more: YES <a href=x>YES the report</a> of the year before was long and dull.</p>",
        ),
    ]);
}

#[test]
fn sections_under_a_heading() {
    check(&[
        after(&format!(
            "<section><h2>Read next</h2><p>NO {TEXT}</p></section>"
        )),
        after(&format!(
            "<div><div class=head><h3>You may also like</h3></div><div><p>NO {TEXT}</p></div></div>"
        )),
        after("<div><p><b>Most read</b></p><ol><li>NO one<li>NO two</ol></div>"),
        after(&format!("<h2>Related stories</h2><p>NO {TEXT}</p>")),
        after(
            "<h3>More from Norhaven</h3><ul><li><a href=x>NO one</a><li><a href=y>NO two</a></ul>",
        ),
        among(&format!("<h2>More from the board</h2><p>YES {TEXT}</p>")),
        among(&format!("<h2>Related costs</h2><p>YES {TEXT}</p>")),
        among(&format!("<h2>What comes next</h2><p>YES {TEXT}</p>")),
        among("<h2>Read more</h2><ul><li><a href=x>NO one</a><li><a href=y>NO two</a></ul>"),
        after("<h2>3 Comments</h2><div><p>NO I was there. It was late.</p></div>"),
        after(&format!(
            "<div id=comments><p>NO {TEXT}</p><p>NO {TEXT}</p><p>NO {TEXT}</p><p>NO {TEXT}</p><p>NO {TEXT}</p></div>"
        )),
    ]);
}

#[test]
fn asides() {
    check(&[
        among("<aside><h3>YES</h3><p>YES Norland has 14,200 soldiers and 31 ships.</p></aside>"),
        among(
            "<aside class=factbox><ul><li>YES Founded in the year 1871<li>YES 12,400 people</ul></aside>",
        ),
        after(&format!("<aside><p>YES {TEXT}</p></aside>")),
        among(
            "<aside><h3>Related</h3><ul><li><a href=x>NO one of them</a><li><a href=y>NO two of them</a></ul></aside>",
        ),
        among("<aside><a href=x>NO one story of the pier</a></aside>"),
        among("<aside class=newsletter><p>NO Get our letter every day. It is free.</p></aside>"),
        among("<aside><h4>More stories</h4><p>NO The mayor spoke about boats.</p></aside>"),
        "<p>A</p><aside>YES The town of Norhaven has 12,400 people.</aside>".to_string(),
    ]);
}

#[test]
fn streamed_parts() {
    check(&[
        format!(
            "<html><body><main><h1>YES</h1><!--$?--><template id=\"B:0\"></template><!--/$--></main><div hidden id=\"S:0\"><p>YES {TEXT}</p></div><script>$RC(\"B:0\",\"S:0\")</script></body></html>"
        ),
        format!(
            "<html><body><div hidden id=\"S:0\"><article><h1>YES</h1><p>YES {TEXT}</p></article></div></body></html>"
        ),
        format!(
            "<html><body><main><h1>YES</h1><p>YES {TEXT}</p><template id=\"B:1\"></template></main><div hidden id=\"S:1\"><p>YES {TEXT}</p><template id=\"B:2a\"></template></div><div hidden id=\"S:2a\"><p>YES {TEXT}</p></div></body></html>"
        ),
        format!(
            "<html><body><nav><template id=\"B:3\"></template></nav><article><h1>YES</h1><p>YES {TEXT}</p><p>{TEXT}</p></article><div hidden id=\"S:3\"><p>NO one</p></div></body></html>"
        ),
        among("<div hidden id=\"Story:0\"><p>NO</p></div>"),
        among("<div hidden><p>NO</p></div>"),
    ]);
}

#[test]
fn breaks() {
    for (page, blocks) in [
        ("<ul><li>Ahn<br>Lee</ul>", "Item: Ahn/Lee"),
        (
            "<table><tr><td>Ahn<br>Lee<td>Berg</table>",
            "Cell: Ahn/Lee\nCell: Berg",
        ),
        (
            "<p>Mayors:<br>- Ahn<br/>- Lee</p>",
            "Paragraph: Mayors:/- Ahn/- Lee",
        ),
        ("<td>12,400<br><br>31</td>", "Cell: 12,400//31"),
    ] {
        assert_eq!(read(page), blocks, "{page}");
    }
}

#[test]
fn the_head_of_an_article() {
    check(&[
        format!(
            "<html><body><h1>YES</h1><p>YES A standfirst of some words</p><div class=\"story-body\"><p>YES {TEXT}</p><p>{TEXT}</p><p>{TEXT}</p></div></body></html>"
        ),
        format!(
            "<html><body><article><p class=lede>YES standfirst</p><div class=article-body><p>YES {TEXT}</p><p>{TEXT}</p></div></article></body></html>"
        ),
        format!(
            "<html><body><div class=site><p>NO a line of the site</p></div><h1>YES</h1><div><p>By Jane Doe</p></div><div class=text><p>YES {TEXT}</p><p>{TEXT}</p></div></body></html>"
        ),
        format!(
            "<html><body><article><header><h1>YES</h1><p>YES standfirst</p></header><p>YES {TEXT}</p><footer><p>YES This article was corrected on the day after. {TEXT}</p></footer></article></body></html>"
        ),
        format!(
            "<html><body><div id=header><p>NO a daily of Norhaven</p></div><div><p>YES {TEXT}</p><p>{TEXT}</p></div><footer><p>NO All rights are ours.</p></footer></body></html>"
        ),
    ]);
}

#[test]
fn buttons_and_notes() {
    let line = |text: &str| among(&format!("<div>{text}</div>")).replace("LASTWORD", "YES");
    for text in [
        "Share this article",
        "Advertisement",
        "4 min read",
        "Copy link",
        "12",
    ] {
        assert!(!read(&line(text)).contains(&format!(": {text}")), "{text}");
    }
    for text in ["Share prices fell", "12 boats", "Read it again"] {
        assert!(read(&line(text)).contains(&format!(": {text}")), "{text}");
    }
    assert!(read("<table><tr><td>12</td><td>7</td></table>").contains("Cell: 12"));
}

#[test]
fn pictures_are_not_read_twice() {
    for (page, captions) in [
        (
            "<figure><img alt='Two at sea'><figcaption>Two at sea. Photo: A. Lee</figcaption></figure>",
            1,
        ),
        ("<img alt='Two at sea'><p>One</p><img alt='Two at sea'>", 1),
        (
            "<img alt='Two at sea'><p>One</p><img alt='Three at sea'>",
            2,
        ),
        (
            "<figure><img alt='Ahn and Lee'><figcaption>Two at sea</figcaption></figure>",
            2,
        ),
    ] {
        assert_eq!(read(page).matches("Caption: ").count(), captions, "{page}");
    }
}
