//! Quoted lines and emphasis in plain text.

use super::*;

#[test]
fn quoted_lines_are_read_without_their_marks() {
    for (text, blocks) in [
        (
            "Ana Beltran wrote:\n> The ferry to Port\n> Elery is late, and the harbor master\n> said so.\n\nIndeed.",
            &[
                "Paragraph: Ana Beltran wrote:",
                "Quotation: The ferry to Port/Elery is late, and the harbor master/said so.",
                "Paragraph: Indeed.",
            ][..],
        ),
        (
            ">> The mayor, Petra\n>> Lindhome, came.\n> She did\n> not.\n>\n> She left.",
            &[
                "Quotation: The mayor, Petra/Lindhome, came.",
                "Quotation: She did/not.",
                "Quotation: She left.",
            ],
        ),
        (
            "> > The mayor, Petra \n> > Lindhome, came.",
            &["Quotation: The mayor, Petra /Lindhome, came."],
        ),
        (
            ">The mayor, Petra\r\n>Lindhome, came.\r\n",
            &["Quotation: The mayor, Petra\r/Lindhome, came."],
        ),
        ("> - one\n> - two", &["Quotation: one", "Quotation: two"]),
        (
            "The number rose to\n> 50 percent of all.",
            &["Paragraph: The number rose to/> 50 percent of all."],
        ),
        ("a > b and c", &["Paragraph: a > b and c"]),
    ] {
        assert_eq!(shown(&plain(text)), blocks, "{text}");
    }
}

#[test]
fn emphasis_of_plain_text_is_no_text() {
    for (text, blocks) in [
        (
            "The _Port Elery_ ferry is late.",
            &["Paragraph: The Port Elery ferry is late."][..],
        ),
        (
            "The _Port_ Elery *ferry* is\n**late**.",
            &["Paragraph: The Port Elery ferry is/late."],
        ),
        (
            "> The _Port\n> Elery_ ferry is late.",
            &["Quotation: The Port/Elery ferry is late."],
        ),
        ("- the _Port Elery_", &["Item: the Port Elery"]),
        (
            "Run snake_case_name on 5 * 3 * 2.",
            &["Paragraph: Run snake_case_name on 5 * 3 * 2."],
        ),
    ] {
        assert_eq!(shown(&plain(text)), blocks, "{text}");
    }
}
