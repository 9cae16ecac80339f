//! The words by which a report is known.

use crate::language::lists::WordList;

/// Past verbs that report a happening on its day.
pub(super) static HAPPENED: WordList = WordList::new(
    "\
    met held signed arrived died born opened visited began started ended won lost killed struck launched \
    attended resigned gathered spoke crashed erupted occurred happened landed fell arrested sworn \
    inaugurated elected defeated played concluded left returned attacked collapsed exploded departed \
    traveled travelled toured testified married took sank burned protested marched voted performed appeared \
    rained completed finished convened clashed surrendered injured wounded founded assassinated rescued \
    hosted came went flew drew beat scored",
);

/// Of those, the ones that are no participle, and those of verbs without an object: no noun before them is what was
/// done, as in `the talks held on Nov. 6`.
pub(super) static FINITE: WordList = WordList::new(
    "\
    met arrived died began spoke crashed erupted occurred happened fell resigned gathered testified took sank \
    protested marched rained clashed surrendered came went flew drew departed traveled travelled collapsed exploded \
    appeared convened beat lost won left returned landed",
);

/// Past verbs of telling and deciding: a date right after one of them is its own.
pub(super) static TOLD: WordList = WordList::new(
    "\
    announced said reported declared approved rejected adopted ratified appointed sentenced convicted \
    charged unveiled confirmed",
);

/// The same for what is often told before it happens.
pub(super) static ISSUED: WordList = WordList::new("released published issued");

/// Past verbs with whose date, right after them, no happening is reported: it is what they are about, or a plan.
pub(super) static ABOUT: WordList = WordList::new(
    "\
    agreed decided settled insisted focused fixed depended relied counted organised organized arranged listed \
    marked advertised dated based hinged eyed wanted needed hoped looked waited matured expired posted updated \
    modified amended corrected revised edited reviewed archived accessed retrieved closed",
);

/// Words between a verb and its date that own no date.
pub(super) static AROUND: WordList = WordList::new(
    "\
    again twice once there here together early late on in at near off down up out over back home",
);

/// Words before a participle that make an adjective of it: `on Nov. 6 the assembled guests arrive`.
pub(super) static NO_SUBJECT: WordList = WordList::new(
    "\
    the a an its his her their our my your this that these those all some any many most more no new few two \
    three several newly of to by with for be is are being",
);

/// Words right before a verb with which it is no finite past: `to have left`, `from being opened`, `are held`.
pub(super) static NOT_FINITE: WordList = WordList::new(
    "the a an its his her their be is are am being been's to have having get gets got",
);

/// Verbs that only say who tells it, and helpers of the past.
pub(super) static TELLS: WordList =
    WordList::new("said says told added reported reports wrote was were");

/// Occasions: a date after one of them may be the occasion's.
pub(super) static OCCASIONS: WordList = WordList::new(
    "\
    meeting meetings summit election elections vote hearing talks match game games concert deadline launch \
    release trial conference event ceremony visit trip tour debate referendum session race final semifinal \
    opening premiere festival anniversary birthday wedding funeral rally strike protest march drill exercise \
    inauguration convention primary runoff polls poll fight show exhibition auction sale start end beginning \
    return retirement expiry clash tie fixture round leg tickets contract term lease sentencing hearings \
    execution reopening broadcast screening workshop seminar fair class classes course sessions forum lecture \
    training tournament championship championships cup series bout qualifier friendly playoff playoffs opener",
);

/// Periods that are reported as past before they are over: `the year ended June 30`.
pub(super) static PERIODS: WordList = WordList::new(
    "\
    week weeks month months quarter year years period half season semester term fiscal fortnight session day days",
);

/// Words after which the date is no report's: conditions, plans, other times.
pub(super) static ELSEWHERE: WordList = WordList::new(
    "\
    if unless whether ahead before until for by about since after than should would will could may might to \
    had suppose imagine scheduled planned expected due upcoming set slated next that when once not never no \
    through as like predicted novel film fictional movie",
);

/// Words of a clause that is no plain report.
pub(super) static UNCERTAIN: WordList = WordList::new(
    "\
    if unless would will could should might expected scheduled planned due upcoming slated supposed suppose imagine \
    projected proposed tentatively anticipated forecast effective effect retroactive takes take",
);

/// Words that open what is reported of somebody or something before the day of the article: a day without a year that
/// follows may be of any year.
pub(super) static RELATIVE: WordList =
    WordList::new("who whom whose which where when since after before");

/// Words beside a day without a year that give it another one: `December 7 last year`.
pub(super) static OTHER_YEAR: WordList = WordList::new("last past previous ago earlier");
