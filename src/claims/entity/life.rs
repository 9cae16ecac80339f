//! When somebody was born and died: `NAME was born in 1922`, `NAME (1922–2010)`, `NAME died on Monday`.

use crate::claims::scene::{DateMention, Scene};
use crate::claims::{Claim, Edge, Known, StatedValue, Time};
use crate::facts::{Column, ColumnType, Days, Kind, Record, Table, Value};
use crate::mentions::Use;
use crate::span::Span;
use crate::syntax::views::{Clause, Predicate};

/// So many years a stated birth may be off; two years further off are a term of office or the dates of something else.
const FAR: i16 = 15;

/// The claims that a sentence makes about the birth and death of the bearer of a name.
pub(super) fn read(scene: &Scene, known: &Known, fact: usize, name: Span) -> Vec<Claim> {
    let Kind::Entity(entity) = &known.facts[fact].kind else {
        return Vec::new();
    };
    if entity.born.is_none() && entity.died.is_none() {
        return Vec::new();
    }
    let mut claims = in_brackets(scene, fact, name, (entity.born, entity.died));
    // The cheap question before the sentence is parsed.
    if scene.dates.is_empty() || !scene.holds(scene.span, &["born", "died", "die", "dies"]) {
        return claims;
    }
    for (column, lemma, right) in [("born", "bear", entity.born), ("died", "die", entity.died)] {
        if let Some(right) = right {
            let dates = scene.dates.iter();
            let dates = dates.filter(|date| says(scene, (fact, name), (lemma, date)));
            let dates = dates.filter(|date| has_year(scene, (column, right), date));
            claims.extend(dates.filter_map(|date| claim(scene, fact, (column, right), date)));
        }
    }
    claims
}

/// Whether a date is that of a verb, `born` or `died`, whose subject is the name.
fn says(scene: &Scene, (fact, name): (usize, Span), (lemma, date): (&str, &DateMention)) -> bool {
    let Some(tree) = scene.tree() else {
        return false;
    };
    let verb = tree
        .head_of(date.span)
        .and_then(|token| Predicate::over(tree, token));
    // `bears responsibility` is no birth.
    let is_it = |verb: &usize| {
        let written = tree
            .token(*verb)
            .map_or("", |token| scene.slice(token.span));
        tree.lemma(*verb) == lemma && (lemma != "bear" || written == "born")
    };
    let Some(clause) = verb.filter(is_it).and_then(|verb| Clause::at(tree, verb)) else {
        return false;
    };
    let stated = clause.predicate.mood.is_real() && !clause.predicate.negated;
    let subject = clause.subject.and_then(|subject| tree.token(subject));
    let own = subject.is_some_and(|subject| name.contains(subject.span));
    // `NAME's father died in 1990`: the name is part of the subject.
    let head = tree.head_of(name).and_then(|head| tree.token(head));
    let whole = head.is_some_and(|head| subject.is_some_and(|subject| head.span == subject.span));
    let longer = scene.hits.iter().any(|hit| {
        hit.span != name
            && hit.span.contains(name)
            && !hit.is_of(fact)
            && hit.is_any(|r#use| matches!(r#use, Use::Name(_)))
    });
    stated && own && whole && !longer
}

/// How many days after a death a date without its year is that of the death.
const RECENT: i32 = 60;

/// Whether a date says its year, or needs none: `died on Monday` in the weeks after a death. `born on 4 May` says none.
fn has_year(scene: &Scene, (column, right): (&str, Days), date: &DateMention) -> bool {
    let words = scene.slice(date.span);
    let mut digits = words.split(|c: char| !c.is_ascii_digit());
    let recent = || {
        let article = scene.page.date().and_then(|day| right.last.until(day).ok());
        article.is_some_and(|time| (0..=RECENT).contains(&time.get_days()))
    };
    digits.any(|digits| digits.len() == 4) || column == "died" && recent()
}

/// The claim that a birth or death was on these days.
fn claim(
    scene: &Scene,
    fact: usize,
    (column, right): (&str, Days),
    date: &DateMention,
) -> Option<Claim> {
    let stated = StatedValue::Days {
        days: date.days?,
        edge: Edge::Any,
        expr: date.expr.clone(),
    };
    let column = Column {
        name: column.into(),
        ty: ColumnType::Date,
    };
    let year = right.first.year();
    // Of a birth that is known by its year, a day of another year is wrong as a whole.
    if right.last.year() == year && right.last != right.first && date.days?.from?.year() != year {
        let stated = date.days?.from?.year();
        let whole = (right.first.day_of_year(), right.last.month()) == (1, 12);
        if whole {
            return Some(year_claim(
                scene,
                fact,
                (&column.name, right),
                (stated, date.span),
            ));
        }
    }
    let right = Value::Days(right.first, right.last);
    let claim = Claim::new(fact, scene.index, Time::default()).with(0, date.span, stated);
    Some(with_table(claim, column, right).shown("date-of-life", 200, date.span))
}

fn with_table(mut claim: Claim, column: Column, right: Value) -> Claim {
    claim.table = Some(Table {
        columns: vec![column],
        key: None,
        records: vec![Record {
            cells: vec![vec![right]],
            ..Record::default()
        }],
    });
    claim
}

/// `NAME (1922-2010)`, `NAME (b. 1922)`, `NAME (born 1922)`, `NAME (1922- )`
fn in_brackets(
    scene: &Scene,
    fact: usize,
    name: Span,
    (born, died): (Option<Days>, Option<Days>),
) -> Vec<Claim> {
    let rest = scene
        .text()
        .get(name.end..scene.span.end)
        .unwrap_or_default();
    let Some(inner) = rest
        .strip_prefix(" (")
        .and_then(|rest| rest.split_once(')'))
        .map(|(inner, _)| inner)
    else {
        return Vec::new();
    };
    let start = name.end + " (".len();
    let marked = ["b. ", "born ", "b "]
        .into_iter()
        .find_map(|mark| inner.strip_prefix(mark));
    let years = marked.unwrap_or(inner);
    let offset = start + inner.len() - years.len();
    let (first, last) = years.split_once(['-', '—', '–']).unwrap_or((years, ""));
    let year = |part: &str, at: usize| {
        let digits = part.trim();
        let at = at + part.len() - part.trim_start().len();
        let whole = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let year = digits.parse::<i16>().ok().filter(|_| whole)?;
        Some((year, Span::new(at, at + 4)))
    };
    let first_year = year(first, offset);
    let last_year = year(last, offset + years.len() - last.len());
    let closed = last.trim().is_empty() || last_year.is_some();
    let range = years.len() > first.len();
    let of_life = |born: Days, stated: i16| {
        marked.is_some() || range && (stated - born.first.year()).abs() <= FAR
    };
    let (Some(born), Some((stated, span))) = (born, first_year.filter(|_| closed)) else {
        return Vec::new();
    };
    if !of_life(born, stated) {
        return Vec::new();
    }
    let mut claims = vec![year_claim(scene, fact, ("born", born), (stated, span))];
    if let (Some(died), Some(last)) = (died, last_year) {
        claims.push(year_claim(scene, fact, ("died", died), last));
    }
    claims
}

fn year_claim(
    scene: &Scene,
    fact: usize,
    (column, right): (&str, Days),
    (stated, span): (i16, Span),
) -> Claim {
    let column = Column {
        name: column.into(),
        ty: ColumnType::Year,
    };
    let claim =
        Claim::new(fact, scene.index, Time::default()).with(0, span, StatedValue::Year(stated));
    with_table(claim, column, Value::Year(right.first.year())).shown("years-of-life", 200, span)
}
