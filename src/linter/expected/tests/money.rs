use super::rows;

#[test]
fn sums_of_money() {
    rows(
        "EUR",
        "35_000_000",
        &[
            ("Norland got ⟦€53m⟧.", Some("€35m")),
            ("Norland got ⟦€53mn⟧.", Some("€35mn")),
            ("Norland got ⟦€53M⟧.", Some("€35M")),
            ("Norland got ⟦€53mln⟧.", Some("€35mln")),
            ("Norland got ⟦€53 million⟧.", Some("€35 million")),
            ("Norland got ⟦€53 Million⟧.", Some("€35 Million")),
            ("NORLAND GOT ⟦€53 MILLION⟧", Some("€35 MILLION")),
            ("Norland got ⟦€53-million⟧.", Some("€35-million")),
            ("Norland got a ⟦€53-million⟧ loan.", Some("€35-million")),
            (
                "Norland got a ⟦53-million-euro⟧ loan.",
                Some("35-million-euro"),
            ),
            ("Norland got ⟦53 million euros⟧.", Some("35 million euros")),
            ("Norland got ⟦53 mln euros⟧.", Some("35 mln euros")),
            ("Norland got ⟦53m euros⟧.", Some("35m euros")),
            ("Norland got ⟦EUR 53m⟧.", Some("EUR 35m")),
            ("Norland got ⟦EUR53m⟧.", Some("EUR35m")),
            ("Norland got ⟦53,000,000 euros⟧.", Some("35,000,000 euros")),
            (
                "Norland got ⟦€53\u{a0}000\u{a0}000⟧.",
                Some("€35\u{a0}000\u{a0}000"),
            ),
            ("Norland got ⟦€53\u{a0}million⟧.", Some("€35\u{a0}million")),
            (
                "Norland got ⟦53 million\neuros⟧.",
                Some("35 million\neuros"),
            ),
            ("Norland got ⟦€0.5bn⟧.", Some("€35m")),
            ("Norland got ⟦€0.5 billion⟧.", Some("€35 million")),
            (
                "Norland got ⟦50 to 60 million euros⟧.",
                Some("35 million euros"),
            ),
            ("Norland got ⟦€50-60 million⟧.", Some("€35 million")),
            ("Norland got an ⟦€80m⟧ loan.", None),
            ("Norland got a ⟦€40m⟧ loan.", Some("€35m")),
        ],
    );
    rows(
        "USD",
        "35_000_000_000",
        &[
            ("Norland got ⟦$53bn⟧.", Some("$35bn")),
            ("Norland got ⟦$53B⟧.", Some("$35B")),
            ("Norland got ⟦US$53bn⟧.", Some("US$35bn")),
            ("Norland got ⟦53bn dollars⟧.", Some("35bn dollars")),
            ("Norland got ⟦$53 bn⟧.", Some("$35 bn")),
            ("Norland got ⟦USD 53 billion⟧.", Some("USD 35 billion")),
        ],
    );
    rows(
        "INR",
        "350_000_000",
        &[
            ("Norland got ⟦Rs 53 crore⟧.", Some("Rs 35 crore")),
            ("Norland got ⟦₹53 crore⟧.", Some("₹35 crore")),
            ("Norland got ⟦53 crore rupees⟧.", Some("35 crore rupees")),
            ("Norland got ⟦Rs 53,00,00,000⟧.", Some("Rs 35,00,00,000")),
        ],
    );
    rows(
        "USD",
        "12.5",
        &[
            ("Norland got ⟦$15.20⟧.", Some("$12.50")),
            ("Norland got ⟦$15⟧.", Some("$12.50")),
            (
                "Norland got ⟦15 dollars and 20 cents⟧.",
                Some("12 dollars and 50 cents"),
            ),
            ("Norland got ⟦fifteen dollars⟧.", None),
            (
                "Norland got ⟦15 dollars, 20 cents⟧.",
                Some("12 dollars, 50 cents"),
            ),
        ],
    );
    rows(
        "KRW",
        "15_000_000",
        &[
            ("Norland got ⟦1천 4백만 원⟧.", Some("1천 5백만 원")),
            ("Norland got ⟦1천4백만원⟧.", Some("1천5백만원")),
            ("Norland got ⟦1400만 원⟧.", Some("1500만 원")),
            ("Norland got ⟦₩14,000,000⟧.", Some("₩15,000,000")),
            ("Norland got ⟦14 million won⟧.", Some("15 million won")),
        ],
    );
    rows(
        "GBP",
        "2_350_000_000",
        &[
            ("Norland got ⟦£1.9bn⟧.", Some("£2.35bn")),
            ("Norland got ⟦£950m⟧.", Some("£2.35bn")),
            ("Norland got ⟦£1.9 billion⟧.", Some("£2.35 billion")),
        ],
    );
}
