//! NITF, NewsML-G2, RSS and Atom.

use std::fmt::Write;

use factlint::article::BlockKind;

use super::words::{self, Dice, escaped, strewn};
use super::{Story, html};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn date(story: &Story, write: impl Fn(String) -> String) -> String {
    story
        .date
        .map_or_else(String::new, |date| write(date.to_string()))
}

/// The blocks in the markup of NITF.
fn nitf_body(story: &Story) -> String {
    let mut dice = Dice::new(story.seed);
    let mut body = String::new();
    for (kind, text) in &story.blocks {
        let words = strewn(text, &words::NITF, &mut dice);
        let _ = match kind {
            BlockKind::Headline => writeln!(body, "<hl2>{words}</hl2>"),
            BlockKind::Item => writeln!(body, "<ul><li>{words}</li></ul>"),
            BlockKind::Cell => writeln!(body, "<table><tr><td>{words}</td></tr></table>"),
            BlockKind::Caption => writeln!(
                body,
                "<media media-type=\"image\"><media-reference source=\"a.jpg\"/><media-caption><p>{words}</p></media-caption></media>"
            ),
            BlockKind::Quotation => writeln!(body, "<bq><block><p>{words}</p></block></bq>"),
            _ => writeln!(body, "<p>{words}</p>"),
        };
    }
    body
}

pub fn nitf(story: &Story) -> Vec<u8> {
    let body = nitf_body(story);
    let date = date(story, |date| {
        format!(
            "<docdata><date.issue norm=\"{}T093000+0900\"/></docdata>",
            date.replace('-', "")
        )
    });
    format!("{XML}<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n<nitf><head>{date}</head><body><body.content>\n{body}</body.content></body></nitf>\n").into_bytes()
}

/// A component of NewsML 1.2 with the text in this form.
fn newsml_1(story: &Story, format: &str, content: &str) -> Vec<u8> {
    let date = date(story, |date| {
        format!(
            "<FirstCreated>{0}T093000+0900</FirstCreated><ThisRevisionCreated>{0}</ThisRevisionCreated>",
            date.replace('-', "")
        )
    });
    format!(
        "{XML}<!DOCTYPE NewsML PUBLIC \"urn:newsml:iptc.org:20021018:NewsMLv1.2:1\" \"NewsML_1.2.dtd\">\n\
         <NewsML><NewsEnvelope><DateAndTime>20310101T000000Z</DateAndTime></NewsEnvelope>\
         <NewsItem xml:lang=\"en\"><NewsManagement><NewsItemType FormalName=\"News\"/>{date}</NewsManagement>\n\
         <NewsComponent><NewsLines><SlugLine>Pete Hesgeth</SlugLine><KeywordLine>Pete Hesgeth</KeywordLine></NewsLines>\
         <NewsComponent EquivalentsList=\"yes\"><ContentItem><MediaType FormalName=\"Text\"/><Format FormalName=\"{format}\"/><DataContent>{content}</DataContent></ContentItem>\
         <ContentItem><MediaType FormalName=\"Text\"/><DataContent>Pete Hesgeth</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>\n"
    )
    .into_bytes()
}

pub fn newsml_1_nitf(story: &Story) -> Vec<u8> {
    let body = nitf_body(story);
    let content = format!(
        "<nitf><head><title>Pete Hesgeth</title></head><body><body.content>\n{body}</body.content></body></nitf>"
    );
    newsml_1(story, "NITF3.1", &content)
}

pub fn newsml_1_xhtml(story: &Story) -> Vec<u8> {
    let body = html::body(story, &words::XHTML);
    let content = format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Pete Hesgeth</title></head><body>\n{body}</body></html>"
    );
    newsml_1(story, "XHTML", &content)
}

pub fn newsml_1_escaped(story: &Story) -> Vec<u8> {
    newsml_1(story, "HTML", &escaped(&html::body(story, &words::HTML)))
}

fn item(story: &Story, body: &str) -> String {
    let date = date(story, |date| {
        format!("<contentCreated>{date}T09:30:00+09:00</contentCreated>")
    });
    let version = self::date(story, |date| {
        format!("<versionCreated>{date}T18:00:00+09:00</versionCreated>")
    });
    format!(
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\" guid=\"urn:x\">\
         <itemMeta>{version}</itemMeta>\n\
         <contentMeta>{date}</contentMeta>\n<contentSet>{body}</contentSet></newsItem>\n"
    )
}

pub fn newsml(story: &Story) -> Vec<u8> {
    let body = html::body(story, &words::XHTML);
    let body = format!(
        "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\">\
         <head><title>Pete Hesgeth</title></head><body>\n{body}</body></html></inlineXML>"
    );
    format!("{XML}{}", item(story, &body)).into_bytes()
}

pub fn newsml_escaped(story: &Story) -> Vec<u8> {
    let body = escaped(&html::body(story, &words::HTML));
    let body = format!("<inlineData contenttype=\"text/html\">{body}</inlineData>");
    format!("{XML}{}", item(story, &body)).into_bytes()
}

pub fn newsml_message(story: &Story) -> Vec<u8> {
    let body = escaped(&html::body(story, &words::HTML));
    let body = format!("<inlineData contenttype=\"text/html\">{body}</inlineData>");
    let (first, second) = (
        item(story, &body),
        item(story, "<inlineData>Pete Hesgeth left.</inlineData>"),
    );
    format!("{XML}<nar:newsMessage xmlns:nar=\"http://iptc.org/std/nar/2006-10-01/\"><nar:itemSet>{first}{second}</nar:itemSet></nar:newsMessage>").into_bytes()
}

fn channel(story: &Story, body: &str) -> Vec<u8> {
    let date = story.date.map_or_else(String::new, |date| {
        date.strftime("<pubDate>%a, %d %b %Y 09:30:00 +0900</pubDate>")
            .to_string()
    });
    format!(
        "{XML}<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:media=\"http://search.yahoo.com/mrss/\">\
         <channel><title>Pete Hesgeth</title><description>Pete Hesgeth</description>\n\
         <item><link>https://a.b/c</link>{date}<media:title>Pete Hesgeth</media:title>{body}</item>\n\
         <item><title>Next</title><description>Pete Hesgeth left.</description></item></channel></rss>\n"
    )
    .into_bytes()
}

pub fn rss(story: &Story) -> Vec<u8> {
    let body = escaped(&html::body(story, &words::HTML));
    channel(story, &format!("<description>{body}</description>"))
}

pub fn rss_cdata(story: &Story) -> Vec<u8> {
    let body = html::body(story, &words::HTML).replace("]]>", "]]&gt;");
    channel(
        story,
        &format!("<content:encoded><![CDATA[{body}]]></content:encoded>"),
    )
}

pub fn atom(story: &Story) -> Vec<u8> {
    let body = html::body(story, &words::XHTML);
    let date = date(story, |date| {
        format!("<published>{date}T09:30:00Z</published><updated>{date}T18:00:00Z</updated>")
    });
    format!(
        "{XML}<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Pete Hesgeth</title>\n<entry>{date}\
         <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">{body}</div></content></entry></feed>\n"
    )
    .into_bytes()
}
