//! Whether a sentence states something as a fact.
//!
//! Only predicates that are asserted, or reported by a source, make claims.

use super::cues::{
    has_condition, is_condition, is_denied_noun, is_future_auxiliary, is_imperative, is_negated,
    is_question,
};
use super::predicate::{auxiliaries, is_predicate, shared_with};
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::sentence::Sentence;
use crate::syntax::tags::{Relation, Tag};

/// How a predicate is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// As a fact: `The ferry sank.`
    Asserted,
    /// As a fact by somebody's account: `Police said the ferry sank.`
    Reported,
    /// As a fact to come: `The ferry will sink.`
    Future,
    /// As a plan, wish or forecast: `The yard plans to build a ferry.`
    Planned,
    /// As a duty or permission: `Ferries must carry rafts.`
    Required,
    /// Under a condition, or as possible: `If the ferry sinks, …`, `The ferry may sink.`
    Conditional,
    /// As false, or as not happening: `The ferry did not sink.`
    Denied,
    /// As a question: `Did the ferry sink?`
    Asked,
    /// As an error: `An earlier version misstated that the ferry sank.`
    Corrected,
}

impl Mood {
    /// A word for it: `asserted`.
    pub const fn name(self) -> &'static str {
        match self {
            Mood::Asserted => "asserted",
            Mood::Reported => "reported",
            Mood::Future => "future",
            Mood::Planned => "planned",
            Mood::Required => "required",
            Mood::Conditional => "conditional",
            Mood::Denied => "denied",
            Mood::Asked => "asked",
            Mood::Corrected => "corrected",
        }
    }

    /// Whether the predicate is stated as something that is or was.
    pub const fn is_real(self) -> bool {
        matches!(self, Mood::Asserted | Mood::Reported)
    }
}

/// A mood and by whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub mood: Mood,
    pub source: Option<usize>,
}

/// No clause is deeper in others that change its mood.
const DEEPEST: usize = 12;

/// The mood of a verb: its own, or a stronger one that the words above it give.
pub(super) fn read(sentence: &Sentence, verb: usize) -> Reading {
    let mut mood = own(sentence, verb);
    let mut source = None;
    let mut below = verb;
    for _ in 0..DEEPEST {
        let Some(above) = sentence.head(below) else {
            break;
        };
        let given = from_above(sentence, below, above);
        if let Some(given) = given {
            mood = mood.max(given);
            if matches!(given, Mood::Reported) {
                source = source.or(Some(above));
            }
        }
        // A relative or adverbial clause stands for itself, apart from questions and conditions.
        let scope_ends = matches!(
            sentence.relation(below),
            Relation::Relcl | Relation::Advcl | Relation::Parataxis
        );
        if scope_ends {
            break;
        }
        let completes = matches!(
            sentence.relation(below),
            Relation::Ccomp | Relation::Xcomp | Relation::Pcomp | Relation::Acl
        );
        if completes && is_predicate(sentence, above) && given != Some(Mood::Asserted) {
            let over = own(sentence, above);
            mood = if passes_down(over) && !is_factive(sentence, below, above) {
                mood.max(over)
            } else {
                mood
            };
        }
        below = above;
    }
    if source.is_none() {
        source = according_to(sentence, verb);
        if source.is_some() {
            mood = mood.max(Mood::Reported);
        }
    }
    if is_question(sentence, verb) {
        mood = mood.max(Mood::Asked);
    }
    Reading { mood, source }
}

/// `did not say why the bridge fell`: it fell, whatever was said.
fn is_factive(sentence: &Sentence, below: usize, above: usize) -> bool {
    let known = classes(sentence.lemma(above), sentence.tag(above));
    let says = known.has(Class::Say)
        || known.has(Class::Ask)
        || matches!(sentence.lemma(above), "know" | "learn" | "see");
    let question_word = sentence.children(below).any(|child| {
        matches!(
            sentence.tag(child),
            Tag::Wrb | Tag::Wp | Tag::Wdt | Tag::WpPoss
        ) && child < below
    });
    says && question_word && sentence.relation(below) == Relation::Ccomp
}

/// Whether a mood of a verb holds for the clauses that complete it as well: `did not want to sell`, `may have to sell`.
fn passes_down(mood: Mood) -> bool {
    matches!(
        mood,
        Mood::Denied | Mood::Conditional | Mood::Asked | Mood::Future | Mood::Required
    )
}

/// The mood of a verb by its auxiliaries and the words beside it.
fn own(sentence: &Sentence, verb: usize) -> Mood {
    let auxiliaries = auxiliaries(sentence, verb);
    let lemma = |index: usize| sentence.lemma(index);
    if classes(lemma(verb), sentence.tag(verb)).has(Class::Correct) {
        return Mood::Corrected;
    }
    let mut mood = Mood::Asserted;
    if is_negated(sentence, verb) {
        mood = mood.max(Mood::Denied);
    }
    if is_condition(sentence, verb) || has_condition(sentence, verb) {
        mood = mood.max(Mood::Conditional);
    }
    let modal = auxiliaries
        .iter()
        .find(|index| sentence.tag(**index) == Tag::Md);
    mood.max(match modal.map(|modal| lemma(*modal)) {
        Some("will" | "shall" | "'ll") => Mood::Future,
        Some("must" | "should" | "ought") => Mood::Required,
        // `said it would sink` is a future as seen then.
        Some("would" | "'d") if reported_future(sentence, verb) => Mood::Future,
        Some("can") => Mood::Asserted,
        // `could seat 800 people` was so.
        Some("could") if !auxiliaries.iter().any(|index| lemma(*index) == "have") => {
            Mood::Conditional
        }
        Some(_) => Mood::Conditional,
        None if is_imperative(sentence, verb) => Mood::Required,
        None => Mood::Asserted,
    })
}

fn reported_future(sentence: &Sentence, verb: usize) -> bool {
    let governor = sentence
        .head(verb)
        .filter(|_| sentence.relation(verb) == Relation::Ccomp);
    governor.is_some_and(|governor| {
        let known = classes(sentence.lemma(governor), sentence.tag(governor));
        known.has(Class::Say) || known.has(Class::Plan) || known.has(Class::Claim)
    })
}

/// The mood that a word gives what depends on it.
fn from_above(sentence: &Sentence, below: usize, above: usize) -> Option<Mood> {
    let relation = sentence.relation(below);
    let known = classes(sentence.lemma(above), sentence.tag(above));
    let completes = matches!(relation, Relation::Ccomp | Relation::Xcomp | Relation::Acl | Relation::Pcomp)
        // `wondered if it sank`
        || relation == Relation::Advcl && known.has(Class::Ask) && is_condition(sentence, below);
    let shared = relation == Relation::Conj && shared_with(sentence, below) == Some(above);
    if shared {
        return conjunct_mood(sentence, below, above);
    }
    let preposition_object = relation == Relation::Pobj || relation == Relation::Prep;
    if !completes && !preposition_object {
        return None;
    }
    let has = |class| known.has(class);
    let to = sentence
        .children(below)
        .any(|child| sentence.tag(child) == Tag::To);
    if is_future_auxiliary(sentence, above) && relation == Relation::Xcomp && to {
        return Some(Mood::Future);
    }
    if has(Class::Correct) {
        return Some(Mood::Corrected);
    }
    if preposition_object {
        return None;
    }
    if has(Class::Deny) || has(Class::Fail) && relation != Relation::Ccomp {
        // `did not deny that it sank`, `did not fail to sink`
        let twice = is_predicate(sentence, above) && is_negated(sentence, above);
        return Some(if twice { Mood::Asserted } else { Mood::Denied });
    }
    if relation == Relation::Acl && is_denied_noun(sentence, above) {
        return Some(Mood::Denied);
    }
    if has(Class::Ask) || whether(sentence, below) {
        return Some(Mood::Asked);
    }
    // `allowed to sail`, `required to report`
    if has(Class::Require) && !matches!(relation, Relation::Pcomp) {
        return Some(Mood::Required);
    }
    let noun = sentence.tag(above).is_noun();
    let plan = has(Class::Plan) && (relation != Relation::Ccomp || !has(Class::Say));
    if plan && (to || !noun) && !is_gerund_fact(sentence, below) {
        return Some(Mood::Planned);
    }
    let adjective = matches!(
        sentence.lemma(above),
        "due" | "set" | "likely" | "unlikely" | "ready" | "able" | "poised"
    );
    if adjective && to {
        return Some(match sentence.lemma(above) {
            "able" => Mood::Reported,
            _ => Mood::Planned,
        });
    }
    // The purpose of something: `was built to carry`
    if (has(Class::Say) || has(Class::Claim))
        && matches!(relation, Relation::Ccomp | Relation::Acl | Relation::Xcomp)
    {
        return Some(Mood::Reported);
    }
    None
}

/// `considered selling` is planned, `after considering, it sold` is not.
fn is_gerund_fact(sentence: &Sentence, below: usize) -> bool {
    sentence.tag(below) == Tag::Vbn && sentence.relation(below) == Relation::Acl
}

fn whether(sentence: &Sentence, verb: usize) -> bool {
    sentence.relation(verb) == Relation::Ccomp
        && sentence.children(verb).any(|child| {
            sentence.relation(child) == Relation::Mark
                && matches!(sentence.lemma(child), "whether" | "if")
        })
}

/// A verb joined to another shares its modal where it shares its auxiliaries.
fn conjunct_mood(sentence: &Sentence, below: usize, above: usize) -> Option<Mood> {
    let shares = auxiliaries(sentence, below) == auxiliaries(sentence, above);
    shares
        .then(|| own(sentence, above))
        .filter(|mood| *mood != Mood::Denied)
}

/// The `according` of `according to police`, or an adverb such as `reportedly`, in the clause of a verb.
fn according_to(sentence: &Sentence, verb: usize) -> Option<usize> {
    let beside = |verb: usize| {
        sentence.children(verb).find(|child| {
            matches!(
                sentence.lemma(*child),
                "accord" | "according" | "reportedly" | "allegedly" | "supposedly" | "purportedly"
            )
        })
    };
    let above = sentence
        .ancestors(verb)
        .take_while(|above| is_predicate(sentence, *above));
    std::iter::once(verb).chain(above.take(2)).find_map(beside)
}
