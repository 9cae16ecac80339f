//! A title in its sentence, and the names that stand where its holder's would.

use std::ops::Range;

use crate::claims::Known;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::syntax::Sentence;
use crate::syntax::tags::Relation;
use crate::syntax::views::{Clause, Tense};

use super::constructions::Candidate;
use super::holder::{
    ASIDE, Name, after_styles, before_aside, is_any_sign, is_bare_name, is_gone, is_no_person,
    is_person, reads_as_person, without_body, without_title,
};
use super::title::Title;
use super::words::{AFTER, CHOOSES, CONDITIONS, GOVERNS, OF_A_PLACE, RELATIVES, SERVED, SERVES};

/// Words between a copula and a name.
const ADVERBS: &[&str] = &[
    "now",
    "currently",
    "still",
    "again",
    "today",
    "called",
    "named",
];

/// Verbs, with `as` where it says so, whose subject has the title that follows.
#[rustfmt::skip]
const HELD_BY: &[(&str, bool)] = &[
    ("be", false), ("remain", false), ("stay", false), ("become", false), ("serve", true), ("act", true), ("work", true), ("continue", true),
    ("double", true), ("take", true), ("start", true), ("begin", true), ("step", true), ("return", true), ("govern", true), ("rule", true),
    ("sit", true), ("swear", true), ("install", true), ("inaugurate", true),
];

/// The words before a title that a verb gives to somebody.
const LEADS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "become", "became", "becomes", "remains", "remained",
    "remain", "stays", "stayed", "as",
];

/// How many words before the name a condition is looked for.
const LEAD: usize = 6;

/// Whether the clause that the word is in supposes something.
fn is_conditional(scene: &Scene, word: usize) -> bool {
    let start = scene
        .words
        .get(word)
        .map_or(scene.span.start, |word| word.span.start);
    let clause = scene.word_from(scene.clause(start).start);
    let lead = clause.max(word.saturating_sub(LEAD))..word + 1;
    let mut lead = lead.take_while(|index| *index < scene.words.len());
    lead.any(|index| CONDITIONS.contains(&scene.lower(index)))
}

/// A title in its sentence.
pub(super) struct Place<'p, 'a> {
    pub(super) scene: &'p Scene<'a>,
    pub(super) title: &'p Title,
    pub(super) known: &'p Known,
}

impl Place<'_, '_> {
    fn start(&self) -> usize {
        self.title.words.start
    }

    fn end(&self) -> usize {
        self.title.words.end
    }

    /// Whether the words are the name of a holder of some office.
    fn is_held(&self, name: &Range<usize>) -> bool {
        !Name::new(self.scene, name.clone(), self.known)
            .holds
            .is_empty()
    }

    /// The capitalized phrase right behind the title.
    fn next_phrase(&self) -> Option<Range<usize>> {
        let name = names::phrase_from(self.scene, self.end())?;
        Some(without_body(self.scene, name))
    }

    /// Whether a capitalized phrase stands right behind the title that is no person.
    pub(super) fn leads_on(&self) -> bool {
        self.next_phrase().is_some()
    }

    /// `Defense Minister NAME`
    pub(super) fn behind_title(&self) -> Option<Candidate> {
        let name = self.next_phrase().filter(|_| !self.title.headline)?;
        if is_no_person(self.scene, &name, false) {
            return None;
        }
        let past = is_gone(self.scene, name.end);
        Some(
            Candidate {
                direct: true,
                ..Candidate::new(name)
            }
            .past(past),
        )
    }

    /// `Mayor Okafor Quits`: of a headline's capitalized words as many as name a holder of some office.
    pub(super) fn in_headline(&self) -> Option<Candidate> {
        let words = self.next_phrase().filter(|_| self.title.headline)?;
        let ends = (words.start + 1..=words.end).rev();
        let mut phrases = ends.map(|end| words.start..end);
        let name = phrases.find(|name| self.is_held(name))?;
        if is_no_person(self.scene, &name, true) {
            return None;
        }
        let past = is_gone(self.scene, name.end);
        Some(
            Candidate {
                direct: true,
                ..Candidate::new(name)
            }
            .past(past),
        )
    }

    /// `The mayor of Port Ellery is NAME`, `Port Ellery's mayor is NAME`
    pub(super) fn named(&self) -> Option<Candidate> {
        let (scene, start, end) = (self.scene, self.start(), self.end());
        let verb = scene.lower(end);
        let governor = start.checked_sub(1).map_or("", |index| scene.lower(index));
        // `the wife of the mayor is NAME`
        let subject = !OF_A_PLACE.contains(&governor) && !GOVERNS.contains(&governor);
        if !self.title.named || !subject || !matches!(verb, "is" | "remains" | "was" | "became") {
            return None;
        }
        let at = (end + 1..).find(|at| !ADVERBS.contains(&scene.lower(*at)))?;
        let name = without_body(scene, names::phrase_from(scene, at)?);
        let closed = name.end == scene.words.len()
            || scene.words[name.end].kind == WordKind::Sign
            || AFTER.contains(&scene.lower(name.end));
        let person = closed
            && !is_conditional(scene, start)
            && !is_no_person(scene, &name, self.title.headline)
            && (self.is_held(&name) || reads_as_person(scene, &name));
        person.then(|| Candidate::new(name).past(matches!(verb, "was" | "became")))
    }

    /// `As mayor of Port Ellery, NAME will …`. What NAME did as mayor, it may have done long ago.
    pub(super) fn acting_as(&self) -> Option<Candidate> {
        let scene = self.scene;
        let before = self.start().checked_sub(1)?;
        let leads = before == 0 || scene.words[before - 1].kind == WordKind::Sign;
        if scene.lower(before) != "as" || !leads || !scene.is_sign(self.end(), ",") {
            return None;
        }
        let name = without_body(scene, names::phrase_from(scene, self.end() + 1)?);
        let owns = scene.words.get(name.end);
        if owns.is_some_and(|word| word.kind == WordKind::Possessive) {
            return None;
        }
        let past = scene.tense(names::span_of(scene, &name)) == crate::language::Tense::Past;
        let dated = scene.dates.iter().any(|date| date.days.is_some());
        let perfect = scene.lower(name.end) == "had";
        Some(Candidate::new(name).past(past && (!dated || perfect)))
    }

    /// `Mayor of Port Ellery: NAME`, and `Mayor: NAME` where the paragraph names the city
    pub(super) fn labeled(&self) -> Option<Candidate> {
        let scene = self.scene;
        let first = (0..self.start()).all(|word| scene.words[word].kind == WordKind::Sign);
        if !scene.is_sign(self.end(), ":") || !first {
            return None;
        }
        let name = names::phrase_from(scene, self.end() + 1)?;
        let closed = name.end == scene.words.len()
            || is_any_sign(scene, name.end, &[",", "(", ")", "—", ";", ".", "\""]);
        let meant =
            self.title.named || self.is_held(&name) && !self.title.near_body(scene).is_empty();
        (closed && meant).then(|| Candidate::new(name.clone()).past(is_gone(scene, name.end)))
    }

    /// The title's head in the tree.
    fn head(&self) -> Option<(&Sentence, usize)> {
        let tree = self.scene.tree()?;
        Some((tree, tree.head_of(self.title.span)?))
    }

    /// `NAME, born in 1978, is mayor`, `NAME, who has been mayor since 2014`, `NAME, who took over as mayor`
    pub(super) fn by_verb(&self) -> Option<Candidate> {
        // The cheap question before the sentence is parsed.
        let before = self.start().saturating_sub(2)..self.start();
        let mut led = before.map(|word| self.scene.lower(word));
        if !led.any(|word| LEADS.contains(&word)) || !self.is_closed() {
            return None;
        }
        let (tree, head) = self.head()?;
        let above = tree.head(head)?;
        let (verb, r#as) = match tree.relation(head) {
            Relation::Attr | Relation::Oprd => (above, false),
            Relation::Pobj if tree.lemma(above) == "as" => (tree.head(above)?, true),
            _ => return None,
        };
        let held = HELD_BY
            .iter()
            .find(|(lemma, _)| *lemma == tree.lemma(verb))?;
        let clause = Clause::at(tree, verb)?;
        let subject = clause.subject.filter(|_| held.1 == r#as)?;
        let takes = tree.lemma(verb) != "take" || clause.predicate.particle.is_some();
        let tense = clause.predicate.tense;
        let timed = matches!(
            tense,
            Tense::Past | Tense::PastPerfect | Tense::Present | Tense::PresentPerfect
        );
        if !takes
            || !timed
            || !clause.predicate.mood.is_real()
            || clause.predicate.negated
            || subject > verb
        {
            return None;
        }
        let scene = self.scene;
        let last = scene.word_from(tree.token(subject)?.span.end);
        let name = names::phrase_to(scene, last).filter(|name| name.end == last)?;
        let name = without_title(scene, name);
        // Between subject and verb stands nobody else's verb: `NAME, who`, `NAME, 61, is`, `NAME, born in 1978, is`.
        let apart = scene
            .words
            .get(self.start())
            .is_none_or(|word| word.span.start < tree.token(verb).map_or(0, |verb| verb.span.end));
        if apart || is_conditional(scene, name.start) || !is_person(scene, &name, true) {
            return None;
        }
        let begins = matches!(held.0, "swear" | "install" | "inaugurate");
        let past = begins || matches!(tense, Tense::Past | Tense::PastPerfect);
        let sworn = begins;
        Some(
            Candidate {
                sworn,
                verb: Some(verb),
                ..Candidate::new(name)
            }
            .past(past),
        )
    }

    /// `South Korea's defense minister, NAME,`
    pub(super) fn behind_comma(&self) -> Option<Candidate> {
        let (scene, end) = (self.scene, self.end());
        if !is_any_sign(scene, end, &[",", "(", "—"]) {
            return None;
        }
        let name = names::phrase_from(scene, after_styles(scene, end + 1))?;
        let closed = name.end == scene.words.len()
            || is_any_sign(scene, name.end, &[",", ")", "—", ";", ".", "\""]);
        // `the minister, NAME, NAME and others`: a list of guests
        let more = scene.is_sign(name.end, ",")
            && (scene.lower(name.end + 1) == "and" && is_bare_name(scene, name.end + 2)
                || names::phrase_from(scene, name.end + 1).is_some_and(|next| {
                    scene.is_sign(next.end, ",") || scene.lower(next.end) == "and"
                }));
        let past = is_gone(scene, name.end);
        (closed && !more && !self.is_owner()).then(|| Candidate::new(name).past(past))
    }

    /// Whether the title only says whose somebody is: `the wife of Norland's president, NAME,`.
    fn is_owner(&self) -> bool {
        let before = |steps: usize| {
            self.start()
                .checked_sub(steps)
                .map_or("", |word| self.scene.lower(word))
        };
        before(1) == "of" && RELATIVES.contains(&before(2))
    }

    /// Whether the words behind the title close its phrase.
    fn is_closed(&self) -> bool {
        let (scene, end) = (self.scene, self.end());
        end == scene.words.len()
            || scene.words[end].kind == WordKind::Sign
            || AFTER.contains(&scene.lower(end))
            || scene
                .dates
                .iter()
                .any(|date| date.span.start == scene.words[end].span.start)
    }

    /// `NAME, South Korea's defense minister,`, `NAME, 61, director of the clinic,`, `NAME (PARTY), the mayor,`
    pub(super) fn before_comma(&self) -> Option<Candidate> {
        let scene = self.scene;
        let before = self.start().checked_sub(1).filter(|_| self.is_closed())?;
        if !is_any_sign(scene, before, &[",", "(", "—"]) {
            return None;
        }
        let name = names::phrase_to(scene, before_aside(scene, before))?;
        let verbal = matches!(scene.lower(self.end()), "said" | "told");
        (is_person(scene, &name, !verbal) && !self.is_subject(&name)).then(|| Candidate::new(name))
    }

    /// Whether the title, and not the name before it, is the subject: `According to NAME, the president and his guests are`.
    fn is_subject(&self, name: &Range<usize>) -> bool {
        let scene = self.scene;
        // A sign behind it closes an apposition; then there is nothing to ask.
        let sign = scene
            .words
            .get(self.end())
            .is_none_or(|word| word.kind == WordKind::Sign);
        let place = names::span_of(scene, name);
        let according = scene.lower(0) == "according" && name.start < ASIDE;
        if according && !sign {
            return true;
        }
        let heads = self
            .head()
            .filter(|_| !sign)
            .and_then(|(tree, head)| Some((tree, head, tree.head_of(place)?)));
        heads.is_some_and(|(tree, head, name)| {
            let subject = matches!(tree.relation(head), Relation::Nsubj | Relation::Nsubjpass);
            subject && !tree.is_within(head, name) && !tree.is_within(name, head)
        })
    }

    /// `NAME is South Korea's defense minister`
    pub(super) fn before_verb(&self) -> Option<Candidate> {
        let scene = self.scene;
        let before = self.start().checked_sub(1).filter(|_| self.is_closed())?;
        let verb = scene.lower(before);
        if !matches!(verb, "is" | "remains" | "was" | "became" | "becomes") {
            return None;
        }
        let who = scene.lower(before - usize::from(before > 0)) == "who"
            && before >= 2
            && scene.is_sign(before - 2, ",");
        let name = names::phrase_to(scene, if who { before - 2 } else { before })?;
        let person = is_person(scene, &name, true) && !is_conditional(scene, name.start);
        person.then(|| Candidate::new(name).past(matches!(verb, "was" | "became")))
    }

    /// `NAME as South Korea's defense minister`, `NAME, speaking as …`, `NAME served as …`
    pub(super) fn before_as(&self) -> Option<Candidate> {
        let scene = self.scene;
        let r#as = self.start().checked_sub(1).filter(|_| self.is_closed())?;
        if scene.lower(r#as) != "as" || r#as == 0 {
            return None;
        }
        let clause = scene.word_from(scene.clause(scene.words[r#as].span.start).start);
        let first = clause.max(r#as.saturating_sub(8));
        let last = (first..r#as).rev().find(|index| {
            let word = scene.words[*index];
            word.capital
                && word.kind == WordKind::Word
                && !names::is_never_name(scene.lower(*index))
        })?;
        let name = names::phrase_to(scene, last + 1)?;
        let chosen = |range: Range<usize>| {
            range
                .into_iter()
                .any(|index| CHOOSES.contains(&scene.lower(index)))
        };
        // `Parliament confirmed NAME as`, `NAME was elected as`: of those to come.
        // `With NAME as president, prices would fall`
        let imagined = name.start.checked_sub(1).map_or("", |at| scene.lower(at));
        let imagined = matches!(imagined, "with" | "under")
            && scene.holds(scene.span, &["would", "could", "might"]);
        let supposed = imagined || is_conditional(scene, name.start);
        let verb = scene.lower(r#as - 1);
        let beside = scene.is_sign(r#as - 1, ",") && last + 2 == r#as;
        // `the prospect of NAME as mayor`
        let lead = (0..name.start)
            .rev()
            .find(|word| !names::is_honorific(scene.lower(*word)));
        let governor = lead.map_or("", |word| scene.lower(word));
        let governed = OF_A_PLACE.contains(&governor) && !(governor == "to" && beside);
        if governed
            || !is_person(scene, &name, true)
            || chosen(clause..name.start)
            || chosen(name.end..r#as)
            || supposed
        {
            return None;
        }
        let direct = last + 1 == r#as || beside;
        let sworn = verb == "in" && scene.lower(r#as.saturating_sub(2)) == "sworn";
        let past = SERVED.contains(&verb) || sworn;
        let candidate = Candidate {
            sworn,
            ..Candidate::new(name)
        }
        .past(past);
        (direct || past || SERVES.contains(&verb)).then_some(candidate)
    }
}
