//! Records over time: a bar each, with the years below.

use jiff::civil::{Date, date};

use super::{BOLD, PLAIN, faint};
use crate::explain::{Explanation, Row};
use crate::facts::Period;
use crate::language::dates::month_name;
use crate::report::{Look, clean, signs};

/// Fewer columns show nothing.
const FEWEST: usize = 10;

/// The signs of a chart.
struct Signs {
    bar: char,
    acting: char,
    day: char,
    open_start: char,
    open_end: char,
    today: char,
    corner: char,
    axis: char,
    tick: char,
    pointer: char,
    to: &'static str,
    dots: &'static str,
}

const UNICODE: Signs = Signs {
    bar: '█',
    acting: '▒',
    day: '●',
    open_start: '◀',
    open_end: '▶',
    today: '┊',
    corner: '└',
    axis: '─',
    tick: '┬',
    pointer: '▲',
    to: " – ",
    dots: "…",
};

const ASCII: Signs = Signs {
    bar: '#',
    acting: '=',
    day: 'o',
    open_start: '<',
    open_end: '>',
    today: ':',
    corner: '+',
    axis: '-',
    tick: '+',
    pointer: '^',
    to: " to ",
    dots: "...",
};

/// The chart of a fact's records; of records that say nothing of time a list; nothing where the sentence tells all.
pub(super) fn draw(told: &Explanation, look: Look) -> String {
    let bounded = |row: &Row| row.during != Period::ALWAYS;
    let single = told.rows.len() < 2;
    if single && told.kind == "event" || !told.rows.iter().any(bounded) {
        let lists = matches!(told.kind, "statement" | "event" | "affiliation");
        if single || !lists {
            return String::new();
        }
        let rows = told
            .rows
            .iter()
            .map(|row| format!("  {}\n", clean(&row.label)));
        return format!("\n{}", rows.collect::<String>());
    }
    Chart::new(told, look).draw()
}

struct Chart<'t> {
    told: &'t Explanation,
    rows: Vec<&'t Row>,
    signs: &'static Signs,
    first: Date,
    last: Date,
    label: usize,
    bars: usize,
    times: bool,
}

impl<'t> Chart<'t> {
    fn new(told: &'t Explanation, look: Look) -> Self {
        let signs = if look.unicode { &UNICODE } else { &ASCII };
        // Of names, those that are right at all times are told in the sentence.
        let rows =
            told.rows.iter().enumerate().filter(|(n, row)| {
                *n == 0 || told.kind != "entity" || row.during != Period::ALWAYS
            });
        let rows: Vec<&Row> = rows.map(|(_, row)| row).collect();
        let bounds = rows
            .iter()
            .flat_map(|row| [row.during.from, row.during.until]);
        let days = bounds.flatten().chain([told.date]);
        let first = days.clone().min().unwrap_or(told.date);
        let last = days.max().unwrap_or(told.date);
        let (first, last) = widened(first, last, &rows);
        let longest = |text: &dyn Fn(&Row) -> String| {
            rows.iter()
                .map(|row| columns(&text(row)))
                .max()
                .unwrap_or(0)
        };
        let label = longest(&|row| clean(&row.label)).min((look.width / 3).max(12));
        let times = longest(&|row| time(&row.during, signs));
        let rest = look.width.saturating_sub(label + 4);
        let beside = rest.saturating_sub(times + 2);
        let fits = beside >= FEWEST;
        Self {
            told,
            rows,
            signs,
            first,
            last,
            label,
            bars: if fits { beside } else { rest.max(FEWEST) },
            times: fits,
        }
    }

    /// The column of a day.
    fn column(&self, day: Date) -> usize {
        let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days().max(0));
        let all = days(self.first, self.last).max(1);
        let widest = self.bars.saturating_sub(1);
        let at = i64::from(days(self.first, day)) * i64::try_from(widest).unwrap_or(0);
        usize::try_from(at / i64::from(all))
            .unwrap_or(0)
            .min(widest)
    }

    fn draw(&self) -> String {
        let mut out = String::from("\n");
        for row in &self.rows {
            let label = shortened(&clean(&row.label), self.label, self.signs.dots);
            let pad = " ".repeat(self.label.saturating_sub(columns(&label)));
            let label = if row.now {
                format!("{BOLD}{label}{PLAIN}")
            } else {
                label
            };
            let bar = self.bar(row);
            let time = time(&row.during, self.signs);
            if self.times {
                out += &format!("  {label}{pad}  {bar}  {time}\n");
            } else {
                out += format!("  {label}{pad}  {bar}").trim_end();
                out.push('\n');
            }
        }
        out + &self.axis()
    }

    fn bar(&self, row: &Row) -> String {
        let signs = self.signs;
        let mut cells = vec![' '; self.bars];
        if let Some(cell) = cells.get_mut(self.column(self.told.date)) {
            *cell = signs.today;
        }
        let Period { from, until } = row.during;
        let start = from.map_or(0, |from| self.column(from));
        let end = until.map_or(self.bars.saturating_sub(1), |until| self.column(until));
        let is_day = self.told.kind == "event";
        let sign = match (is_day, row.acting) {
            (true, _) => signs.day,
            (_, true) => signs.acting,
            _ => signs.bar,
        };
        for cell in cells.iter_mut().take(end + 1).skip(start) {
            *cell = sign;
        }
        if from.is_none() {
            cells[start] = signs.open_start;
        }
        if until.is_none()
            && let Some(cell) = cells.get_mut(end)
        {
            *cell = signs.open_end;
        }
        cells.into_iter().collect()
    }

    /// The years, and below them the day for which the fact is told.
    fn axis(&self) -> String {
        let signs = self.signs;
        let mut line = vec![signs.axis; self.bars];
        let mut years = vec![' '; self.bars + 4];
        let span = (self.last.year() - self.first.year()).max(1);
        let fit = (self.bars / 7).max(1);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000];
        let step = steps
            .into_iter()
            .find(|step| usize::try_from(span / step).unwrap_or(0) <= fit);
        let step = step.unwrap_or(10_000);
        let mut free = 0;
        for year in (self.first.year()..=self.last.year()).filter(|year| year % step == 0) {
            let day = date(year, 1, 1);
            let at = self.column(day);
            if day < self.first || at < free || at + 4 > self.bars + if self.times { 3 } else { 0 }
            {
                continue;
            }
            if let Some(cell) = line.get_mut(at) {
                *cell = signs.tick;
            }
            for (cell, digit) in years.iter_mut().skip(at).zip(format!("{year:04}").chars()) {
                *cell = digit;
            }
            free = at + 6;
        }
        let margin = " ".repeat(self.label + 3);
        let corner = format!("{}{}", signs.corner, line.iter().collect::<String>());
        let years: String = years.iter().collect();
        let mut out = format!("{}{}\n", &margin, faint(&corner));
        if !years.trim().is_empty() {
            out += &format!("{margin} {}\n", years.trim_end());
        }
        out + &margin + " " + &self.pointer() + "\n"
    }

    /// `▲ 22 November 2026` at its column, on the side where there is room.
    fn pointer(&self) -> String {
        let at = self.column(self.told.date);
        let day = self.told.date;
        let day = format!("{} {} {}", day.day(), month_name(day.month()), day.year());
        let pointer = self.signs.pointer;
        if at + 2 + day.len() <= self.bars || at < day.len() + 1 {
            format!("{}{pointer} {day}", " ".repeat(at))
        } else {
            format!("{}{day} {pointer}", " ".repeat(at - day.len() - 1))
        }
    }
}

/// The days to show: with room where a record has no beginning or no end, and no fewer than some years.
fn widened(first: Date, last: Date, rows: &[&Row]) -> (Date, Date) {
    const FEW: i32 = 1_100;
    let days = |count: i32| jiff::Span::new().days(count);
    let span = first.until(last).map_or(0, |span| span.get_days()).max(0);
    let room = days((span / 12).max(200));
    let mut ends = (first, last);
    if rows.iter().any(|row| row.during.from.is_none()) {
        ends.0 = first.saturating_sub(room);
    }
    if rows.iter().any(|row| row.during.until.is_none()) && span > 0 {
        ends.1 = last.saturating_add(days(span / 20));
    }
    if span < FEW {
        ends.0 = ends.0.saturating_sub(days(FEW - span));
    }
    ends
}

/// `2024-09-06 – 2024-12-05`.
fn time(during: &Period, signs: &Signs) -> String {
    match (during.from, during.until) {
        (Some(from), Some(until)) if from == until => from.to_string(),
        (Some(from), Some(until)) => format!("{from}{}{until}", signs.to),
        (Some(from), None) => format!("from {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "always".to_string(),
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(signs::width).sum()
}

fn shortened(text: &str, most: usize, dots: &str) -> String {
    if columns(text) <= most {
        return text.to_string();
    }
    let most = most.saturating_sub(columns(dots));
    let mut width = 0;
    let kept = text.chars().take_while(|c| {
        width += signs::width(*c);
        width <= most
    });
    format!("{}{dots}", kept.collect::<String>().trim_end())
}
