use super::check;

#[test]
#[rustfmt::skip]
fn whole_numbers() {
    check(&[
        ("Washington keeps 28,500 troops there.", "28,500 = 28500"),
        ("There are 28 500 soldiers.", "28 500 = 28500"),
        ("A total of 1 414 021 100 people.", "1 414 021 100 = 1414021100"),
        ("India has 1,23,45,678 of them.", "1,23,45,678 = 12345678"),
        ("The plant employs 450 workers.", "450 = 450"),
        ("It lost 28,500-odd and won 20.", "28,500 = 28500 (-odd: About) | 20 = 20"),
        ("The numbers were 22, 24 and 1,026.", "22 = 22 | 24 = 24 | 1,026 = 1026"),
        ("Zero is 0.", "Zero = 0 | 0 = 0"),
        ("a fall of -3.2 and of minus 5", "-3.2 = -3.2 ~0.1 | minus 5 = -5"),
    ]);
}

#[test]
#[rustfmt::skip]
fn scaled_and_decimal_numbers() {
    check(&[
        ("The 28.5K troops", "28.5K = 28500 ~100"),
        ("28.5 thousand people", "28.5 thousand = 28500 ~100"),
        ("1.2 million votes", "1.2 million = 1200000 ~100000"),
        ("81 million votes", "81 million = 81000000 ~1000000"),
        ("13 lakh homes, 6 crore voters", "13 lakh = 1300000 ~100000 | 6 crore = 60000000 ~10000000"),
        ("5.6m people and 3bn trees", "5.6m = 5600000 ~100000 | 3bn = 3000000000 ~1000000000"),
        ("a magnitude of 7.2", "7.2 = 7.2 ~0.1"),
        ("a length of 9.250 km", "9.250 km = 9.25 km ~0.001"),
        // as many write thousands with a dot
        ("There are 28.500 of them.", ""),
        ("3 hundred and 21 men", "3 hundred and 21 = 321"),
    ]);
}

#[test]
#[rustfmt::skip]
fn words() {
    check(&[
        ("Twenty-eight thousand five hundred serve there.", "Twenty-eight thousand five hundred = 28500"),
        ("one hundred and five ships", "one hundred and five = 105"),
        ("two hundred and two thousand men", "two hundred and two thousand = 202000"),
        ("twelve hundred jobs", "twelve hundred = 1200"),
        ("one million two hundred thousand", "one million two hundred thousand = 1200000"),
        ("five million people", "five million = 5000000 ~1000000"),
        ("a million people", "a million = 1000000 ~1000000"),
        ("half a million people", "half a million = 500000 ~100000"),
        ("a quarter of a million", "a quarter of a million = 250000 ~10000"),
        ("one and a half million", "one and a half million = 1500000 ~100000"),
        ("3 million and a half", "3 million and a half = 3500000 ~100000"),
        ("a dozen ships, two dozen boats", "a dozen = 12 | two dozen = 24"),
        ("two and a half years", "two and a half years = 2.5 years"),
        ("five point two five", "five point two five = 5.25 ~0.01"),
        ("the one that left, one of them, no one", ""),
        ("two hundred first responders", "two hundred = 200 | first = #1"),
        ("in nineteen ninety-five things", ""),
        ("hundreds of thousands, several hundred, a few dozen", ""),
    ]);
}

#[test]
#[rustfmt::skip]
fn fractions_and_odds() {
    check(&[
        ("10 1/2 miles of road", "10 1/2 miles = 10.5 mi"),
        ("½ teaspoon", "½ teaspoon = 0.5 tsp"),
        ("2½ hours", "2½ hours = 2.5 hours"),
        ("three quarters of voters", "three quarters = 0.75"),
        ("one in five adults", "one in five = 0.2"),
        ("nine out of 10 doctors", "nine out of 10 = 0.9"),
        ("half of them, the second half", "half = 0.5 | second = #2"),
        ("a fifth of the vote, a fifth term", "a fifth = 0.2 | fifth = #5"),
        ("after 9/11, 24/7", ""),
    ]);
}

#[test]
#[rustfmt::skip]
fn ordinals() {
    check(&[
        ("the 57th meeting", "57th = #57"),
        ("its fifty-seventh iteration", "fifty-seventh = #57"),
        ("the two hundred and first day", "two hundred and first = #201"),
        ("the 1,000th game, the 22nd, the 3rd", "1,000th = #1000 | 22nd = #22 | 3rd = #3"),
        ("the one hundred twenty-fifth", "one hundred twenty-fifth = #125"),
        ("the hundredth time, the twelfth", "hundredth = #100 | twelfth = #12"),
        ("the third-largest bank", "third = #3"),
        ("제57차 회의", "제57차 = #57"),
        ("the thirtieth and 21st", "thirtieth = #30 | 21st = #21"),
    ]);
}

#[test]
#[rustfmt::skip]
fn percentages() {
    check(&[
        ("8.2%, 8.2 percent and 8.2 per cent", "8.2% = 8.2 % ~0.1 | 8.2 percent = 8.2 % ~0.1 | 8.2 per cent = 8.2 % ~0.1"),
        ("twenty percent", "twenty percent = 20 %"),
        ("0.3 percentage points, 25 basis points, 25 bps", "0.3 percentage points = 0.3 pp ~0.1 | 25 basis points = 25 bp | 25 bps = 25 bp"),
        ("by half a percentage point", "half a percentage point = 0.5 pp"),
        ("by a quarter of a percentage point", "a quarter of a percentage point = 0.25 pp"),
        ("by a quarter percentage point in the quarter", "a quarter percentage point = 0.25 pp"),
        ("three-quarters of a percentage point", "three-quarters of a percentage point = 0.75 pp"),
        ("a 40-percent stake", "40-percent = 40 % -adj"),
        ("a 2.5-percentage-point cut", "2.5-percentage-point = 2.5 pp ~0.1 -adj"),
        ("it scored 27 points", "27 = 27"),
        ("8.2퍼센트", "8.2퍼센트 = 8.2 % ~0.1"),
    ]);
}

#[test]
#[rustfmt::skip]
fn money() {
    check(&[
        ("66.3 trillion won", "66.3 trillion won = 66300000000000 KRW ~100000000000"),
        ("₩66.3tn", "₩66.3tn = 66300000000000 KRW ~100000000000"),
        ("$46bn, US$3.5m, £980m, €1.2 billion", "$46bn = 46000000000 USD ~1000000000 | US$3.5m = 3500000 USD ~100000 | £980m = 980000000 GBP ~1000000 | €1.2 billion = 1200000000 EUR ~100000000"),
        ("A$5, C$5, HK$5, NT$5, R$5, S$5, NZ$5", "A$5 = 5 AUD | C$5 = 5 CAD | HK$5 = 5 HKD | NT$5 = 5 TWD | R$5 = 5 BRL | S$5 = 5 SGD | NZ$5 = 5 NZD"),
        ("USD 22.5 million, 115USD, 60 EUR", "USD 22.5 million = 22500000 USD ~100000 | 115USD = 115 USD | 60 EUR = 60 EUR"),
        ("125 million Australian dollars", "125 million Australian dollars = 125000000 AUD ~1000000"),
        ("12,34,567.89 rupees, Rs 1,200 crore", "12,34,567.89 rupees = 1234567.89 INR ~0.01 | Rs 1,200 crore = 12000000000 INR ~10000000"),
        ("361 million pounds, 2 pounds of rice, 5 pounds sterling", "361 million pounds = 361000000 GBP ~1000000 | 2 pounds = 2 lb | 5 pounds sterling = 5 GBP"),
        ("3 dollars 50 cents, 470 pence, 50 cents", "3 dollars 50 cents = 3.5 USD | 470 pence = 470 pence | 50 cents = 50 cents"),
        ("ALL 5 tests, all 70 of us, Bob 3 times", "5 = 5 | 70 = 70"),
        ("a $1.2-billion deal, a $50-a-day fee", "$1.2-billion = 1200000000 USD ~100000000 | $50 = 50 USD"),
        ("3억5000만 달러, 66조3000억원", "3억5000만 달러 = 350000000 USD ~10000 | 66조3000억원 = 66300000000000 KRW ~100000000"),
        ("10.5 billion yuan, 5 Swiss francs, 7 kronor", "10.5 billion yuan = 10500000000 CNY ~100000000 | 5 Swiss francs = 5 CHF | 7 kronor = 7 SEK"),
        ("80 USD million", "80 USD million = 80000000 USD ~1000000"),
    ]);
}

#[test]
#[rustfmt::skip]
fn quantities() {
    check(&[
        ("250 km, 65 kms, 65 kilometres, 40 miles", "250 km = 250 km | 65 kms = 65 km | 65 kilometres = 65 km | 40 miles = 40 mi"),
        ("100 sq km, 5 square miles, 10 km², 3 hectares", "100 sq km = 100 km² | 5 square miles = 5 mi² | 10 km² = 10 km² | 3 hectares = 3 ha"),
        ("100 km/h, 30 mph, 10 kilometers per hour", "100 km/h = 100 km/h | 30 mph = 30 mph | 10 kilometers per hour = 10 km/h"),
        ("25°C, 25 degrees Celsius, -5°C, 104F", "25°C = 25 °C | 25 degrees Celsius = 25 °C | -5°C = -5 °C | 104F = 104 °F"),
        ("34,500 metric tons, 5 tonnes, 5 tons, 3kg", "34,500 metric tons = 34500 t | 5 tonnes = 5 t | 5 tons = 5 tons | 3kg = 3 kg"),
        ("500,000 barrels a day, 75ml, 0.9 trillion cubic feet", "500,000 barrels = 500000 barrels | 75ml = 75 ml | 0.9 trillion cubic feet = 900000000000 ft³ ~100000000000"),
        ("a 155-mile-long border, a 155-mm shell", "155-mile = 155 mi -adj | 155-mm = 155 mm -adj"),
        ("5 feet and 2 inches", "5 feet and 2 inches = 5.166666666667 ft"),
        ("300 MW, 20 GWh, 100 MB", "300 MW = 300 MW | 20 GWh = 20 GWh | 100 MB = 100 MB"),
        ("24703m2 but not 24703m212", "24703m2 = 24703 m²"),
        ("12 in six boxes", "12 = 12 | six = 6"),
    ]);
}

#[test]
#[rustfmt::skip]
fn times_and_ages() {
    check(&[
        ("It took three days and 90 minutes.", "three days = 3 days | 90 minutes = 90 minutes"),
        ("a three-day visit, a 70-year-old man", "three-day = 3 days -adj | 70 = 70 years -adj"),
        ("aged 61, a man of 61", "61 = 61 years | 61 = 61"),
        ("He is 61 years old.", "61 years = 61 years"),
        ("half an hour, half a century", "half an hour = 0.5 hours | half a century = 0.5 centuries"),
        ("two centuries, five decades", "two centuries = 2 centuries | five decades = 5 decades"),
    ]);
}

#[test]
#[rustfmt::skip]
fn hedges() {
    check(&[
        ("over 28,500 troops", "28,500 = 28500 (over: Over)"),
        ("More than 28,000 troops", "28,000 = 28000 (More than: Over)"),
        ("in excess of $5 million", "$5 million = 5000000 USD ~1000000 (in excess of: Over)"),
        ("at least 5, no fewer than 5", "5 = 5 (at least: AtLeast) | 5 = 5 (no fewer than: AtLeast)"),
        ("fewer than 5, below 2%, just under 5", "5 = 5 (fewer than: Under) | 2% = 2 % (below: Under) | 5 = 5 (just under: Under)"),
        ("up to 5, as many as 5, at most 5, no more than 5", "5 = 5 (up to: UpTo) | 5 = 5 (as many as: UpTo) | 5 = 5 (at most: UpTo) | 5 = 5 (no more than: UpTo)"),
        ("Some 5, about 5, an estimated 5, roughly 5", "5 = 5 (Some: About) | 5 = 5 (about: About) | 5 = 5 (an estimated: About) | 5 = 5 (roughly: About)"),
        ("nearly 5, almost a dozen, close to 5", "5 = 5 (nearly: Nearly) | a dozen = 12 (almost: Nearly) | 5 = 5 (close to: Nearly)"),
        ("500 or more, 28,500-plus, 28,500 troops or so, 500+", "500 = 500 (or more: AtLeast) | 28,500 = 28500 (-plus: AtLeast) | 28,500 = 28500 (or so: About) | 500 = 500 (+: AtLeast)"),
        ("at least about 500", "500 = 500 (at least about: AtLeast)"),
        ("over the years, over 3 years, for over 3 years", "3 years = 3 years | 3 years = 3 years (over: Over)"),
        ("took over two companies, served under three kings", "two = 2 | three = 3"),
    ]);
}

#[test]
#[rustfmt::skip]
fn ranges() {
    check(&[
        ("28,000-29,000 troops", "28,000-29,000 = 28000..29000"),
        ("between 28,000 and 29,000 troops", "28,000 and 29,000 = 28000..29000"),
        ("between one hundred and two hundred", "one hundred and two hundred = 100..200"),
        ("between about 28,000 and 29,000 troops", "28,000 and 29,000 = 28000..29000 (about: About)"),
        ("between 28,000 and about 29,000 troops", "28,000 and about 29,000 = 28000..29000"),
        ("5 to 10 million U.S. users", "5 to 10 million = 5000000..10000000 ~1000000"),
        ("28,000 to 29,000 U.S. troops", "28,000 to 29,000 = 28000..29000"),
        ("from 5 to 7 percent", "5 to 7 percent = 5..7 %"),
        ("5-7 percent, 5%-7%", "5-7 percent = 5..7 % | 5%-7% = 5..7 %"),
        ("$3-4 billion, $3 billion-$4 billion", "$3-4 billion = 3000000000..4000000000 USD ~1000000000 | $3 billion-$4 billion = 3000000000..4000000000 USD ~1000000000"),
        ("10 to 15 people, five to seven years", "10 to 15 = 10..15 | five to seven years = 5..7 years"),
        ("rose from 2 to 2.75 percent", "2 = 2 % | 2.75 percent = 2.75 % ~0.01"),
        ("from 5 percent to 7 percent", "5 percent = 5 % | 7 percent = 7 %"),
        ("35-40 degrees Celsius", "35-40 degrees Celsius = 35..40 °C"),
    ]);
}

#[test]
#[rustfmt::skip]
fn compounds_and_korean() {
    check(&[
        ("a 28,500-strong force", "28,500 = 28500 -adj"),
        ("a 4,500-page report", "4,500 = 4500 -adj"),
        ("주한미군 2만8500명", "2만8500 = 28500"),
        ("28,500명, 57회", "28,500 = 28500 | 57 = 57"),
        ("약 3만 명", "3만 = 30000 ~10000"),
        ("1천 5백만 원, 3억 5천만 원", "1천 5백만 원 = 15000000 KRW ~1000000 | 3억 5천만 원 = 350000000 KRW ~10000000"),
        ("5백만 원, 2만8천5백 명, 1억2345만6789원", "5백만 원 = 5000000 KRW ~1000000 | 2만8천5백 = 28500 ~100 | 1억2345만6789원 = 123456789 KRW"),
    ]);
}

#[test]
#[rustfmt::skip]
fn compound_measures() {
    check(&[
        ("a 5'10\" man, 5′ 10″, 6'4", "5'10\" = 5.833333333333 ft | 5′ 10″ = 5.833333333333 ft | 6'4 = 6.333333333333 ft"),
        ("5 feet, 10 inches; 5ft 10in; 5 ft. 10 in.", "5 feet, 10 inches = 5.833333333333 ft | 5ft 10in = 5.833333333333 ft | 5 ft. 10 in = 5.833333333333 ft"),
        ("a 6-foot-4 guard, a 6-foot-4-inch guard, he is 6 foot 4.", "6-foot-4 = 6.333333333333 ft -adj | 6-foot-4-inch = 6.333333333333 ft -adj | 6 foot 4 = 6.333333333333 ft"),
        ("2 hours, 15 minutes and 4 seconds", "2 hours, 15 minutes and 4 seconds = 2.251111111111 hours"),
        ("2h15m, 2h 15m, 2h15, 2 h 15 min, 2 hrs 15 mins, 2 hr. 15 min.", "2h15m = 2.25 hours | 2h 15m = 2.25 hours | 2h15 = 2.25 hours | 2 h 15 min = 2.25 hours | 2 hrs 15 mins = 2.25 hours | 2 hr. 15 min = 2.25 hours"),
        ("3m20s, 3m 20.5s, 2 minutes 3.5 seconds", "3m20s = 3.333333333333 minutes | 3m 20.5s = 3.341666666667 minutes | 2 minutes 3.5 seconds = 2.058333333333 minutes"),
        ("7lb 15oz, 7 pounds, 15 ounces, 12 stone 4 pounds, 12 stone 4.", "7lb 15oz = 7.9375 lb | 7 pounds, 15 ounces = 7.9375 lb | 12 stone 4 pounds = 12.285714285714 st | 12 stone 4 = 12.285714285714 st"),
        ("3 dollars 40 cents, 3 euros and 40 cents, $3 and 40 cents, 5 pounds 20 pence", "3 dollars 40 cents = 3.4 USD | 3 euros and 40 cents = 3.4 EUR | $3 and 40 cents = 3.4 USD | 5 pounds 20 pence = 5.2 GBP"),
        ("1 year and 3 months; 6 days 4 hours; two weeks and three days", "1 year and 3 months = 1.25 years | 6 days 4 hours = 6.166666666667 days | two weeks and three days = 2.428571428571 weeks"),
        ("3 km 200 m, 1 m 78 cm, 2 kg 300 g", "3 km 200 m = 3.2 km | 1 m 78 cm = 1.78 m | 2 kg 300 g = 2.3 kg"),
        ("an hour and 35 minutes, a year and three months, a foot and 2 inches", "an hour and 35 minutes = 1.583333333333 hours | a year and three months = 1.25 years | a foot and 2 inches = 1.166666666667 ft"),
        ("two hours and a half, an hour and a half, a two-hour, 15-minute delay", "two hours and a half = 2.5 hours ~0.5 | an hour and a half = 1.5 hours ~0.5 | two-hour, 15-minute = 2.25 hours -adj"),
        ("a five-foot-ten guard, five feet ten inches", "five-foot-ten = 5.833333333333 ft -adj | five feet ten inches = 5.833333333333 ft"),
        ("an hour later, a day and 15 people", "15 = 15"),
        // two measures, not one
        ("2 hours, 90 minutes", "2 hours = 2 hours | 90 minutes = 90 minutes"),
        ("5.5 hours, 10 minutes", "5.5 hours = 5.5 hours ~0.1 | 10 minutes = 10 minutes"),
        ("between 5 feet and 10 inches", "5 feet = 5 ft | 10 inches = 10 in"),
        ("between 900 m and 1.2 km", "900 m and 1.2 km = 0.9..1.2 km"),
        ("It cost $3, 40 cents more.", "$3 = 3 USD | 40 cents = 40 cents"),
        ("a 5-foot wall, 10 inches thick", "5-foot = 5 ft -adj | 10 inches = 10 in"),
        ("a row of 12 stone cottages", "12 = 12"),
        ("in 5 m and 20 houses", "5 m = 5 m | 20 = 20"),
    ]);
}

#[test]
#[rustfmt::skip]
fn data_sizes() {
    check(&[
        ("512 B, 4 kB, 5 KB, 2.5 GB, 8 GiB, 512 MiB, 3 TiB", "512 B = 512 bytes | 4 kB = 4 kB | 5 KB = 5 kB | 2.5 GB = 2.5 GB ~0.1 | 8 GiB = 8 GiB | 512 MiB = 512 MiB | 3 TiB = 3 TiB"),
        ("28.5B won, at 512 B Street", "28.5B won = 28500000000 KRW ~100000000"),
    ]);
}

#[test]
#[rustfmt::skip]
fn marks_behind_a_number() {
    check(&[
        ("14,200* soldiers, 14,200[1] soldiers, 14,200¹ soldiers", "14,200 = 14200 | 14,200 = 14200 | 14,200 = 14200"),
        ("10² metres", ""),
    ]);
}

#[test]
#[rustfmt::skip]
fn what_is_no_value() {
    for text in [
        "v2.1.3 and 192.168.1.2",
        "won 3-2, and 6-4, 7-5",
        "by a 12-8 vote",
        "from 5 to 7 p.m.",
        "at 06:58 AM, at 5 p.m., at 7 pm, at 0600 GMT",
        "Hwasong-20, F-35, COVID-19, the A380, MH370",
        "a Boeing 737, the Apollo 11 crew, Room 204, room 204",
        "No. 2, Camp 7, Article 9, page 12, highway 35",
        "at 1600 Camp Street",
        "https://example.org/28500/page and mail5@example.org, #100days",
        "call 555-1234, 02-748-1111, 1-800-555-1234 or +82-2-748-1111, (202) 555-0143",
        "1. It begins",
        "2) It goes on",
        "it ran 24/7 after 9/11",
        "as shown[1] and [2]",
        "the '90s, his 60s",
        "agent 007",
        "a 2:1 ratio",
        "2025년",
    ] {
        let shown = super::show(text);
        let dates_only = shown.split(" | ").all(|m| m.is_empty() || m.ends_with("= date"));
        assert!(dates_only, "{text}\n  got {shown}");
    }
}

#[test]
#[rustfmt::skip]
fn a_number_is_read_at_its_place_whatever_its_role() {
    use crate::language::at;
    let text = "won 3-2 at Room 204 on $5 million and 8.2 percent over 8 years, the 57th";
    let at_word = |word: &str| text.find(word).unwrap_or_default();
    let end = text.len();
    let number = |word| at::number(text, at_word(word), end).map(|(s, a)| (s.of(text), a.number.value.to_string()));
    assert_eq!(number("3-2"), Some(("3", "3".into())));
    assert_eq!(number("204"), Some(("204", "204".into())));
    assert_eq!(number("8 years"), Some(("8", "8".into())));
    assert_eq!(number("04 on"), None);
    let span = |found: Option<(crate::span::Span, crate::language::Amount)>| found.map(|(s, _)| s.of(text));
    assert_eq!(span(at::money(text, at_word("$5"), end)), Some("$5 million"));
    assert_eq!(span(at::percent(text, at_word("8.2"), end)), Some("8.2 percent"));
    assert_eq!(span(at::percent(text, at_word("$5"), end)), None);
    assert_eq!(span(at::duration(text, at_word("8 years"), end)), Some("8 years"));
    assert_eq!(at::ordinal(text, at_word("57th"), end).map(|(_, n)| n), Some(57));
}

#[test]
#[rustfmt::skip]
fn places_and_designations() {
    check(&[
        ("In Seoul 12 people died.", "12 = 12"),
        ("Near New Delhi 12 workers died.", "12 = 12"),
        ("The Boeing 737 flew, and Windows 11 users grew in Windows 11.", ""),
    ]);
}
