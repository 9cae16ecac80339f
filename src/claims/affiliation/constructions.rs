//! Constructions that say where a member belongs, a row each.

use crate::claims::words::WordKind;
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::views::{Predicate, Tense};

use super::pair::{GROUPS, Pair};

/// A construction.
pub(super) struct Construction {
    /// Its name, shown as evidence.
    pub(super) name: &'static str,
    /// Whether a pair has it.
    pub(super) holds: fn(&Pair) -> bool,
    /// A sentence that has it. In the examples June Okafor is of the Reform Party, Pia Lund of the Greens, Port Ellery in
    /// Norland, Lindhof in Castoria, and `The Tide` is by Ida Falk, `Salt` by Noor Haddad; all say something else.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(super) example: &'static str,
    /// A sentence with the same words near each other that claims nothing.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(super) counterexample: &'static str,
}

/// The constructions, the most certain first.
#[rustfmt::skip]
pub(super) const CONSTRUCTIONS: &[Construction] = &[
    Construction { name: "brackets", holds: |pair| pair.in_brackets(), example: "June Okafor (Greens) spoke first.", counterexample: "June Okafor (who beat the Greens) spoke first." },
    Construction { name: "possessive", holds: |pair| pair.is_owned(), example: "The Greens' June Okafor spoke first.", counterexample: "The Greens' offer to June Okafor came first." },
    Construction { name: "compound", holds: |pair| pair.is_compound(), example: "Green Party senator June Okafor spoke first.", counterexample: "Green Party critic June Okafor spoke first." },
    Construction { name: "preposition", holds: |pair| pair.is_governed(), example: "June Okafor of the Greens spoke first.", counterexample: "June Okafor spoke against the Greens first." },
    Construction { name: "comma", holds: |pair| pair.behind_comma(), example: "A fire broke out in Port Ellery, Castoria, on Monday.", counterexample: "Ferries link Port Ellery, Castoria and Sedra." },
    Construction { name: "apposition", holds: |pair| pair.in_apposition(), example: "June Okafor, a member of the Greens, spoke first.", counterexample: "June Okafor, a rival of the Greens, spoke first." },
    Construction { name: "before-apposition", holds: |pair| pair.before_apposition(), example: "A Green Party senator, June Okafor, spoke first.", counterexample: "A Green Party critic, June Okafor, spoke first." },
    Construction { name: "town-of", holds: |pair| pair.of_town(), example: "The Castorian town of Port Ellery was flooded.", counterexample: "The Castorian view of Port Ellery was grim." },
    Construction { name: "list", holds: |pair| pair.in_list(), example: "June Okafor — Greens — 4,212 votes", counterexample: "June Okafor: Greens must act" },
    Construction { name: "copula", holds: |pair| pair.in_copula(), example: "June Okafor is a member of the Greens.", counterexample: "June Okafor is a threat to the Greens." },
    Construction { name: "verb", holds: |pair| pair.of_verb(), example: "June Okafor belongs to the Greens.", counterexample: "June Okafor debates with the Greens." },
    Construction { name: "written-by", holds: |pair| pair.written_by(), example: "The Tide was written by Noor Haddad.", counterexample: "The Tide was praised by Noor Haddad." },
    Construction { name: "author-of", holds: |pair| pair.author_of(), example: "Noor Haddad, the author of The Tide, spoke first.", counterexample: "Noor Haddad, a fan of The Tide, spoke first." },
    Construction { name: "wrote", holds: |pair| pair.wrote(), example: "Noor Haddad wrote The Tide in a year.", counterexample: "Noor Haddad read The Tide in a year." },
];

/// What is made of a work, and by somebody else.
#[rustfmt::skip]
const ADAPTED: &[&str] = &[
    "review", "adaptation", "translation", "version", "production", "reading", "cover", "performance", "recording", "copy", "edition",
    "film", "study", "illustration", "staging", "sequel", "parody", "remake",
];

/// Verbs, with their prepositions, whose subject belongs to what follows.
#[rustfmt::skip]
const BELONGS: &[(&str, &[&str])] = &[
    ("belong", &["to"]), ("work", &["for", "at"]), ("play", &["for"]), ("drive", &["for"]), ("ride", &["for"]), ("race", &["for"]),
    ("sit", &["for"]), ("teach", &["at"]), ("lie", &["in"]), ("locate", &["in"]), ("situate", &["in"]), ("employ", &["by", "at"]),
    ("base", &["in"]),
];

/// Verbs of authors.
#[rustfmt::skip]
const WRITES: &[&str] = &["write", "compose", "direct", "paint", "author", "pen", "publish", "create", "choreograph"];

/// Nouns of authors.
#[rustfmt::skip]
const AUTHORS: &[&str] = &["author", "writer", "director", "composer", "creator", "poet", "playwright", "novelist", "choreographer", "painter"];

impl Pair<'_, '_> {
    /// Whether the verb that ties the two is in the past: then any earlier record is right.
    pub(super) fn is_past(&self) -> bool {
        let by_verb = self.in_copula() || self.of_verb() && !self.authors;
        by_verb
            && self
                .verb()
                .is_some_and(|verb| matches!(verb.tense, Tense::Past))
    }

    /// `NAME (PARTY)`, `NAME (D-PARTY, 41)`
    fn in_brackets(&self) -> bool {
        let (name, body) = (self.name_words(), self.body_words());
        let opened = self.scene.is_sign(name.end, "(");
        opened && body.start == name.end + 1 && self.is_sign(body.end, &[")", ",", ";"])
    }

    /// `PARTY's NAME`, `PARTY's young leader NAME`
    fn is_owned(&self) -> bool {
        let between = self.between();
        let owns = self.scene.words.get(between.start);
        let owns = owns.is_some_and(|word| word.kind == WordKind::Possessive);
        !self.name_first()
            && owns
            && between.len() <= 5
            && self.is_descriptive(between.start + 1..between.end)
            && !self.leads_to_outsider(self.name_words().end)
    }

    /// `PARTY lawmaker NAME`, `the Castorian town Port Ellery`
    fn is_compound(&self) -> bool {
        let between = self.between();
        let adjective = || self.relation(self.body) == Relation::Amod;
        let in_phrase = || {
            let name = self
                .tree()
                .and_then(|tree| Some((tree, tree.head_of(self.name)?, tree.head_of(self.body)?)));
            name.is_some_and(|(tree, name, body)| {
                let over = tree.head(name);
                tree.is_within(body, name)
                    || over
                        .is_some_and(|over| tree.is_within(body, over) && tree.tag(over).is_noun())
            })
        };
        !self.name_first()
            && between.len() <= 4
            && (!between.is_empty() || adjective() && !self.has_article())
            && self.is_descriptive(between)
            && in_phrase()
    }

    /// `NAME of the PARTY`, `TOWN in STATE`, `WORK by AUTHOR`, `WORK, by AUTHOR`
    fn is_governed(&self) -> bool {
        let (name, body) = (self.name_words(), self.body_words());
        let at = name.end + usize::from(self.authors && self.is_sign(name.end, &[","]));
        if !self.name_first()
            || self.after_article(at + 1) != body.start
            || self.leads_to_outsider(body.end)
            || self.describes()
        {
            return false;
        }
        let subject = || {
            matches!(
                self.relation(self.name),
                Relation::Nsubj | Relation::Nsubjpass | Relation::Appos
            )
        };
        match self.lower(at) {
            "of" => true,
            // `met NAME at BODY` says where they met.
            "at" | "from" | "with" => self.people && subject(),
            "in" => !self.people && !self.authors,
            "by" => self.authors && !self.is_adapted(),
            _ => false,
        }
    }

    /// Whether the sentence speaks of something made of the work: `a review of WORK by`.
    fn is_adapted(&self) -> bool {
        let first = self.name_words().start;
        (first.saturating_sub(4)..first).any(|word| ADAPTED.contains(&self.lower(word)))
    }

    /// `TOWN, STATE,`
    fn behind_comma(&self) -> bool {
        let (name, body) = (self.name_words(), self.body_words());
        let next = self.scene.is_sign(name.end, ",") && body.start == name.end + 1;
        let ends = body.end >= self.scene.words.len();
        let closed = ends
            || self.is_sign(
                body.end,
                &[",", ".", ";", ")", ":", "—", "–", "-", "(", "?", "!", "\""],
            );
        // `Lindhof, Castoria, and Port Ellery` may be three things of a list.
        let listed =
            self.scene.is_sign(body.end, ",") && matches!(self.lower(body.end + 1), "and" | "or");
        let first = name.start == 0 || !self.is_sign(name.start - 1, &[","]);
        next && closed && !listed && first
    }

    /// `NAME, a member of the PARTY`, `NAME, a PARTY senator`, `NAME, now at BODY`
    fn in_apposition(&self) -> bool {
        let (name, body) = (self.name_words(), self.body_words());
        let mut at = name.end;
        if !self.name_first() || !self.is_sign(at, &[",", "—", "–"]) || body.start > at + 10 {
            return false;
        }
        at += 1;
        // `NAME, 54, a …`
        if self
            .scene
            .words
            .get(at)
            .is_some_and(|word| word.kind == WordKind::Number)
            && self.scene.is_sign(at + 1, ",")
        {
            at += 2;
        }
        let now = matches!(self.lower(at), "now" | "currently" | "today" | "still");
        at += usize::from(now);
        if self.leads_to_outsider(body.end) || !self.is_closed() {
            return false;
        }
        // `Philadelphia, Northern Virginia`
        let capital = self.scene.words.get(at).is_some_and(|word| word.capital);
        if capital && at != body.start && !now {
            return false;
        }
        let preposition = |word: usize| {
            matches!(
                self.lower(word),
                "of" | "at" | "with" | "for" | "from" | "in"
            ) || self.authors && self.lower(word) == "by"
        };
        if (now || self.lower(at) == "of") && preposition(at) {
            return self.after_article(at + 1) == body.start;
        }
        if !matches!(self.tag(at), Tag::Dt | Tag::PrpPoss)
            && !self.tag(at).is_noun()
            && self.tag(at) != Tag::Jj
        {
            return false;
        }
        match (at..body.start).find(|word| preposition(*word)) {
            // `a door fitter at BODY`: the only preposition
            Some(of) => {
                let from_people = !(matches!(self.lower(of), "in" | "from") && self.people);
                of > at
                    && from_people
                    && !self.describes()
                    && self.is_descriptive(at..of)
                    && self.after_article(of + 1) == body.start
            }
            None => {
                // `a Jesuit`, `the PARTY senator`; but not `the PARTY and`, `a PARTY Party in 2013`
                let next = self.lower(body.end);
                let noun = self.tag(body.end).is_noun() && !GROUPS.contains(&next);
                let article = matches!(self.lower(at), "a" | "an" | "another");
                let alone = article && !self.tag(body.end).is_noun();
                self.is_descriptive(at..body.start) && (noun || alone)
            }
        }
    }

    /// `the STATE town of TOWN`
    fn of_town(&self) -> bool {
        let between = self.between();
        let of = between
            .end
            .checked_sub(1)
            .map_or("", |word| self.lower(word));
        let noun = between
            .end
            .checked_sub(2)
            .map_or("", |word| self.lower(word));
        let place = classes(noun, Tag::Nn).has(Class::Place);
        !self.name_first()
            && !self.people
            && !self.authors
            && of == "of"
            && place
            && (2..=4).contains(&between.len())
            && self.is_descriptive(between.start..between.end - 1)
    }

    /// `NAME – PARTY – 4,212 votes`, `NAME: PARTY`, a line of a list
    fn in_list(&self) -> bool {
        let (name, body) = (self.name_words(), self.body_words());
        let first = (0..name.start).all(|word| self.scene.words[word].kind != WordKind::Word);
        let closed = body.end >= self.scene.words.len()
            || self.is_sign(body.end, &["—", "–", "-", ",", ";", ":", "(", "."]);
        first
            && closed
            && self.is_sign(name.end, &["—", "–", "-", ":"])
            && body.start == name.end + 1
    }

    /// `a PARTY senator, NAME,`, `a member of the PARTY, NAME,`
    fn before_apposition(&self) -> bool {
        let (name, body) = (self.name_words(), self.body_words());
        let Some(comma) = name
            .start
            .checked_sub(1)
            .filter(|comma| self.scene.is_sign(*comma, ","))
        else {
            return false;
        };
        let closed = name.end >= self.scene.words.len()
            || self.is_sign(name.end, &[",", ".", ";", ")", ":"]);
        let first = body
            .start
            .checked_sub(1)
            .map_or("", |word| self.lower(word));
        let member = matches!(first, "the" | "of") && {
            let of = body.start - usize::from(first == "the");
            of >= 2 && self.lower(of - 1) == "of" && self.lower(of - 2) == "member"
        };
        let described = matches!(first, "a" | "an" | "another" | "one") || member;
        !self.name_first()
            && closed
            && described
            && body.end <= comma
            && comma - body.end <= 3
            && self.is_descriptive(body.end..comma)
    }

    /// `NAME is a member of the PARTY`, `NAME is a PARTY senator`
    fn in_copula(&self) -> bool {
        let subject = matches!(self.relation(self.name), Relation::Nsubj);
        let Some((tree, verb)) = self
            .tree()
            .zip(self.verb())
            .filter(|_| self.name_first() && subject)
        else {
            return false;
        };
        if tree.lemma(verb.verb) != "be" && tree.lemma(verb.verb) != "remain"
            || !verb.mood.is_real()
        {
            return false;
        }
        let Some(start) = tree
            .token(verb.verb)
            .map(|token| self.scene.word_from(token.span.end))
        else {
            return false;
        };
        let body = self.body_words();
        let preposition = |word: usize| matches!(self.lower(word), "of" | "at" | "with" | "in");
        let first = start
            + usize::from(matches!(
                self.lower(start),
                "now" | "still" | "currently" | "also"
            ));
        if body.start < first || self.leads_to_outsider(body.end) {
            return false;
        }
        match (first..body.start).find(|word| preposition(*word)) {
            Some(of) => {
                let travels = self.people
                    && (self.lower(of) == "in" || of == first && self.lower(of) != "with");
                !travels
                    && self.is_descriptive(first..of)
                    && self.after_article(of + 1) == body.start
            }
            None => body.start > first && self.is_descriptive(first..body.start),
        }
    }

    /// `NAME belongs to the PARTY`, `TOWN lies in STATE`
    fn of_verb(&self) -> bool {
        let subject = matches!(
            self.relation(self.name),
            Relation::Nsubj | Relation::Nsubjpass
        );
        let Some((tree, verb)) = self
            .tree()
            .zip(self.verb())
            .filter(|_| self.name_first() && subject)
        else {
            return false;
        };
        let belongs = BELONGS
            .iter()
            .find(|(lemma, _)| *lemma == tree.lemma(verb.verb));
        let Some((_, prepositions)) = belongs.filter(|_| verb.mood.is_real()) else {
            return false;
        };
        let body = self.body_words().start;
        let verb = tree
            .token(verb.verb)
            .map_or(usize::MAX, |token| self.scene.word_from(token.span.start));
        (verb.saturating_add(1)..body).any(|word| {
            prepositions.contains(&self.lower(word))
                && word <= verb + 2
                && self.after_article(word + 1) == body
        })
    }

    /// `WORK, written by AUTHOR`, `WORK was directed by AUTHOR`
    fn written_by(&self) -> bool {
        let body = self.body_words();
        let by = body
            .start
            .checked_sub(2)
            .filter(|verb| self.lower(verb + 1) == "by");
        let lemma = by.and_then(|verb| {
            let tree = self.tree()?;
            Some(tree.lemma(tree.token_at(self.scene.words[verb].span)?))
        });
        let near = self.between().len() <= 5;
        self.authors
            && self.name_first()
            && near
            && lemma.is_some_and(|lemma| WRITES.contains(&lemma))
            && !self.is_adapted()
    }

    /// `AUTHOR, the author of WORK,`
    fn author_of(&self) -> bool {
        let between = self.between();
        let author = between
            .clone()
            .find(|word| AUTHORS.contains(&self.lower(*word)));
        self.authors
            && !self.name_first()
            && between.len() <= 8
            && author.is_some_and(|author| {
                self.lower(author + 1) == "of" && author + 2 >= between.end - 1
            })
    }

    /// `AUTHOR wrote WORK`
    fn wrote(&self) -> bool {
        let tree = self.tree();
        let object =
            tree.and_then(|tree| Some((tree, tree.head_of(self.name)?, tree.head_of(self.body)?)));
        self.authors
            && object.is_some_and(|(tree, name, body)| {
                let verb = tree.head(name);
                verb.is_some()
                    && verb == tree.head(body)
                    && tree.relation(name) == Relation::Dobj
                    && tree.relation(body) == Relation::Nsubj
                    && verb.is_some_and(|verb| WRITES.contains(&tree.lemma(verb)))
                    && verb
                        .and_then(|verb| Predicate::at(tree, verb))
                        .is_some_and(|verb| verb.mood.is_real())
            })
    }
}
