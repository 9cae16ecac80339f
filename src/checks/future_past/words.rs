//! The words that own a date, or make it a plan.

use crate::language::lists::WordList;
use crate::syntax::Sentence;
use crate::syntax::lexicon::{Class, classes};

/// Lemmas of verbs that say what is meant for a day, or how old a text is.
static PLANS: WordList = WordList::new(
    "\
    fix arrange list mark advertise date base hinge eye need look wait mature expire post update modify amend correct \
    revise edit review archive access retrieve book reserve postpone reschedule delay push cancel extend await near \
    approach slate set organize organise qualify face seek call have do get keep become",
);

/// Lemmas of verbs with whose date, behind them, no happening is reported: it is what they are about.
static ABOUT: WordList = WordList::new(
    "\
    agree decide settle insist focus depend rely count move put bring sell buy let make leave stop prevent offer say \
    tell add note write read quote air pick tip favor favour invite summon subpoena order commission contract hire \
    register enter",
);

/// Lemmas of nouns whose date may be behind them.
static OCCASIONS: WordList = WordList::new(
    "\
    deadline launch release trip visit tour talks talk referendum session semifinal opening birthday wedding funeral \
    drill exercise inauguration convention primary runoff poll fight exhibition sale start end beginning return \
    retirement expiry clash tie fixture round leg ticket contract term lease sentencing execution reopening broadcast \
    screening seminar class course lecture training cup series bout qualifier friendly playoff opener date day \
    appointment arraignment inquest vacation retreat gig performance premier episode edition option bond note loan \
    share dividend payment offering maturity ballot draft retirement departure arrival delivery strike walkout",
);

/// Lemmas of periods that are reported as past before they are over.
static PERIODS: WordList = WordList::new(
    "week month quarter year period half season semester term fiscal fortnight session day",
);

/// Whether a verb says what is meant for a day.
pub(super) fn is_plan(lemma: &str) -> bool {
    PLANS.has(lemma)
}

/// Whether a verb does not say what happened on its date.
pub(super) fn is_about(lemma: &str) -> bool {
    ABOUT.has(lemma)
}

/// Whether a noun may own the date that follows it.
pub(super) fn is_occasion(tree: &Sentence, index: usize) -> bool {
    let (lemma, tag) = (tree.lemma(index), tree.tag(index));
    let known = classes(lemma, tag);
    known.has(Class::Event)
        || known.has(Class::Plan)
        || lemma.ends_with("ing") && !tag.is_proper()
        || OCCASIONS.has(lemma)
}

/// Whether a noun is a period.
pub(super) fn is_period(lemma: &str) -> bool {
    PERIODS.has(lemma)
}
