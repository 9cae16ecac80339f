//! Which date an article is read with, until which day, and where that was found: one row for each way in which
//! publishers write it.

use factlint::article::{Article, DateFrom, Format};
use jiff::civil::Date;

/// A text in a format; its date, the day of its update, and where they were found (`m`etadata, `h`eader, `-` nowhere).
type Row = (&'static str, &'static str, &'static str);

fn read(format: &str, text: &str) -> (Option<Date>, Option<Date>, Option<DateFrom>) {
    let format = Format::named(format).expect("a format");
    let article = Article::from_text("an article", text, format).expect("an article");
    (article.date, article.until, article.date_from)
}

/// `2025-11-03/2025-11-09 m`, or `-`.
fn wanted(wanted: &str) -> (Option<Date>, Option<Date>, Option<DateFrom>) {
    let Some((days, from)) = wanted.split_once(' ') else {
        assert_eq!(wanted, "-");
        return (None, None, None);
    };
    let (first, last) = match days.split_once('/') {
        Some((first, last)) => (first, Some(last)),
        None => (days, None),
    };
    let day = |text: &str| text.parse::<Date>().expect("a date");
    let from = match from {
        "m" => DateFrom::Metadata,
        "h" => DateFrom::Header,
        other => panic!("{other}"),
    };
    (Some(day(first)), last.map(day), Some(from))
}

fn hold(rows: &[Row]) {
    let mut wrong = Vec::new();
    for (format, text, expected) in rows {
        let found = read(format, text);
        if found != wanted(expected) {
            wrong.push(format!(
                "{format}: {text:?}\n  expected {expected}, found {found:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn header_lines_of_plain_text() {
    hold(&[
        (
            "plain",
            "Pier shut\n\nNov 03, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\nBy Jane Doe\nNovember 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nBy Jane Doe | Nov 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nBy Jane Doe on November 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nPosted by Jane Doe on 3 November 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nPosted at 5:03 PM, Nov 03, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nPosted at 5:03 PM, Nov 03, 2025 and last updated 6:10 PM, Nov 05, 2025\n\nThe pier shut.",
            "2025-11-03/2025-11-05 h",
        ),
        (
            "plain",
            "Pier shut\n\nUpdated 5:03 PM EST, November 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nUpdated 5:03 PM EST, Mon November 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\n17:03 November 03, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nNovember 3, 2025 5:03 PM UTC · Updated 2 hours ago\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nNov 3, 2025 · 5 min read\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\n03 Nov 2025 — 4 min read\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nNov 03, 2025 ∙ Paid\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nFirst published on Mon 3 Nov 2025 12.17 GMT\nLast modified on Wed 5 Nov 2025 15.34 GMT\n\nThe pier shut.",
            "2025-11-03/2025-11-05 h",
        ),
        (
            "plain",
            "Pier shut\n\nPUBLISHED: November 3, 2025 at 5:03 PM EST | UPDATED: November 5, 2025 at 6:00 PM EST\n\nThe pier shut.",
            "2025-11-03/2025-11-05 h",
        ),
        (
            "plain",
            "Published: Nov. 3, 2025\nUpdated: Nov. 9, 2025\nPier shut\n\nThe pier shut.",
            "2025-11-03/2025-11-09 h",
        ),
        (
            "plain",
            "date 2025-11-03\nPier shut\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nDate: 3rd November 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\n입력 2025.11.03 17:03\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nPosted on November 3, 2025 in Harbor News by Jane Doe\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "FOR IMMEDIATE RELEASE\nNovember 3, 2025\n\nPier shut\n\nThe pier shut.",
            "2025-11-03 h",
        ),
    ]);
}

#[test]
fn datelines() {
    hold(&[
        (
            "plain",
            "Pier shut\n\nSEOUL, Nov. 3, 2025 (Wire) — The pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\n18 February 2025 – The council of Port Ellery shut the pier on Monday.",
            "2025-02-18 h",
        ),
        (
            "plain",
            "Pier shut\n18 February 2025 — The council of Port Ellery shut the pier on Monday.",
            "2025-02-18 h",
        ),
        (
            "markdown",
            "# Pier shut\n\n**18 February 2025** – The council of Port Ellery shut the pier.",
            "2025-02-18 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><p><b>18 February 2025</b> – The council of Port Ellery shut the pier.",
            "2025-02-18 h",
        ),
        (
            "plain",
            "Pier shut\n\n18 February 2025, Port Ellery – The council shut the pier on Monday.",
            "2025-02-18 h",
        ),
        (
            "plain",
            "Pier shut\n\nPORT ELLERY, Norland – November 3, 2025 – The pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nRIO DE JANEIRO, 3 Nov 2025 (Wire) – The pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nRio de Janeiro, 3 Nov 2025 – The pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nPORT ELLERY, Nov. 3, 2025 /Wire/ -- The pier shut.",
            "2025-11-03 h",
        ),
        (
            "plain",
            "Pier shut\n\nPORT ELLERY (3 November 2025) – The pier shut.",
            "2025-11-03 h",
        ),
    ]);
}

#[test]
fn no_header_lines() {
    hold(&[
        // a date in the prose, and a wrapped line that begins with one
        (
            "plain",
            "Pier shut\n\nThe pier shut on Nov. 3, 2025, for good.",
            "-",
        ),
        (
            "plain",
            "Pier shut\n\nThe pier shut for good on\nNovember 3, 2025\nand was sold.",
            "-",
        ),
        (
            "plain",
            "The pier was shut on\nNovember 3, 2025.\n\nIt was sold.",
            "-",
        ),
        (
            "markdown",
            "# Pier shut\n\nThe pier shut for good on\nNovember 3, 2025\nand was sold.",
            "-",
        ),
        (
            "html",
            "<h1>Pier shut</h1><p>The pier shut on<br>November 3, 2025<br>and was sold.</p>",
            "-",
        ),
        (
            "plain",
            "Pier shut\n\nThe pier shut for good on Monday,\nNovember 3, 2025\n\nIt was sold.",
            "-",
        ),
        (
            "plain",
            "Pier shut\n\nIt opened again on the day after its sale. The sale was\nNov. 3, 2025\n\nIt was sold.",
            "-",
        ),
        // a span of time, a chronicle, a list
        (
            "plain",
            "Art show\n\n18 February 2025 – 20 March 2025: an exhibition of the harbor's painters.",
            "-",
        ),
        (
            "plain",
            "How it came\n\n3 May 1950 – The pier is built by the town.\n\n4 June 1951 – The first ferry lands at the pier.",
            "-",
        ),
        (
            "markdown",
            "# How it came\n\n- 3 May 1950 – The pier is built by the town.",
            "-",
        ),
        // other dates with a label
        (
            "plain",
            "Pier shut\n\nOpened: 3 May 1950\n\nThe pier shut.",
            "-",
        ),
        (
            "html",
            "<article><h1>Pier</h1><ul><li>Opened: <time datetime=1950-01-02>2 January 1950</time></li></ul><p>It shut.</article>",
            "-",
        ),
        (
            "plain",
            "Pier shut\n\nWhen: Thursday, November 20, 2025\n\nThe pier opens.",
            "-",
        ),
        (
            "plain",
            "Pier shut\n\nDeadline: November 20, 2025\n\nBids are asked for.",
            "-",
        ),
        (
            "plain",
            "Pier shut\n\nAccessed 3 November 2025\n\nThe pier shut.",
            "-",
        ),
        (
            "plain",
            "Ada Vell\n\nBorn: 3 May 1950\n\nAda Vell built piers.",
            "-",
        ),
        (
            "plain",
            "By November 3, 2025, forty boats had left the harbor",
            "-",
        ),
        // no year
        (
            "plain",
            "Pier shut\n\nPublished Nov. 3\n\nThe pier shut.",
            "-",
        ),
    ]);
}

#[test]
fn lines_of_markdown_and_html() {
    hold(&[
        (
            "markdown",
            "# Pier shut\n\nBy Jane Doe\nNovember 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "markdown",
            "# Pier shut\n\nBy Jane Doe  \nNovember 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "markdown",
            "# Pier shut\n\n*By [Jane Doe](https://example.org/jane)*\n*November 3, 2025*\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "markdown",
            "# Pier shut\n\n**Jane Doe**\\\nHarbor reporter\\\nNovember 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "markdown",
            "# Pier shut\n\nBy Jane Doe\nNovember 3, 2025\nThe pier shut for good.",
            "2025-11-03 h",
        ),
        (
            "markdown",
            "# Pier shut\n\n*A town without ferries*\n\nNovember 3, 2025\n\nThe pier shut.",
            "2025-11-03 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><p>By Jane Doe<br>November 3, 2025</p><p>The pier shut.",
            "2025-11-03 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><p>By Jane Doe<br>November 3, 2025<br>The pier shut.</p>",
            "2025-11-03 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><p><b>Jane Doe</b><br>Harbor reporter<br>Nov. 3, 2025</p><p>The pier shut.",
            "2025-11-03 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><div class=meta><span>By Jane Doe</span> | <span>Nov 3, 2025</span></div><p>The pier shut.",
            "2025-11-03 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><p>By Jane Doe<br>Posted at 5:03 PM, Nov 03, 2025<br>and last updated 6:10 PM, Nov 05, 2025</p><p>The pier shut.</p>",
            "2025-11-03/2025-11-05 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><div>Posted at 5:03 PM, Nov 03, 2025</div><p>The pier shut.",
            "2025-11-03 h",
        ),
        (
            "html",
            "<h1>Pier shut</h1><div>Published Nov. 3, 2025</div><div>Updated Nov. 4, 2025, 9:00 a.m. ET</div><p>The pier shut.",
            "2025-11-03/2025-11-04 h",
        ),
        (
            "html",
            "<body><header><h1>Pier shut</h1><p>November 3, 2025</p></header><div itemprop=articleBody><p>The pier shut for good.</div>",
            "2025-11-03 h",
        ),
    ]);
}

#[test]
fn front_matter() {
    hold(&[
        (
            "markdown",
            "---\ntitle: Pier\ndate: 2025-11-03\nlastmod: 2025-11-09\n---\nThe pier shut.",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "markdown",
            "+++\ntitle = \"Pier\"\ndate = 2025-11-03T10:00:00Z\nlastmod = 2025-11-09T10:00:00Z\n+++\nThe pier shut.",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "markdown",
            "---\ndate: 2025-11-03 10:00:00 +0900\nlast_modified_at: 2025-11-09\n---\nThe pier shut.",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "markdown",
            "---\npubDate: Nov 03 2025\nupdatedDate: Nov 09 2025\n---\nThe pier shut.",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "markdown",
            "---\ndate: 3 November 2025\nmodified: 3 November 2025\n---\nThe pier shut.",
            "2025-11-03 m",
        ),
        (
            "markdown",
            "---\ntitle: Pier\nupdated: 2025-11-09\n---\nThe pier shut.",
            "2025-11-09 m",
        ),
        (
            "markdown",
            "---\ntitle: Pier\nupdated: 2025-11-09\n---\nNovember 3, 2025\n\nThe pier shut.",
            "2025-11-03/2025-11-09 h",
        ),
        (
            "markdown",
            "---\ndate: 2025-11-03\nexpiryDate: 2026-11-09\n---\nThe pier shut.",
            "2025-11-03 m",
        ),
        (
            "markdown",
            "---\ndate: 2025-11-03\nlastmod: 2024-11-09\n---\nThe pier shut.",
            "2025-11-03 m",
        ),
    ]);
}

#[test]
fn metadata_of_pages() {
    hold(&[
        (
            "html",
            "<meta property=article:published_time content=2025-11-03><meta property=article:modified_time content=2025-11-09><p>A",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "html",
            "<meta property=og:updated_time content=2025-11-09><meta name=date content=2025-11-03><p>A",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "html",
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-03\",\"dateModified\":\"2025-11-09\"}</script><p>A",
            "2025-11-03/2025-11-09 m",
        ),
        // a list of links, a video and another article beside the page's own
        (
            "html",
            "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"VideoObject\",\"uploadDate\":\"2020-01-01\",\"datePublished\":\"2020-01-01\"},{\"@type\":\"BlogPosting\",\"datePublished\":\"2025-11-03\"}]}</script><p>A",
            "2025-11-03 m",
        ),
        (
            "html",
            "<title>Pier shut</title><script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sold\",\"datePublished\":\"2020-01-01\"},{\"@type\":\"NewsArticle\",\"headline\":\"Pier shut\",\"datePublished\":\"2025-11-03\"}]</script><h1>Pier shut</h1><p>A",
            "2025-11-03 m",
        ),
        (
            "html",
            "<meta property=og:url content=https://example.org/pier><script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"url\":\"https://example.org/ferry\",\"datePublished\":\"2020-01-01\"},{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"https://example.org/pier/\"},\"datePublished\":\"2025-11-03\"}]</script><p>A",
            "2025-11-03 m",
        ),
        (
            "html",
            "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"WebPage\",\"datePublished\":\"2025-11-03\",\"dateModified\":\"2025-11-09\"}]}</script><p>A",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "html",
            "<script type=application/ld+json>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-01-01\"}}]}</script><p>A",
            "-",
        ),
        // a bare time at the head, and one that says what it is
        (
            "html",
            "<article><h1>Pier shut</h1><p>By Jane Doe, <time datetime=2025-11-03>3 Nov</time></p><p>It shut.</article>",
            "2025-11-03 m",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><a href=/pier rel=bookmark><time class='entry-date published' datetime=2025-11-03>Nov 3</time><time class=updated datetime=2025-11-09>Nov 9</time></a><p>It shut.</article>",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><time class=updated datetime=2025-11-03>Nov 3</time><p>It shut.</article>",
            "2025-11-03 m",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><span itemprop=datePublished content=2025-11-03>Monday</span><p>It shut.</article>",
            "2025-11-03 m",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><div>Published <time datetime=2025-11-03>Nov 3</time></div><div>Last updated <time datetime=2025-11-09>Nov 9</time></div><p>It shut.</article>",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "html",
            "<article><h1>How it ended</h1><p>The war ended on <time datetime=1953-07-27>27 July 1953</time>.</p><footer>Posted <time datetime=2025-11-03>Nov 3</time></footer></article>",
            "2025-11-03 m",
        ),
    ]);
}

#[test]
fn dates_of_others_on_a_page() {
    hold(&[
        (
            "html",
            "<article><h1>How it ended</h1><p>The war ended on <time datetime=1953-07-27>27 July 1953</time></p></article>",
            "-",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><p>It shut.</p></article><div itemscope itemtype=http://schema.org/VideoObject><meta itemprop=datePublished content=2015-01-02></div>",
            "-",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><p>It shut.</p><aside><h3><a href=/x>Ferry sold</a></h3><time itemprop=datePublished datetime=2015-01-02>Jan 2</time></aside></article>",
            "-",
        ),
        (
            "html",
            "<div class=card><h3><a href=/x>Ferry sold</a></h3><time datetime=2015-01-02>Jan 2, 2015</time></div><article><h1>Pier shut</h1><p>It shut.</p></article>",
            "-",
        ),
        (
            "html",
            "<main><h1>Pier shut</h1><p>It shut.</p><ul><li><h4><a href=/x>Ferry sold</a></h4><time datetime=2015-01-02>Jan 2, 2015</time></li></ul></main>",
            "-",
        ),
        (
            "html",
            "<main><h1>Pier shut</h1><p>It shut, to the sorrow of the whole town.</p><article><h2>Ferry sold</h2><time pubdate datetime=2015-01-02>Jan 2, 2015</time></article></main>",
            "-",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><p>It shut.</p><div id=comments><time datetime=2015-01-02>January 2, 2015</time></div></article>",
            "-",
        ),
        (
            "html",
            "<article><h1>Pier shut</h1><p>It shut.</p><figure><figcaption>The pier, <time datetime=1950-01-02>1950</time></figcaption></figure></article>",
            "-",
        ),
    ]);
}

#[test]
fn news_formats_and_records() {
    hold(&[
        (
            "atom",
            "<feed><entry><title>A</title><published>2025-11-03T00:00:00Z</published><updated>2025-11-09T00:00:00Z</updated><content>B</content></entry></feed>",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "atom",
            "<feed><entry><title>A</title><updated>2025-11-09T00:00:00Z</updated><content>B</content></entry></feed>",
            "2025-11-09 m",
        ),
        (
            "rss",
            "<rss><channel><item><title>A</title><pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate><description>B</description></item></channel></rss>",
            "2025-11-03 m",
        ),
        (
            "ninjs",
            "{\"uri\":\"a\",\"firstcreated\":\"2025-11-03T00:00:00Z\",\"versioncreated\":\"2025-11-09T00:00:00Z\",\"headline\":\"A\",\"body_text\":\"B\"}",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "ninjs",
            "{\"uri\":\"a\",\"versioncreated\":\"2025-11-09T00:00:00Z\",\"headline\":\"A\",\"body_text\":\"B\"}",
            "2025-11-09 m",
        ),
        (
            "json",
            "{\"title\":\"A\",\"datePublished\":\"2025-11-03\",\"dateModified\":\"2025-11-09\",\"body\":\"B\"}",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "nitf",
            "<nitf><head><docdata><date.issue norm='20251103T000000Z'/></docdata><revision-history norm='20251109T000000Z'/></head><body><body.content><p>A</p></body.content></body></nitf>",
            "2025-11-03/2025-11-09 m",
        ),
        (
            "newsml-g2",
            "<newsItem><itemMeta><versionCreated>2025-11-09T00:00:00Z</versionCreated><firstCreated>2025-11-03T00:00:00Z</firstCreated></itemMeta><contentSet><inlineData contenttype='text/plain'>A</inlineData></contentSet></newsItem>",
            "2025-11-03/2025-11-09 m",
        ),
    ]);
}

#[test]
fn a_given_date_wins() {
    let text = "Published: Nov. 3, 2025\nUpdated: Nov. 9, 2025\n\nThe pier shut.";
    let article = Article::from_text("a.txt", text, Format::PLAIN).expect("an article");
    let given = article.with_date(jiff::civil::date(2020, 1, 1));
    assert_eq!(given.date, Some(jiff::civil::date(2020, 1, 1)));
    assert_eq!(
        (given.until, given.date_from),
        (None, Some(DateFrom::Option))
    );
}
