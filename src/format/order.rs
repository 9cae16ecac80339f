//! In which order the keys of a table stand: that of the tables that the decoder reads with.

use crate::cli::config;
use crate::packs::kinds::{KINDS, KindRule, kind};
use crate::packs::shape::Shape;
use crate::packs::table::Key;
use crate::packs::{common, pack, test};

/// The keys of a table, in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    keys: Vec<&'static Key>,
    /// How many of them stand before those that are not among them.
    before_others: usize,
}

impl Order {
    /// The order of what stands above any header.
    pub fn of_root() -> Order {
        Order::closed(config::KEYS.iter())
    }

    /// The order below a header.
    pub fn of(path: &[String]) -> Order {
        let mut names = path.iter();
        let first = match names.next().map(String::as_str) {
            Some("pack") => Order::closed(pack::KEYS.iter()),
            Some("test") => Order::closed(test::KEYS.iter()),
            Some(name) => match kind(name) {
                Some(rule) => Order::of_fact(rule),
                None => Order::of_root().inside(name),
            },
            None => Order::of_root(),
        };
        names.fold(first, |order, name| order.inside(name))
    }

    /// The id, the kind's own keys, and the rest of the common ones. Slots stand before the records, or last of the own.
    fn of_fact(rule: &KindRule) -> Order {
        let (id, rest) = common::KEYS.split_at(1);
        let keys: Vec<_> = id.iter().chain(rule.keys).chain(rest).collect();
        let before_others = match rule.open {
            true => {
                let has_slots = |key: &&Key| matches!(key.shape, Shape::List(Shape::Record(_)));
                let records = keys.iter().position(has_slots);
                records.unwrap_or(id.len() + rule.keys.len())
            }
            false => keys.len(),
        };
        Order {
            keys,
            before_others,
        }
    }

    fn closed(keys: impl Iterator<Item = &'static Key>) -> Order {
        let keys: Vec<_> = keys.collect();
        Order {
            before_others: keys.len(),
            keys,
        }
    }

    /// The order of the tables that the value of a key is made of.
    pub fn inside(&self, name: &str) -> Order {
        let key = self.keys.iter().find(|key| key.name == name);
        key.map_or_else(Order::default, |key| Order::of_shape(key.shape))
    }

    fn of_shape(shape: Shape) -> Order {
        match shape {
            Shape::Table(keys, _) => Order::closed(keys.iter()),
            // Slots, then their time.
            Shape::Record(keys) => Order {
                keys: keys.iter().collect(),
                before_others: 0,
            },
            Shape::List(of) | Shape::OneOrList(of) => Order::of_shape(*of),
            Shape::Either(shapes) => {
                let tables = shapes.iter().map(|shape| Order::of_shape(*shape));
                let mut tables = tables.filter(|order| !order.keys.is_empty());
                tables.next().unwrap_or_default()
            }
            _ => Order::default(),
        }
    }

    /// Where a key stands among the others; those of one rank stay as they are.
    pub fn rank(&self, name: &str) -> usize {
        match self.keys.iter().position(|key| key.name == name) {
            Some(at) if at < self.before_others => at,
            Some(at) => at + 1,
            None => self.before_others,
        }
    }
}

/// Whether a table of this name makes a file a rule file; programs of all sorts have tests.
pub(super) fn is_of_pack(name: &str) -> bool {
    name == "pack" || KINDS.iter().any(|kind| kind.name == name)
}
