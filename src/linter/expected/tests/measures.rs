use super::rows;

#[test]
fn measures() {
    rows(
        "%",
        "53",
        &[
            ("Norland stands at ⟦35 percent⟧.", Some("53 percent")),
            ("Norland stands at ⟦35 per cent⟧.", Some("53 per cent")),
            ("Norland stands at ⟦35%⟧.", Some("53%")),
            ("Norland stands at ⟦35 %⟧.", Some("53 %")),
            ("Norland stands at ⟦35 pct⟧.", Some("53 pct")),
            ("Norland stands at ⟦35 pct.⟧ now.", Some("53 pct.")),
            ("Norland stands at ⟦35pc⟧.", Some("53pc")),
        ],
    );
    rows(
        "%",
        "2.5",
        &[
            ("Norland stands at ⟦2.75 percent⟧.", Some("2.5 percent")),
            ("Norland stands at ⟦2.75%⟧.", Some("2.5%")),
            ("Norland stands at ⟦3 percent⟧.", Some("2.5 percent")),
        ],
    );
    rows(
        "km",
        "27",
        &[
            ("Norland is ⟦72 km⟧ long.", Some("27 km")),
            ("Norland is ⟦72km⟧ long.", Some("27km")),
            ("Norland is ⟦72 kilometers⟧ long.", Some("27 kilometers")),
            ("Norland is ⟦27 miles⟧ long.", Some("27 km")),
            ("Norland has a ⟦27-mile⟧ coast.", Some("27-km")),
            ("Norland has a ⟦72-kilometer⟧ coast.", Some("27-kilometer")),
            ("Norland is ⟦40 miles⟧ long.", Some("17 miles")),
            ("Norland is ⟦two miles⟧ long.", Some("17 miles")),
            ("Norland is ⟦27 km 400 m⟧ long.", None),
            ("Norland is ⟦72 km, 300 m⟧ long.", None),
        ],
    );
    rows(
        "minutes",
        "135",
        &[
            (
                "Norland lasts ⟦2 hours, 25 minutes⟧.",
                Some("2 hours, 15 minutes"),
            ),
            (
                "Norland lasts ⟦2 hours and 25 minutes⟧.",
                Some("2 hours and 15 minutes"),
            ),
            ("Norland lasts ⟦2h25m⟧.", Some("2h15m")),
            ("Norland lasts ⟦2h 25m⟧.", Some("2h 15m")),
            ("Norland lasts ⟦2h25⟧.", Some("2h15")),
            ("Norland lasts ⟦2 hr 25 min⟧.", Some("2 hr 15 min")),
            (
                "Norland lasts ⟦1 hour 15 minutes⟧.",
                Some("2 hours 15 minutes"),
            ),
            (
                "Norland lasts ⟦three hours and ten minutes⟧.",
                Some("two hours and 15 minutes"),
            ),
            (
                "Norland lasts ⟦an hour and 35 minutes⟧.",
                Some("two hours and 15 minutes"),
            ),
            ("Norland lasts ⟦three hours and a half⟧.", None),
            (
                "Norland has a ⟦two-hour, 25-minute⟧ day.",
                Some("two-hour, 15-minute"),
            ),
            ("Norland lasts ⟦153 minutes⟧.", Some("135 minutes")),
            ("Norland lasts ⟦135 hours⟧.", Some("135 minutes")),
            ("Norland lasts ⟦135-hour⟧ days.", Some("135-minute")),
            ("Norland lasts ⟦2 hours 25 minutes 30 seconds⟧.", None),
        ],
    );
    rows(
        "cm",
        "178",
        &[
            (
                "Norland is ⟦5 feet, 11 inches⟧ tall.",
                Some("5 feet, 10 inches"),
            ),
            ("Norland is ⟦5 feet 11⟧ tall.", Some("5 feet 10")),
            ("Norland is ⟦5'11\"⟧ tall.", Some("5'10\"")),
            ("Norland is ⟦5ft 11in⟧ tall.", Some("5ft 10in")),
            ("Norland is ⟦6-foot-4⟧.", Some("5-foot-10")),
            ("Norland is ⟦1 m 87 cm⟧ tall.", Some("1 m 78 cm")),
            (
                "Norland is ⟦five feet eleven inches⟧ tall.",
                Some("five feet ten inches"),
            ),
        ],
    );
    rows(
        "lb",
        "112",
        &[
            ("Norland weighs ⟦7 stone 13 pounds⟧.", None),
            ("Norland weighs ⟦121 pounds⟧.", Some("112 pounds")),
            ("Norland weighs ⟦121lb⟧.", Some("112lb")),
            ("Norland weighs ⟦121lb 4oz⟧.", None),
        ],
    );
    rows(
        "years",
        "9",
        &[
            ("Norland is ⟦twenty-five⟧-year-old.", Some("nine")),
            ("Norland lasted ⟦25 years⟧.", Some("9 years")),
            ("Norland lasted ⟦25 years and 3 months⟧.", None),
        ],
    );
    rows(
        "GB",
        "64",
        &[
            ("Norland has ⟦46 GB⟧.", Some("64 GB")),
            ("Norland has ⟦46GB⟧.", Some("64GB")),
            ("Norland has ⟦64 GiB⟧.", Some("64 GB")),
            ("Norland has ⟦46 gigabytes⟧.", Some("64 gigabytes")),
        ],
    );
    rows(
        "year",
        "1982",
        &[
            ("Norland was founded in ⟦1928⟧.", Some("1982")),
            ("Norland was founded before ⟦1975⟧.", None),
            ("Norland was founded by ⟦1975⟧.", Some("1982")),
            ("Norland was founded after ⟦1990⟧.", None),
        ],
    );
}
