//! A member and what it may belong to, with the words and the tree around them.

use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::tags::{Relation, Tag};
use crate::syntax::views::Predicate;

/// A member and what it may belong to, in one sentence.
pub(super) struct Pair<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    /// The member.
    pub(super) name: Span,
    /// The party, club, state or author.
    pub(super) body: Span,
    /// The members of the table are people.
    pub(super) people: bool,
    /// What they belong to are people: authors of books.
    pub(super) authors: bool,
}

/// Nouns of people and things that do not belong to the body beside them: `a Green Party critic`.
#[rustfmt::skip]
const OUTSIDERS: &[&str] = &[
    "critic", "critics", "rival", "rivals", "opponent", "opponents", "enemy", "foe", "supporter", "supporters", "fan", "fans", "ally",
    "friend", "admirer", "target", "partner", "supplier", "sponsor", "customer", "client", "competitor", "defector", "convert",
    "alumnus", "alumna", "graduate", "refugee", "exile", "expert", "scholar", "historian", "biographer", "watcher", "correspondent",
    "envoy", "ambassador", "visitor", "tourist", "replacement", "successor", "predecessor", "hopeful", "applicant", "victim", "hater",
    "nemesis", "neighbor", "neighbour", "skeptic", "sceptic", "trainee", "investor", "donor", "lobbyist", "wife", "husband", "son",
    "daughter", "father", "mother", "brother", "sister", "widow", "fugitive", "reader", "translator", "reviewer", "threat", "challenger",
    "alternative", "answer", "contrast", "offer", "visit", "trip", "border", "owner", "buyer", "bidder", "suitor", "enthusiast",
];

/// Nouns behind a body that mean the body itself.
#[rustfmt::skip]
pub(super) const GROUPS: &[&str] = &[
    "party", "team", "camp", "caucus", "side", "club", "group", "family", "delegation", "bench", "benches", "ranks", "faction", "squad",
    "newspaper", "bloc", "wing", "staff", "crew", "board", "order", "university", "state", "county", "region", "province",
];

impl Pair<'_, '_> {
    pub(super) fn tree(&self) -> Option<&Sentence> {
        self.scene.tree()
    }

    pub(super) fn lower(&self, word: usize) -> &str {
        self.scene.lower(word)
    }

    pub(super) fn name_words(&self) -> std::ops::Range<usize> {
        self.with_quotes(self.name)
    }

    pub(super) fn body_words(&self) -> std::ops::Range<usize> {
        self.with_quotes(self.body)
    }

    /// The words of a span, with the quotation marks around it: `“Salt” by`.
    pub(super) fn with_quotes(&self, span: Span) -> std::ops::Range<usize> {
        let words = self.scene.word_range(span);
        let mark = |word: usize| self.is_sign(word, &["\"", "'"]);
        // American style has the comma inside: `“Salt,” by`.
        let comma = self.is_sign(words.end, &[","]) && mark(words.end + 1);
        let start = words.start - usize::from(words.start > 0 && mark(words.start - 1));
        let quoted = start < words.start;
        let end =
            words.end + usize::from(quoted && mark(words.end)) + 2 * usize::from(quoted && comma);
        start..end
    }

    /// The words between the two.
    pub(super) fn between(&self) -> std::ops::Range<usize> {
        let (name, body) = (self.name_words(), self.body_words());
        match self.name_first() {
            true => name.end..body.start.max(name.end),
            false => body.end..name.start.max(body.end),
        }
    }

    pub(super) fn name_first(&self) -> bool {
        self.name.start < self.body.start
    }

    /// Whether the body is part of a longer word: `Castoria-born`, `anti-Green`.
    pub(super) fn is_glued(&self) -> bool {
        let text = self.scene.text();
        let before = text.get(..self.body.start).unwrap_or_default();
        let after = text.get(self.body.end..).unwrap_or_default();
        let dash = |c: char| c == '-';
        let joined = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        before.ends_with(dash) || after.starts_with(dash) && joined(after.chars().nth(1))
    }

    /// Whether the name of a place or work is the end of a longer one: `New Philadelphia`.
    pub(super) fn is_longer(&self) -> bool {
        let first = self.scene.word_range(self.name).start;
        let before = first
            .checked_sub(1)
            .and_then(|word| self.scene.words.get(word));
        let capital =
            before.is_some_and(|word| word.kind == WordKind::Word && word.capital && first > 1);
        let capitals = !self.scene.slice(self.name).chars().any(char::is_lowercase);
        !self.people && capital && !capitals && !names::is_never_name(self.lower(first - 1))
    }

    /// The verb whose subject the member is.
    pub(super) fn verb(&self) -> Option<Predicate> {
        let tree = self.tree()?;
        let verb = tree.head(tree.head_of(self.name)?)?;
        Predicate::at(tree, verb)
    }

    pub(super) fn is_sign(&self, word: usize, signs: &[&str]) -> bool {
        signs.iter().any(|sign| self.scene.is_sign(word, sign))
    }

    pub(super) fn tag(&self, word: usize) -> Tag {
        let span = self.scene.words.get(word).map(|word| word.span);
        let token = || self.tree()?.token_at(span?);
        token().map_or(Tag::Xx, |token| {
            self.tree().map_or(Tag::Xx, |tree| tree.tag(token))
        })
    }

    pub(super) fn relation(&self, span: Span) -> Relation {
        let token = self
            .tree()
            .and_then(|tree| Some((tree, tree.head_of(span)?)));
        token.map_or(Relation::Root, |(tree, token)| tree.relation(token))
    }

    /// Whether the words are only adjectives and nouns, none of which names an outsider: `shop steward`, `the ruling`.
    pub(super) fn is_descriptive(&self, words: std::ops::Range<usize>) -> bool {
        words.into_iter().all(|word| {
            let lower = self.lower(word);
            let kind = self.scene.words[word].kind;
            let tag = self.tag(word);
            let described = tag.is_noun()
                || matches!(
                    tag,
                    Tag::Xx
                        | Tag::Jj
                        | Tag::Jjs
                        | Tag::Dt
                        | Tag::PrpPoss
                        | Tag::Vbn
                        | Tag::Vbg
                        | Tag::Rb
                        | Tag::Hyph
                );
            // `the polls showing PARTY`
            let verbal = tag == Tag::Vbg && word > 0 && self.tag(word - 1).is_noun();
            kind == WordKind::Word && described && !verbal && !OUTSIDERS.contains(&lower)
        })
    }

    /// Whether the word behind the body makes it another's: `Green Party critic`, `the Greens' rival`.
    pub(super) fn leads_to_outsider(&self, end: usize) -> bool {
        let owns = self
            .scene
            .words
            .get(end)
            .is_some_and(|word| word.kind == WordKind::Possessive);
        let noun = (end..end + 3).find(|word| !matches!(self.tag(*word), Tag::Jj));
        owns || noun.is_some_and(|noun| OUTSIDERS.contains(&self.lower(noun)))
    }

    /// Whether an article stands before the body: `the Republican NAME` compares somebody else with NAME.
    pub(super) fn has_article(&self) -> bool {
        let before = self
            .body_words()
            .start
            .checked_sub(1)
            .map_or("", |word| self.lower(word));
        matches!(before, "the" | "a" | "an" | "another")
    }

    /// Whether the body only describes a noun behind it: `a contender for the PARTY nomination`.
    pub(super) fn describes(&self) -> bool {
        let end = self.body_words().end;
        let noun = (end..end + 3).find(|word| self.tag(*word) != Tag::Jj);
        let noun =
            noun.filter(|noun| self.tag(*noun).is_noun() && !self.scene.words[*noun].capital);
        noun.is_some_and(|noun| !GROUPS.contains(&self.lower(noun)))
    }

    /// Whether nothing but nouns stand between the body and the sign, or the end, that closes its phrase.
    pub(super) fn is_closed(&self) -> bool {
        let mut end = self.body_words().end;
        while end < self.scene.words.len()
            && self.scene.words[end].kind == WordKind::Word
            && self.tag(end).is_noun()
        {
            end += 1;
        }
        let tag = self.tag(end);
        let sign = self
            .scene
            .words
            .get(end)
            .is_none_or(|word| word.kind == WordKind::Sign);
        sign || matches!(
            tag,
            Tag::In | Tag::To | Tag::Cc | Tag::Wdt | Tag::Wp | Tag::WpPoss | Tag::Cd | Tag::Rb
        )
    }

    /// Where the words after a preposition and its article begin: `the ruling PARTY`.
    pub(super) fn after_article(&self, word: usize) -> usize {
        let body = self.body_words().start;
        let determined = matches!(self.lower(word), "the" | "a" | "an" | "our" | "their");
        let first = word + usize::from(determined);
        let adjectives =
            (first..body).all(|word| matches!(self.tag(word), Tag::Jj | Tag::Vbg | Tag::Nn));
        if adjectives && body.saturating_sub(first) <= 2 {
            body
        } else {
            word
        }
    }
}
