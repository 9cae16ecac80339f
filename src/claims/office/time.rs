//! The time that a title is of: dates and cues of its own clause.

use crate::claims::scene::{DateMention, Scene};
use crate::claims::{Time, time};
use crate::facts::Period;
use crate::language::dates::Preposition;
use crate::span::Span;
use crate::syntax::Sentence;
use crate::syntax::tags::Relation;
use crate::syntax::views::{Predicate, Tense};

use super::constructions::Candidate;
use super::holder::Name;
use super::title::Title;
use super::words::{ERA, RELICS};

/// The time that the claim is about; None where the title is denied.
pub(super) fn of(scene: &Scene, title: &Title, name: &Name, candidate: &Candidate) -> Option<Time> {
    let span = title.span.to(name.span);
    let verb = candidate.verb.or_else(|| verb_over(scene, name.span));
    let mut time = time::of(scene, span, &[]);
    let mut since = false;
    if let Some((tree, verb)) = scene.tree().zip(verb) {
        let clause = scene.clause(span.start);
        let own = scene.dates.iter().filter(|date| {
            match candidate.verb {
                // `who has been mayor since April`
                Some(verb) => is_beside(tree, verb, date),
                None => clause.contains(date.span) && is_own(tree, verb, span, date),
            }
        });
        // `before Christmas` is still to come; `since 2014` reaches to the day of the article.
        let ahead = |days: &Period| {
            let until = days.until.zip(scene.page.date());
            days.from.is_none() && until.is_some_and(|(until, date)| until >= date)
        };
        let (begun, own): (Vec<&DateMention>, Vec<_>) =
            own.partition(|date| date.expr.preposition == Some(Preposition::Since));
        since = !begun.is_empty();
        let own = own.into_iter().filter_map(|date| date.extent);
        time.own = own.filter(|days| !ahead(days)).collect();
        time.past = time::past_cues(scene, clause)
            .into_iter()
            .any(|cue| is_cue(scene, tree, (verb, title), cue));
        time.past |= time::is_described_as_past(scene, span);
        let perfect =
            Predicate::at(tree, verb).is_some_and(|verb| verb.tense == Tense::PastPerfect);
        time.past |= perfect && time.own.is_empty();
    }
    if time.own.is_empty() && candidate.verb.is_none() {
        // `In 2022, when President NAME spoke`: the time of the main clause.
        let clause = scene.word_from(scene.clause(span.start).start);
        let subordinate = matches!(scene.lower(clause), "when" | "where" | "which" | "who");
        let own = scene.dates.iter().filter_map(|date| date.extent);
        time.own = own.filter(|_| subordinate).collect();
    }
    let before = title.words.start.checked_sub(1);
    let governor = before.map_or("", |index| scene.lower(index));
    let relic = governor == "of" && {
        let noun = before.and_then(|index| index.checked_sub(1));
        noun.is_some_and(|noun| RELICS.contains(&scene.lower(noun)))
    };
    // `became mayor in April` is of April; without a date of its own it is of any time.
    let dated = candidate.verb.is_some() && !time.own.is_empty();
    // `has served as mayor` may be over; `has been mayor since 2014` is not.
    let over = candidate.verb.is_some_and(|verb| {
        let verb = scene.tree().and_then(|tree| Predicate::at(tree, verb));
        verb.is_some_and(|verb| verb.tense == Tense::PresentPerfect) && !since
    });
    // `the secretary of state under President NAME`
    // `the mayor who led the city after the flood`
    let under = matches!(scene.lower(title.words.end), "under" | "during" | "who");
    time.past |=
        candidate.past && !dated && !since || over || under || relic || ERA.contains(&governor);
    let denied = before.is_some_and(|index| {
        (index.saturating_sub(2)..=index).any(|at| matches!(scene.lower(at), "not" | "never"))
    });
    (!denied).then_some(time)
}

/// Whether a date is of a verb itself, and of no clause beside or inside it.
fn is_beside(tree: &Sentence, verb: usize, date: &DateMention) -> bool {
    let token = tree.head_of(date.span);
    let own = token.and_then(|token| Predicate::over(tree, token)) == Some(verb);
    let begun = date.expr.preposition == Some(Preposition::Since);
    // `became president in part because of what happened by 2008`
    let bounded = date
        .extent
        .is_some_and(|days| days.from.is_some() && days.until.is_some());
    let own = own && (bounded || begun);
    own && token.is_some_and(|token| token > verb)
}

/// Whether a date says when somebody has the title: not when the person was born, nor when something else happened of
/// which a clause inside tells (`“She will be fine by Thursday,” said`).
fn is_own(tree: &Sentence, verb: usize, claim: Span, date: &DateMention) -> bool {
    let Some(token) = tree.head_of(date.span) else {
        return true;
    };
    let over = |index: usize| Predicate::over(tree, index);
    let Some(own) = over(token) else {
        return true;
    };
    if own == verb || !tree.is_within(own, verb) {
        return tree.lemma(own) != "bear" || own == verb;
    }
    let holds_claim = tree
        .head_of(claim)
        .is_some_and(|head| tree.is_within(head, own));
    let told = is_told(tree, own, verb);
    let born = tree.lemma(own) == "bear";
    holds_claim || !told && !born
}

/// Whether a cue for the past is of the clause of the title: `then` right before it, `replaced` as its verb.
fn is_cue(scene: &Scene, tree: &Sentence, (verb, title): (usize, &Title), cue: Span) -> bool {
    if scene.slice(cue).eq_ignore_ascii_case("then") {
        // `then the union's general secretary`, `and then the mayor spoke`; not `said the mayor, and then left`
        let word = scene.word_from(cue.start);
        return word <= title.words.end;
    }
    let Some(token) = tree.head_of(cue) else {
        return true;
    };
    let own = match Predicate::at(tree, token).is_some() {
        true => Some(token),
        false => Predicate::over(tree, token),
    };
    // What is quoted or told inside of the clause says nothing of its speaker.
    let mut inside = own
        .filter(|own| *own != verb && tree.is_within(*own, verb))
        .into_iter();
    !inside.any(|own| is_told(tree, own, verb))
}

/// Whether a verb is of what another verb above it tells: `said every tower had been inspected and that nine were shut`.
fn is_told(tree: &Sentence, below: usize, verb: usize) -> bool {
    let way = std::iter::once(below).chain(tree.ancestors(below));
    let mut way = way.take_while(|index| *index != verb);
    way.any(|index| tree.relation(index) == Relation::Ccomp)
}

/// The verb of the clause that a span belongs to.
fn verb_over(scene: &Scene, span: Span) -> Option<usize> {
    let tree = scene.tree()?;
    Predicate::over(tree, tree.head_of(span)?)
}
