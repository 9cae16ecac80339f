//! Rules that overlap in every way, each with copy that meets all of them.

/// Rules that might make a careless engine take long: their name, a pack with `n` of their kind, and copy with `n`.
pub type Rules = (&'static str, fn(usize) -> String, fn(usize) -> String);

fn many(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

/// A word that tells a number, of letters alone.
fn word(mut number: usize) -> String {
    let mut word = String::from("b");
    loop {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return word;
        }
    }
}

fn capital(number: usize) -> String {
    let word = word(number);
    word[..1].to_uppercase() + &word[1..]
}

/// A statement with this pattern.
fn says(number: usize, pattern: &str) -> String {
    format!("[[statement]]\nid = \"s{number}\"\nsays = [\"{pattern}\"]\nyear = 2030\n")
}

/// The rules.
pub const RULES: &[Rules] = &[
    (
        "facts of one unit",
        |n| {
            many(n, |k| {
                format!(
                    "[[figure]]\nid = \"f{k}\"\nunit = [\"workers\"]\nsubject = [\"{} Works\"]\nvalue = {}\n",
                    capital(k),
                    1_000 + k
                )
            })
        },
        |n| many(n, |k| format!("{} Works has 900 workers. ", capital(k))),
    ),
    (
        "facts of one unit and one subject",
        |n| {
            many(n, |k| {
                format!(
                    "[[figure]]\nid = \"f{k}\"\nunit = [\"workers\"]\nsubject = [\"plant\"]\ncontext = [\"{}\"]\nvalue = {}\n",
                    capital(k),
                    1_000 + k
                )
            })
        },
        |n| {
            many(n, |k| {
                format!("The plant in {} has 900 workers. ", capital(k))
            })
        },
    ),
    (
        "facts of one measured unit",
        |n| {
            many(n, |k| {
                format!(
                    "[[figure]]\nid = \"f{k}\"\nunit = \"km\"\nsubject = [\"{} bridge\", \"bridge\"]\nvalue = {}\n",
                    capital(k),
                    1_000 + k
                )
            })
        },
        |n| many(n, |k| format!("The {} bridge is 900 km long. ", capital(k))),
    ),
    (
        "facts of one title",
        |n| {
            many(n, |k| {
                format!(
                    "[[office]]\nid = \"o{k}\"\ntitles = [\"Mayor\"]\nof = [\"{0} City\"]\nholders = [{{ name = \"Anna {0}\" }}]\n",
                    capital(k)
                )
            })
        },
        |n| {
            many(n, |k| {
                format!("{} City Mayor Anna {} spoke. ", capital(k), capital(k + 1))
            })
        },
    ),
    (
        "facts of one title and one body",
        |n| {
            many(n, |k| {
                format!(
                    "[[office]]\nid = \"o{k}\"\ntitles = [\"Mayor\"]\nof = [\"Ellery City\"]\nholders = [{{ name = \"Anna {}\" }}]\n",
                    capital(k)
                )
            })
        },
        |n| {
            many(n, |k| {
                format!("Ellery City Mayor Anna {} spoke. ", capital(k))
            })
        },
    ),
    (
        "one holder of all offices",
        |n| {
            many(n, |k| {
                format!(
                    "[[office]]\nid = \"o{k}\"\ntitles = [\"Mayor\"]\nof = [\"{} City\"]\nholders = [{{ name = \"Anna Lind\" }}]\n",
                    capital(k)
                )
            })
        },
        |n| {
            many(n, |k| {
                format!("{} City Mayor Anna Lind spoke. ", capital(k))
            })
        },
    ),
    (
        "holders of one office",
        |n| {
            let holders = many(n, |k| {
                let (month, year) = (k % 12 + 1, 1 + k / 12);
                format!(
                    "{{ name = \"Anna {}\", from = \"{year:04}-{month:02}\" }},",
                    capital(k)
                )
            });
            format!(
                "[[office]]\nid = \"o\"\ntitles = [\"Mayor\"]\nof = [\"Ellery City\"]\nholders = [{holders}]\n"
            )
        },
        |n| {
            many(n, |k| {
                format!("Ellery City Mayor Anna {} spoke. ", capital(k))
            })
        },
    ),
    (
        "names of one first name",
        |n| {
            many(n, |k| {
                format!("[[entity]]\nname = \"Anna {}\"\n", capital(k))
            })
        },
        |n| many(n, |k| format!("Anna {}x spoke. ", capital(k))),
    ),
    (
        "names of one surname",
        |n| {
            many(n, |k| {
                format!("[[entity]]\nname = \"{} Lindholm\"\n", capital(k))
            })
        },
        |n| many(n, |k| format!("{}x Lindholm spoke. ", capital(k))),
    ),
    (
        "names that begin alike",
        |n| {
            let letters = |k: usize| char::from(b'a' + (k % 26) as u8);
            many(n, |k| {
                format!(
                    "[[entity]]\nid = \"e{k}\"\nname = \"Anna Lindholm{}{}{}\"\n",
                    letters(k),
                    letters(k / 26),
                    letters(k / 676)
                )
            })
        },
        |n| many(n, |_| "Anna Lindholmzzz spoke. ".into()),
    ),
    (
        "names in names",
        |n| {
            many(n.min(200), |k| {
                format!(
                    "[[entity]]\nid = \"e{k}\"\nname = \"{}\"\n",
                    "Oak ".repeat(k + 1).trim_end()
                )
            })
        },
        |n| "Oak ".repeat(n),
    ),
    (
        "wrong names of one fact",
        |n| {
            let reject = many(n, |k| format!("\"Anna {}\",", capital(k)));
            format!("[[entity]]\nname = \"Anna Lindholm\"\nreject = [{reject}]\n")
        },
        |n| many(n, |k| format!("Anna {} spoke. ", capital(k))),
    ),
    (
        "names of one entity",
        |n| {
            let accept = many(n, |k| format!("\"Anna {}\",", capital(k)));
            format!("[[entity]]\nname = \"Anna Lindholm\"\naccept = [{accept}]\n")
        },
        |n| many(n, |k| format!("Anna {}x spoke. ", capital(k))),
    ),
    (
        "one name in all facts",
        |n| {
            let unless = many(n, |k| {
                format!(
                    "[[entity]]\nname = \"Berta {}\"\nunless = [\"@anna-lindholm\"]\n",
                    capital(k)
                )
            });
            format!("[[entity]]\nname = \"Anna Lindholm\"\n{unless}")
        },
        |n| many(n, |k| format!("Anna Lindholm met Berta {}. ", capital(k))),
    ),
    (
        "all names in all facts",
        |n| {
            let n = (n as f64).sqrt() as usize;
            let accept = many(n, |k| format!("\"Anna {}\",", capital(k)));
            let facts = many(n, |k| {
                format!(
                    "[[office]]\nid = \"o{k}\"\ntitles = [\"Mayor\"]\nof = [\"@anna\"]\nholders = [{{ name = \"Berta {}\" }}]\n",
                    capital(k)
                )
            });
            format!(
                "[[entity]]\nid = \"anna\"\nname = \"Anna Lindholm\"\naccept = [{accept}]\n{facts}"
            )
        },
        |n| {
            many(n, |k| {
                format!("Anna {} Mayor Berta {} spoke. ", capital(k), capital(k + 1))
            })
        },
    ),
    (
        "events of one name",
        |n| {
            many(n, |k| {
                format!(
                    "[[event]]\nid = \"e{k}\"\nnames = [\"Harbor Fair\"]\non = {:04}-03-04\nat = [\"{}\"]\n",
                    1 + k % 9_000,
                    capital(k)
                )
            })
        },
        |n| {
            many(n, |k| {
                format!("The Harbor Fair opens in {} on March 5, 2025. ", capital(k))
            })
        },
    ),
    (
        "editions of one event",
        |n| {
            let editions = many(n, |k| {
                format!(
                    "{{ number = {}, on = {:04}-03-04, at = [\"{}\"] }},",
                    k + 1,
                    1 + k % 9_000,
                    capital(k)
                )
            });
            format!("[[event]]\nid = \"e\"\nnames = [\"Harbor Fair\"]\neditions = [{editions}]\n")
        },
        |n| {
            many(n, |k| {
                format!("The {k}th Harbor Fair opens in Ellery on March 5, 2025. ")
            })
        },
    ),
    (
        "statements of the same words",
        |n| many(n, |k| says(k, "the budget of {year}")),
        |n| "the budget of 2031 ".repeat(n),
    ),
    (
        "statements of prefixes",
        |n| {
            many(n.min(400), |k| {
                says(k, &format!("{}budget of {{year}}", "the ".repeat(k + 1)))
            })
        },
        |n| "the ".repeat(n) + "budget of 2031",
    ),
    (
        "a statement of many patterns",
        |n| {
            let patterns = many(n, |k| format!("\"the {} budget of {{year}}\",", word(k)));
            format!("[[statement]]\nid = \"s\"\nsays = [{patterns}]\nyear = 2030\n")
        },
        |n| many(n, |k| format!("the {} budget of 2031. ", word(k))),
    ),
    (
        "a statement of many alternatives",
        |n| {
            let words: Vec<String> = (0..n).map(word).collect();
            says(0, &format!("the ({}) budget of {{year}}", words.join("|")))
        },
        |n| many(n, |k| format!("the {} budget of 2031. ", word(k))),
    ),
    (
        "alternatives upon alternatives",
        |n| {
            says(
                0,
                &format!(
                    "{} budget of {{year}}",
                    "(a|the|a the|the a) ".repeat(n.min(200))
                ),
            )
        },
        |n| "a the ".repeat(n),
    ),
    (
        "alternatives in alternatives",
        |n| {
            let nest = |word: String, k: usize| {
                format!("({word}|{word} a|{})", "a ".repeat(k + 1).trim_end())
            };
            let all = (0..n.min(8)).fold("a".to_string(), nest);
            says(0, &format!("{all} budget of {{year}}"))
        },
        |n| "a ".repeat(n),
    ),
    (
        "optional words",
        |n| {
            says(
                0,
                &format!("{}the budget of {{year}}", "[the] ".repeat(n.min(400))),
            )
        },
        |n| "the ".repeat(n),
    ),
    (
        "optional words in optional words",
        |n| {
            let all =
                (0..n.min(15)).fold("the".to_string(), |inner, _| format!("[the {inner}] [the]"));
            says(0, &format!("{all} budget of {{year}}"))
        },
        |n| "the ".repeat(n),
    ),
    (
        "gaps",
        |n| {
            says(
                0,
                &format!("{}budget of {{year}}", "the … ".repeat(n.min(400))),
            )
        },
        |n| "the ".repeat(n),
    ),
    (
        "gaps upon gaps",
        |n| {
            says(
                0,
                &format!("the {}budget of {{year}}", "… ".repeat(n.min(400))),
            )
        },
        |n| "the budget ".repeat(n),
    ),
    (
        "slots",
        |n| {
            let slots = many(n.min(100), |k| format!("{{s{k}}} "));
            let values = many(n.min(100), |k| format!("s{k} = \"Anna Lindholm\"\n"));
            format!("[[statement]]\nid = \"s\"\nsays = [\"{slots}met\"]\n{values}")
        },
        |n| "Anna Berta Clara Dora Lindholm ".repeat(n),
    ),
    (
        "values of one slot",
        |n| {
            let values: Vec<String> = (0..n).map(|k| format!("\"Anna {}\"", capital(k))).collect();
            format!(
                "[[statement]]\nid = \"s\"\nsays = [\"{{name}} met Dora\"]\nname = [{}]\n",
                values.join(",")
            )
        },
        |n| many(n, |k| format!("Berta {} met Dora. ", capital(k))),
    ),
    (
        "records of one statement",
        |n| {
            let records = many(n, |k| {
                format!("{{ name = \"Anna {}\", party = \"Greens\" }},", capital(k))
            });
            format!(
                "[[statement]]\nid = \"s\"\nsays = [\"{{name}} of the {{party}}\"]\nkey = \"name\"\nrecords = [{records}]\n"
            )
        },
        |n| many(n, |k| format!("Anna {} of the Reds spoke. ", capital(k))),
    ),
];
