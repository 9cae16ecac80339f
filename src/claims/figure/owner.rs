//! Whose a number is: the names in its noun phrase, at its governor, at the subject of its clause, the nearest first.

use crate::syntax::tags::Relation;

use super::frame::{Frame, Whose};
use super::words::{self, OWNING, POSSESSIVES};

/// Where the owner of a number was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// In the number's noun phrase: `Norland's 40 ships`.
    Phrase,
    /// At what governs it: `the revenue of Veldane Rail of $40 million`.
    Governor,
    /// In the noun of its relative clause: `Lindhof, where 40 people work`.
    Where,
    /// At the one who gets it: `gave Lindhof 40 ships`.
    Receiver,
    /// At the object of the verb whose subject it is: `40 people joined the union`.
    Object,
    /// At the noun that it explains: `Lindhof, population 40,000`.
    Apposition,
    /// At the subject of the clause.
    Subject,
}

/// What the subject of the number's clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SubjectKind {
    /// The number itself is in it.
    Itself,
    Own,
    Other,
    Pronoun,
    Unit,
    /// A noun that stands for somebody named before.
    StandIn,
    /// `the total`, `the figure`.
    Amount,
    /// Any other noun.
    Common,
}

/// Who owns a number, as far as its sentence says.
#[derive(Debug, Default)]
pub(super) struct Owner {
    /// The levels at which a name stands, the nearest first.
    levels: Vec<(Level, Option<Whose>)>,
    /// The head of the subject of the number's clause.
    pub(super) subject: Option<usize>,
    pub(super) kind: Option<SubjectKind>,
    /// `its`, `their` is in the number's phrase.
    pub(super) pronoun: bool,
}

impl Owner {
    /// The nearest level that names somebody.
    pub(super) fn first(&self) -> Option<(Level, Whose)> {
        self.levels
            .iter()
            .find_map(|(level, whose)| Some((*level, (*whose)?)))
    }

    pub(super) fn has_other(&self) -> bool {
        self.levels
            .iter()
            .any(|(_, whose)| *whose == Some(Whose::Other))
    }

    pub(super) fn is_own(&self, levels: &[Level]) -> bool {
        self.first()
            .is_some_and(|(level, whose)| whose == Whose::Own && levels.contains(&level))
    }
}

impl Frame<'_, '_> {
    fn is_possessive(&self, index: usize) -> bool {
        POSSESSIVES.contains(&self.lower(index))
    }

    fn has_indefinite(&self, index: usize) -> bool {
        self.any_child(index, |child| {
            matches!(self.lower(child), "a" | "an" | "another")
        })
    }

    fn has_definite(&self, index: usize) -> bool {
        self.any_child(index, |child| {
            matches!(self.lower(child), "the" | "this" | "that")
        })
    }

    fn is_proper(&self, index: usize) -> bool {
        self.tag(index).is_proper() || self.written(index).starts_with(char::is_uppercase)
    }

    /// Whose a word is, by itself.
    fn whose_word(&self, index: usize) -> Option<Whose> {
        let mark = self.marks.get(index)?;
        match () {
            _ if mark.is_own() => Some(Whose::Own),
            _ if mark.other => Some(Whose::Other),
            _ => None,
        }
    }

    /// Whose a word is; of a common noun of the fact's, whose its phrase says.
    pub(super) fn whose(&self, index: usize) -> Option<Whose> {
        let own = self.marks.get(index).is_some_and(|mark| mark.is_own());
        if !own || self.is_proper(index) {
            return self.whose_word(index);
        }
        if let Some(whose) = self.whose_phrase(index) {
            return Some(whose);
        }
        // `a rival's revenue`
        let stranger = self.any_child(index, |child| {
            self.relation(child) == Relation::Poss
                && self.tag(child).is_noun()
                && !self.marks[child].is_own()
                && !self.marks[child].unit
                && self.has_indefinite(child)
        });
        match () {
            _ if stranger => Some(Whose::Other),
            _ if self.profile.is_proper => None,
            _ => Some(Whose::Own),
        }
    }

    /// Whose a noun phrase is, by its possessor, its modifiers and what `of` joins to it.
    pub(super) fn whose_phrase(&self, noun: usize) -> Option<Whose> {
        use Relation::{Amod, Appos, Compound, Nmod, Pobj, Poss, Prep};
        // `policy` of `Sweden's policy rate` is a word of the fact's, and owns nothing.
        let owns = |index: usize| {
            self.whose_word(index).filter(|whose| {
                *whose == Whose::Other || !self.profile.is_proper || self.is_proper(index)
            })
        };
        let inner = |index: usize| {
            owns(index).or_else(|| {
                self.tree
                    .children(index)
                    .filter(|child| matches!(self.relation(*child), Poss | Compound))
                    .find_map(owns)
            })
        };
        let mut found = None;
        for child in self.tree.children(noun) {
            if self.inside.contains(&child)
                || !matches!(self.relation(child), Poss | Compound | Amod | Nmod | Appos)
            {
                continue;
            }
            let stranger = self.relation(child) == Poss
                && self.tag(child).is_noun()
                && self.has_indefinite(child);
            let whose = inner(child).or(stranger.then_some(Whose::Other));
            if whose == Some(Whose::Own) {
                return whose;
            }
            found = found.or(whose);
        }
        for preposition in self.tree.children(noun) {
            let word = self.lower(preposition);
            if self.relation(preposition) != Prep || !OWNING.contains(&word) {
                continue;
            }
            for object in self.tree.children(preposition) {
                if self.relation(object) != Pobj {
                    continue;
                }
                let below = || {
                    let mut objects = self
                        .tree
                        .children(object)
                        .filter(|child| self.relation(*child) == Prep)
                        .flat_map(|child| self.tree.children(child));
                    objects.find_map(|object| self.whose(object))
                };
                let stranger = word == "of"
                    && self.tag(object).is_noun()
                    && !self.marks[object].unit
                    && self.any_child(object, |child| matches!(self.lower(child), "a" | "another"));
                let deep = matches!(word, "of" | "at");
                let whose = inner(object)
                    .or_else(|| below().filter(|_| deep))
                    .or((deep && stranger).then_some(Whose::Other));
                if whose == Some(Whose::Own) {
                    return whose;
                }
                found = found.or(whose);
            }
        }
        found
    }

    fn whose_of(&self, index: usize) -> Option<Whose> {
        self.whose(index).or_else(|| self.whose_phrase(index))
    }

    /// The subject of the clause that the number is in: that of the nearest verb which has one, or the noun of its
    /// relative clause.
    fn subject(&self) -> Option<usize> {
        use Relation::{Acl, Nsubj, Nsubjpass, Relcl};
        let Some(first) = self.predicate else {
            let root = self.chain.last().copied()?;
            return (root != self.head && self.tag(root).is_noun()).then_some(root);
        };
        let verbs = std::iter::once(first).chain(self.tree.ancestors(first));
        for verb in verbs.filter(|index| self.is_verb(*index)).take(4) {
            let subject = self.child(verb, &[Nsubj, Nsubjpass]);
            let relative = subject
                .is_some_and(|subject| matches!(self.lower(subject), "which" | "who" | "that"));
            match subject {
                Some(_) if relative && self.relation(verb) == Relcl => return self.tree.head(verb),
                Some(subject) => return Some(subject),
                None if matches!(self.relation(verb), Relcl | Acl) => return self.tree.head(verb),
                None => {}
            }
        }
        None
    }

    /// Reads whose the number is.
    pub(super) fn owner(&self) -> Owner {
        use Relation::{
            Acl, Advcl, Appos, Attr, Dative, Dobj, Nsubj, Nsubjpass, Oprd, Pobj, Relcl,
        };
        let mut owner = Owner::default();
        let (head, governor) = (self.head, self.governor);
        let levels = &mut owner.levels;
        let mut phrase = self.whose_phrase(head);
        if phrase.is_none() && self.marks[head].subject && !self.profile.is_proper {
            phrase = Some(Whose::Own);
        }
        levels.push((Level::Phrase, phrase));
        let has_pronoun = |index: usize| self.any_child(index, |child| self.is_possessive(child));
        owner.pronoun = has_pronoun(head);
        if let Some(governor) = governor.filter(|governor| self.tag(*governor).is_noun()) {
            levels.push((Level::Governor, self.whose_of(governor)));
            owner.pronoun |= has_pronoun(governor);
        }
        let place = self.chain.iter().take(5).find(|index| {
            matches!(self.relation(**index), Relcl | Advcl | Acl)
                && self.any_child(**index, |child| self.lower(child) == "where")
        });
        if let Some(noun) = place.and_then(|place| self.tree.head(*place)) {
            levels.push((Level::Where, self.whose_of(noun)));
        }
        let subject = self.subject();
        if let Some(predicate) = self.predicate {
            let object = matches!(self.relation(head), Dobj | Oprd | Attr)
                || governor.is_some_and(|governor| self.relation(governor) == Dobj);
            for child in self.tree.children(predicate) {
                match self.relation(child) {
                    Dative if object => {
                        let noun = match self.tag(child).is_noun() {
                            true => Some(child),
                            false => self.child(child, &[Pobj]),
                        };
                        if let Some(noun) = noun {
                            levels.push((Level::Receiver, self.whose_of(noun)));
                        }
                    }
                    Dobj | Attr
                        if matches!(self.relation(head), Nsubj | Nsubjpass)
                            && self.tag(child).is_noun() =>
                    {
                        levels.push((Level::Object, self.whose_of(child)));
                    }
                    _ => {}
                }
            }
            if self.is_year()
                && let Some(thing) = self
                    .child(predicate, &[Dobj])
                    .filter(|thing| *thing > predicate)
            {
                let name = self.tag(thing).is_proper().then_some(Whose::Other);
                levels.insert(0, (Level::Object, self.whose_of(thing).or(name)));
            }
        }
        let explains = self
            .chain
            .iter()
            .take(3)
            .find(|index| self.relation(**index) == Appos)
            .and_then(|index| self.tree.head(*index));
        if let Some(noun) = explains
            && let Some(whose) = self.whose_of(noun)
        {
            levels.push((Level::Apposition, Some(whose)));
        }
        owner.subject = subject;
        if let Some(subject) = subject {
            let itself = subject == head
                || self.tree.is_within(head, subject)
                || self.tree.is_within(subject, head);
            if itself {
                owner.kind = Some(SubjectKind::Itself);
            } else {
                let whose = self.whose_of(subject);
                levels.push((Level::Subject, whose));
                owner.pronoun |= has_pronoun(subject);
                owner.kind = Some(match whose {
                    Some(Whose::Own) => SubjectKind::Own,
                    Some(Whose::Other) => SubjectKind::Other,
                    None if self.tag(subject).is_pronoun() => SubjectKind::Pronoun,
                    None if self.marks[subject].unit => SubjectKind::Unit,
                    None if words::STAND_INS.contains(&self.lemma(subject)) => SubjectKind::StandIn,
                    None if words::AMOUNTS.contains(&self.lemma(subject)) => SubjectKind::Amount,
                    None => SubjectKind::Common,
                });
            }
        }
        // `its 40 ships`, `the lender's 40 branches`: whoever was named before, not the names further off.
        let stands = |index: usize| {
            self.any_child(index, |child| {
                self.relation(child) == Relation::Poss
                    && (self.is_possessive(child)
                        || self.tag(child).is_noun()
                            && self.has_definite(child)
                            && (self.profile.is_head(self.lower(child))
                                || words::stands_in(self.lemma(child))))
            })
        };
        if stands(head) || governor.is_some_and(stands) {
            levels.retain(|(level, _)| {
                matches!(level, Level::Phrase | Level::Governor | Level::Apposition)
            });
        }
        owner
    }
}
