//! What was read → its layout.

use super::order::Order;
use super::read::{Aside, Document, Entry, List, Remark, Table, Value};

/// Up to here a list is filled that goes over several lines.
const FULL: usize = 100;

/// Up to here a list of words may stand in one line, if its author had it so.
const ONE_LINE: usize = 180;

/// A document in its layout.
pub(super) fn document(document: &Document<'_>) -> String {
    let mut out = String::new();
    for table in &document.tables {
        self::table(&mut out, table);
    }
    between(&mut out, &document.end, false);
    out
}

fn table(out: &mut String, table: &Table<'_>) {
    let order = if table.brackets == 0 {
        Order::of_root()
    } else {
        between(out, &table.before, true);
        let (open, close) = match table.brackets {
            1 => ("[", "]"),
            _ => ("[[", "]]"),
        };
        out.push_str(&format!("{open}{}{close}", table.name));
        aside(out, table.aside);
        out.push('\n');
        Order::of(&table.path)
    };
    let sorted = sorted(&table.entries, &order);
    let moved = !sorted
        .iter()
        .zip(&table.entries)
        .all(|(a, b)| std::ptr::eq(*a, b));
    let mut groups: Vec<Vec<&Entry<'_>>> = Vec::new();
    for entry in sorted {
        // Where keys had to move, blank lines between them mean nothing any more.
        let apart = !moved && entry.before.contains(&Remark::Blank);
        match groups.last_mut() {
            Some(group) if !apart => group.push(entry),
            _ => groups.push(vec![entry]),
        }
    }
    let is_test = table.path == ["test"];
    for (index, group) in groups.iter().enumerate() {
        let column = if is_test {
            column_of_test(group)
        } else {
            column(group)
        };
        for (place, entry) in group.iter().enumerate() {
            if index > 0 && place == 0 {
                out.push('\n');
            }
            above(out, &entry.before, !moved);
            named(out, entry, column, &order);
        }
    }
}

/// The lines between two tables: one blank line; a remark that follows the upper one at once stays with it.
fn between(out: &mut String, remarks: &[Remark<'_>], header: bool) {
    let mut first = true;
    let mut groups = remarks.split(|remark| *remark == Remark::Blank).peekable();
    while let Some(group) = groups.next() {
        let is_last = groups.peek().is_none();
        let stays = std::mem::take(&mut first) && !(header && is_last);
        if !group.is_empty() && !stays && !out.is_empty() {
            out.push('\n');
        }
        for remark in group {
            comment(out, remark, 0);
        }
        if header && is_last && group.is_empty() && !out.is_empty() {
            out.push('\n');
        }
    }
}

/// The remarks above an entry, which stand apart where blank lines are kept.
fn above(out: &mut String, remarks: &[Remark<'_>], blank: bool) {
    let mut comments = false;
    let mut parted = false;
    for remark in remarks {
        if let Remark::Comment(_) = remark {
            if comments && parted && blank {
                out.push('\n');
            }
            comment(out, remark, 0);
            comments = true;
            parted = false;
        } else {
            parted = true;
        }
    }
    if comments && parted && blank {
        out.push('\n');
    }
}

fn comment(out: &mut String, remark: &Remark<'_>, indent: usize) {
    if let Remark::Comment(text) = remark {
        spaces(out, indent);
        out.push_str(text);
        out.push('\n');
    }
}

fn aside(out: &mut String, aside: Aside<'_>) {
    if let Some((space, text)) = aside {
        spaces(out, space);
        out.push_str(text);
    }
}

fn spaces(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}

fn sorted<'e, 't>(entries: &'e [Entry<'t>], order: &Order) -> Vec<&'e Entry<'t>> {
    let mut sorted: Vec<_> = entries.iter().collect();
    sorted.sort_by_key(|entry| {
        entry
            .path
            .first()
            .map_or(usize::MAX, |name| order.rank(name))
    });
    sorted
}

/// How wide the names of a group are.
fn column(group: &[&Entry<'_>]) -> usize {
    let widths = group.iter().map(|entry| wide(&entry.name));
    widths.max().unwrap_or(0)
}

/// The keys of a test are four letters long, but for `finds`: authors differ in whether that moves the others.
fn column_of_test(group: &[&Entry<'_>]) -> usize {
    let mut widths = group.iter().map(|entry| entry.width.saturating_sub(1));
    let first = widths.next().unwrap_or(0);
    if first <= "finds".len() && first >= column(group) && widths.all(|width| width == first) {
        first
    } else {
        0
    }
}

/// An entry under a header.
fn named(out: &mut String, entry: &Entry<'_>, column: usize, order: &Order) {
    let start = out.len();
    out.push_str(&entry.name);
    spaces(out, column.saturating_sub(wide(&entry.name)));
    out.push_str(" = ");
    let at = wide(out.get(start..).unwrap_or_default());
    value(out, entry, at, 0, order);
    aside(out, entry.aside);
    out.push('\n');
}

/// The value of an entry, which begins at this column of a line that is indented so far.
fn value(out: &mut String, entry: &Entry<'_>, at: usize, indent: usize, order: &Order) {
    match &entry.value {
        Value::Plain(text) => out.push_str(text),
        Value::List(list) => {
            self::list(out, list, at, indent, &inside(order, entry));
        }
    }
}

fn list(out: &mut String, list: &List<'_>, at: usize, indent: usize, order: &Order) {
    let (open, close) = if list.is_table {
        ('{', '}')
    } else {
        ('[', ']')
    };
    if list.has_comments() {
        out.push(open);
        out.push('\n');
        rows(out, list, indent + 2, order);
    } else {
        let mut line = String::new();
        in_one_line(&mut line, list, order);
        if list.is_table || fits(list, at + wide(&line)) {
            out.push_str(&line);
            return;
        }
        out.push(open);
        out.push('\n');
        rows(out, list, indent + 2, order);
    }
    spaces(out, indent);
    out.push(close);
}

/// Whether a list without comments stands in one line, which would be so long.
fn fits(list: &List<'_>, length: usize) -> bool {
    let is_table = |entry: &Entry<'_>| matches!(&entry.value, Value::List(list) if list.is_table);
    let tables = list.entries.iter().filter(|entry| is_table(entry)).count();
    let in_rows = list.entries.iter().all(|entry| entry.own_line);
    match (tables, list.broken) {
        _ if list.entries.is_empty() => true,
        (_, true) if tables > 0 || in_rows => false,
        (_, true) => length <= FULL,
        (0 | 1, false) => length <= ONE_LINE,
        (_, false) => length <= FULL,
    }
}

fn in_one_line(out: &mut String, list: &List<'_>, order: &Order) {
    let (open, close) = match (list.is_table, list.entries.is_empty()) {
        (true, false) => ("{ ", " }"),
        (true, true) => ("{", "}"),
        (false, _) => ("[", "]"),
    };
    out.push_str(open);
    for (index, entry) in entries(list, order).into_iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        if list.is_table {
            out.push_str(&entry.name);
            out.push_str(" = ");
        }
        match &entry.value {
            Value::Plain(text) => out.push_str(text),
            Value::List(inner) => in_one_line(out, inner, &inside(order, entry)),
        }
    }
    out.push_str(close);
}

/// The order within a value; the items of a list have that of the list.
fn inside(order: &Order, entry: &Entry<'_>) -> Order {
    let names = entry.path.iter();
    names.fold(order.clone(), |order, name| order.inside(name))
}

/// The entries of a list as they stand, those of a table in their order.
fn entries<'e, 't>(list: &'e List<'t>, order: &Order) -> Vec<&'e Entry<'t>> {
    if list.is_table {
        sorted(&list.entries, order)
    } else {
        list.entries.iter().collect()
    }
}

/// The entries of a list, in lines of their own or filled, and what stands behind the last.
fn rows(out: &mut String, list: &List<'_>, indent: usize, order: &Order) {
    let in_rows = list.is_table || list.broken && list.entries.iter().all(|entry| entry.own_line);
    // The length of the line that is being filled; none is open at 0.
    let mut length = 0;
    for entry in entries(list, order) {
        let mut text = String::new();
        if list.is_table {
            text.push_str(&entry.name);
            text.push_str(" = ");
        }
        let at = indent + wide(&text);
        value(&mut text, entry, at, indent, order);
        text.push(',');
        let alone = in_rows || text.contains('\n') || matches!(entry.value, Value::List(_));
        let commented = entry.before.iter().any(|remark| *remark != Remark::Blank);
        if length > 0 && (alone || commented || length + 1 + wide(&text) > FULL) {
            out.push('\n');
            length = 0;
        }
        for remark in &entry.before {
            comment(out, remark, indent);
        }
        if length > 0 {
            out.push(' ');
            length += 1;
        } else {
            spaces(out, indent);
            length = indent;
        }
        length += wide(&text);
        out.push_str(&text);
        aside(out, entry.aside);
        if alone || entry.aside.is_some() {
            out.push('\n');
            length = 0;
        }
    }
    if length > 0 {
        out.push('\n');
    }
    for remark in &list.end {
        comment(out, remark, indent);
    }
}

/// How many columns a text takes; of several lines the longest.
fn wide(text: &str) -> usize {
    let lines = text.lines().map(unicode_width::UnicodeWidthStr::width);
    lines.max().unwrap_or(0)
}
