use super::{each, event};

#[test]
fn dates_and_editions() {
    let fair = event(
        "editions = [\n  { number = 56, on = 2024-11-05 },\n  { number = 57, on = 2025-11-04 },\n]",
    );
    each(
        &fair,
        &[
            ("The Arle Fair opens on ⟦Nov. 14⟧.", Some("Nov. 4")),
            ("The Arle Fair opens on ⟦Nov 14⟧.", Some("Nov 4")),
            ("The Arle Fair opens on ⟦Nov 14th⟧.", Some("Nov 4th")),
            ("The Arle Fair opens on ⟦November 14⟧.", Some("November 4")),
            ("The Arle Fair opens on ⟦14 November⟧.", Some("4 November")),
            ("The Arle Fair opens on ⟦14 Nov 2025⟧.", Some("4 Nov 2025")),
            (
                "The Arle Fair opens on ⟦14th November 2025⟧.",
                Some("4th November 2025"),
            ),
            (
                "The Arle Fair opens on ⟦November 14, 2025⟧.",
                Some("November 4, 2025"),
            ),
            ("The Arle Fair opens on ⟦2025-11-14⟧.", Some("2025-11-04")),
            ("The Arle Fair opens on ⟦14/11/2025⟧.", None),
            (
                "The Arle Fair opens on the ⟦14th of November⟧.",
                Some("4th of November"),
            ),
            ("THE ARLE FAIR OPENS ON ⟦NOV. 14⟧", Some("NOV. 4")),
            ("The Arle Fair opens on ⟦Friday⟧.", Some("Tuesday")),
            (
                "The Arle Fair opens on ⟦Friday, Nov. 14⟧.",
                Some("Tuesday, Nov. 4"),
            ),
            ("The Arle Fair opens on ⟦Nov.\n14⟧.", Some("Nov.\n4")),
            (
                "The Arle Fair opens on ⟦Nov.\u{a0}14⟧.",
                Some("Nov.\u{a0}4"),
            ),
            ("The ⟦58th⟧ Arle Fair opens on Nov. 4.", Some("57th")),
            (
                "The ⟦fifty-eighth⟧ Arle Fair opens on Nov. 4.",
                Some("57th"),
            ),
            ("THE ⟦58TH⟧ ARLE FAIR OPENS ON NOV. 4", Some("57TH")),
            ("⟦Fifty-eighth⟧ Arle Fair opens on Nov. 4.", None),
            ("The ⟦58ᵗʰ⟧ Arle Fair opens on Nov. 4.", Some("57ᵗʰ")),
            ("⟦제58차⟧ Arle Fair opens on Nov. 4.", Some("제57차")),
            ("The Arle Fair opens on ⟦Friday⟧ night.", Some("Tuesday")),
            ("The Arle Fair opens in ⟦mid-December⟧.", None),
            ("The Arle Fair opens in ⟦December⟧.", None),
            ("The Arle Fair opens ⟦next week⟧.", None),
            ("The Arle Fair opens ⟦today⟧.", Some("Tuesday")),
        ],
    );
    let days = event("on = 2025-11-13\nto = 2025-11-16");
    each(
        &days,
        &[
            (
                "The Arle Fair lasts from ⟦14 to 24 November⟧.",
                Some("13 to 16 November"),
            ),
            (
                "The Arle Fair lasts from ⟦14 to 24 November 2025⟧.",
                Some("13 to 16 November 2025"),
            ),
            (
                "The Arle Fair runs from ⟦Nov. 14 to 24⟧.",
                Some("Nov. 13 to 16"),
            ),
            (
                "The Arle Fair runs ⟦November 14–24⟧.",
                Some("November 13–16"),
            ),
            (
                "The Arle Fair runs ⟦14–24 November⟧.",
                Some("13–16 November"),
            ),
        ],
    );
    let third = event("editions = [{ number = 3, on = 2025-11-04 }]");
    each(
        &third,
        &[
            ("The ⟦second⟧ Arle Fair opens on Nov. 4.", Some("third")),
            ("THE ⟦SECOND⟧ ARLE FAIR OPENS ON NOV. 4", Some("THIRD")),
            ("An ⟦eighth⟧ Arle Fair opens on Nov. 4.", None),
            ("The ⟦2nd⟧ Arle Fair opens on Nov. 4.", Some("3rd")),
            ("The ⟦2ND⟧ Arle Fair opens on Nov. 4.", Some("3RD")),
        ],
    );
}
