//! What words mean to the readers of claims: classes of lemmas, and irregular forms. All of it is in `lexicon.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::tags::Tag;

/// `form  lemma  tags  classes`. A row with classes has the lemma as its form; one without is an irregular form.
const WORDS: &str = include_str!("lexicon.tsv");

/// No irregular form is longer, in bytes.
const LONGEST: usize = 24;

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// What a verb or noun has in common with others that are read alike.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $variant,)* }

        impl Class {
            /// All of them.
            pub const ALL: &[Class] = &[$(Class::$variant,)*];

            /// The name in `lexicon.tsv`.
            pub const fn name(self) -> &'static str {
                match self { $(Class::$variant => $name,)* }
            }
        }
    };
}

classes! {
    /// `own`, `operate`, `employ`: the subject has as many of the object.
    Have "HAVE",
    /// `say`, `announce`: the subordinate clause is somebody's statement.
    Say "SAY",
    /// `claim`, `believe`; `allegation`: the statement is not taken as true.
    Claim "CLAIM",
    /// `deny`, `dispute`; `denial`.
    Deny "DENY",
    /// `correct`, `misstate`: what follows was wrong.
    Correct "CORRECT",
    /// `ask`, `wonder`.
    Ask "ASK",
    /// `rise`, `shrink`; `increase`: a number is a difference or a new value.
    Change "CHANGE",
    /// Of those, the ones upward.
    ChangeUp "CHANGE-UP",
    /// Of those, the ones downward.
    ChangeDown "CHANGE-DOWN",
    /// `kill`, `injure`; `death`.
    Kill "KILL",
    /// `plan`, `expect`; `proposal`, `forecast`: what follows is not a fact yet.
    Plan "PLAN",
    /// `require`, `allow`; `duty`: what follows ought to be, or may.
    Require "REQUIRE",
    /// `fail`, `refuse`, `prevent`: what follows did not happen.
    Fail "FAIL",
    /// `hold`, `stage`, `open`: what is done with an event.
    HoldEvent "HOLD-EVENT",
    /// `appoint`, `succeed`, `resign`: what is done with an office.
    OfficeVerb "OFFICE-VERB",
    /// `begin`, `launch`.
    Begin "BEGIN",
    /// `end`, `expire`.
    End "END",
    /// `build`, `design`.
    Build "BUILD",
    /// `found`, `establish`.
    Found "FOUND",
    /// `arrive`, `visit`.
    Move "MOVE",
    /// `cost`, `spend`.
    Cost "COST",
    /// `buy`, `sell`.
    Trade "TRADE",
    /// `weigh`, `stretch`, `exceed`; `mile`, `percent`.
    Measure "MEASURE",
    /// `total`, `reach`: the object is the subject's size.
    Total "TOTAL",
    /// `be`, `become`, `remain`.
    Copula "COPULA",
    /// `win`, `beat`.
    Win "WIN",
    /// `lose`, `trail`.
    Lose "LOSE",
    /// `meet`, `greet`.
    Meet "MEET",
    /// `name`, `call`.
    Name "NAME",
    /// `live`, `reside`.
    Live "LIVE",
    /// `bear`, of `was born`.
    Born "BORN",
    /// `mayor`, `president`: a person by office.
    Office "OFFICE",
    /// `worker`, `woman`: a person.
    Person "PERSON",
    /// `company`, `council`: people who act as one.
    Body "BODY",
    /// `city`, `bridge`: a place or building.
    Place "PLACE",
    /// `festival`, `match`: what takes place.
    Event "EVENT",
    /// `film`, `treaty`: what is written or made.
    Work "WORK",
    /// `ship`, `jet`.
    Vehicle "VEHICLE",
    /// `year`, `morning`.
    Time "TIME",
    /// `dollar`, `won`.
    Money "MONEY",
    /// `number`, `share`, `half`: a noun that only counts.
    Quantity "QUANTITY",
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u64);

impl Classes {
    /// Whether the class is among them.
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    /// Whether none is.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The classes, in the order of [`Class::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Class> {
        Class::ALL
            .iter()
            .copied()
            .filter(move |class| self.has(*class))
    }

    fn named(names: &str) -> Classes {
        let known = |name: &str| Class::ALL.iter().find(|class| class.name() == name);
        let classes = names.split(' ').filter_map(known);
        Classes(classes.fold(0, |set, class| set | 1 << *class as u64))
    }
}

/// Verb or noun: the same lemma has other classes as the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Verb,
    Noun,
}

impl Kind {
    fn of(tag: Tag) -> Option<Kind> {
        match tag {
            _ if tag.is_verb() || tag == Tag::Md => Some(Kind::Verb),
            _ if tag.is_noun() => Some(Kind::Noun),
            _ => None,
        }
    }
}

/// What the ending of a word says; forms that differ in it have rows of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Inflection {
    /// A plural noun.
    Plural,
    /// A verb in the third person singular.
    Third,
    /// A verb in the past, or a past participle.
    Past,
    /// A present participle.
    Participle,
    /// A verb in the present or the infinitive, a modal, an adverb: irregular only.
    Base,
    /// A comparative.
    Comparative,
    /// A superlative.
    Superlative,
}

impl Inflection {
    pub fn of(tag: Tag) -> Option<Inflection> {
        Some(match tag {
            Tag::Nns => Inflection::Plural,
            Tag::Vbz => Inflection::Third,
            Tag::Vbd | Tag::Vbn => Inflection::Past,
            Tag::Vbg => Inflection::Participle,
            Tag::Vb | Tag::Vbp | Tag::Md | Tag::Rb => Inflection::Base,
            Tag::Jjr | Tag::Rbr => Inflection::Comparative,
            Tag::Jjs | Tag::Rbs => Inflection::Superlative,
            _ => return None,
        })
    }
}

type Map<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

#[derive(Default)]
struct Lexicon {
    irregular: Map<(&'static str, Inflection), &'static str>,
    classes: Map<(&'static str, Kind), Classes>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(form), Some(lemma), Some(tags)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let classes = Classes::named(cells.next().unwrap_or_default());
        for tag in tags.split(' ').filter_map(Tag::named) {
            if classes.is_empty() {
                if let Some(inflection) = Inflection::of(tag) {
                    lexicon.irregular.insert((form, inflection), lemma);
                }
            } else if let Some(kind) = Kind::of(tag) {
                lexicon.classes.insert((lemma, kind), classes);
            }
        }
    }
    lexicon
});

/// The lemma of an irregular form in lower case.
#[cfg(feature = "model")]
pub(super) fn irregular(form: &str, inflection: Inflection) -> Option<&'static str> {
    let short = form.len() <= LONGEST;
    let found = short.then(|| LEXICON.irregular.get(&(form, inflection)));
    found.flatten().copied()
}

/// The classes of a lemma as a verb or noun, by its tag. Names have those of the noun in lower case.
pub fn classes(lemma: &str, tag: Tag) -> Classes {
    let Some(kind) = Kind::of(tag) else {
        return Classes::default();
    };
    let classes = &LEXICON.classes;
    let found = classes.get(&(lemma, kind)).copied();
    let lowered = || {
        let proper = tag.is_proper() && lemma.len() <= LONGEST;
        proper
            .then(|| classes.get(&(lemma.to_lowercase().as_str(), kind)).copied())
            .flatten()
    };
    found.or_else(lowered).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_formed_and_says_something() {
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [form, lemma, tags, names] = cells.as_slice() else {
                panic!("four cells: {line:?}");
            };
            assert!(!form.is_empty() && !lemma.is_empty(), "{line:?}");
            assert!(
                tags.split(' ').all(|tag| Tag::named(tag).is_some()),
                "{line:?}"
            );
            let known = |name: &str| Class::ALL.iter().any(|class| class.name() == name);
            assert!(names.is_empty() || names.split(' ').all(known), "{line:?}");
            assert!(names.is_empty() || form == lemma, "{line:?}");
        }
    }

    #[test]
    fn every_class_has_words() {
        let used = |class: &&Class| LEXICON.classes.values().any(|classes| classes.has(**class));
        assert_eq!(Class::ALL.iter().find(|class| !used(class)), None);
    }

    #[test]
    fn a_lemma_has_other_classes_as_a_noun() {
        assert!(classes("plan", Tag::Vbz).has(Class::Plan));
        assert!(classes("head", Tag::Nn).has(Class::Office));
        assert!(classes("head", Tag::Vb).has(Class::OfficeVerb));
        assert!(classes("Minister", Tag::Nnp).has(Class::Office));
        assert!(classes("plan", Tag::Jj).is_empty());
    }
}
