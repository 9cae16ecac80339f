//! Tables of a rule file: the keys that they may hold, and those that they do.

use toml::de::DeTable;

use super::decode::{At, Context, Node};
use super::problem::suggest;
use super::shape::Shape;
use crate::span::Span;

/// A key that a table of a rule file may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    /// As it is written.
    pub name: &'static str,
    /// How its value is shaped.
    pub shape: Shape,
    /// How a value is written, as TOML.
    pub example: &'static str,
    /// What it means, in one line that could go on.
    pub about: &'static str,
    /// What else there is to know: whole sentences, or nothing.
    pub more: &'static str,
    /// What holds where it is left out, as TOML, or nothing.
    pub default: &'static str,
    /// The key that must stand beside it, or nothing.
    pub beside: &'static str,
    /// Whether it must be there.
    pub required: bool,
}

impl Key {
    /// A key that may be left out.
    pub const fn new(
        name: &'static str,
        shape: Shape,
        example: &'static str,
        about: &'static str,
    ) -> Self {
        Self {
            name,
            shape,
            example,
            about,
            more: "",
            default: "",
            beside: "",
            required: false,
        }
    }

    /// A key that must be there.
    pub const fn required(
        name: &'static str,
        shape: Shape,
        example: &'static str,
        about: &'static str,
    ) -> Self {
        Self {
            required: true,
            ..Self::new(name, shape, example, about)
        }
    }

    /// The same key with more to say about it.
    pub const fn more(self, more: &'static str) -> Self {
        Self { more, ..self }
    }

    /// The same key with what holds where it is left out.
    pub const fn default(self, default: &'static str) -> Self {
        Self { default, ..self }
    }

    /// The same key, which needs another beside it.
    pub const fn beside(self, beside: &'static str) -> Self {
        Self { beside, ..self }
    }
}

/// A key with its value, as it stands in a rule file.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    /// The key as written, and where.
    pub name: At<&'a str>,
    /// How a value of it is written; empty for a slot.
    pub example: &'static str,
    /// Its value.
    pub node: &'a Node<'a>,
}

/// A table whose keys were looked at once.
pub(crate) struct Table<'a> {
    /// Its fields, in the order of the file.
    pub fields: Vec<Field<'a>>,
    /// Its header, or the whole inline table: what is marked where a key is missing.
    pub span: Span,
}

impl<'a> Table<'a> {
    /// The fields of a table, in the order of the file.
    pub fn new(tree: &'a DeTable<'a>, span: Span, keys: &[&[Key]]) -> Self {
        let mut fields: Vec<Field<'a>> = tree
            .iter()
            .map(|(name, node)| Field {
                name: At::new(name.get_ref().as_ref(), name.span().into()),
                example: keys
                    .iter()
                    .copied()
                    .flatten()
                    .find(|key| key.name == name.get_ref().as_ref())
                    .map_or("", |key| key.example),
                node,
            })
            .collect();
        fields.sort_by_key(|field| field.name.span);
        Self { fields, span }
    }

    /// The field of this key.
    pub fn get(&self, key: &str) -> Option<Field<'a>> {
        self.fields
            .iter()
            .find(|field| field.name.it == key)
            .copied()
    }
}

impl<'a> Context<'a, '_> {
    /// Opens an inline table or a table under a header: unknown and missing keys are reported.
    pub fn table(
        &mut self,
        field: Field<'a>,
        node: &'a Node<'a>,
        keys: &'static [Key],
    ) -> Option<Table<'a>> {
        let Some(tree) = node.get_ref().as_table() else {
            self.wrong_type(field, node, "a table `{ … }`");
            return None;
        };
        let table = Table::new(tree, node.span().into(), &[keys]);
        self.check_keys(
            &table,
            &[keys],
            &[],
            &format!("an entry of `{}`", field.name.it),
        );
        Some(table)
    }

    /// Reports the keys that are not among `keys` or `more`, and the required ones that are not there.
    pub fn check_keys(&mut self, table: &Table<'a>, keys: &[&[Key]], more: &[&str], of: &str) {
        let known = || keys.iter().copied().flatten();
        let mut meant = Vec::new();
        for field in &table.fields {
            let name = field.name.it;
            if known().any(|key| key.name == name) || more.contains(&name) {
                continue;
            }
            let names: Vec<&str> = more
                .iter()
                .copied()
                .chain(known().map(|key| key.name))
                .collect();
            let near = suggest(name, names.iter().copied());
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let listed: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
                    format!("the keys of {of} are {}", listed.join(", "))
                }
            };
            meant.extend(near);
            self.problem(
                field.name.span,
                format!("`{name}` is not a key of {of}"),
                "unknown key",
            )
            .help = Some(help);
        }
        self.check_required(table, keys, &meant, of);
    }

    /// Reports the required keys that are not there, but for those that are `meant` by a misspelt one.
    pub fn check_required(&mut self, table: &Table<'a>, keys: &[&[Key]], meant: &[&str], of: &str) {
        for key in keys.iter().copied().flatten().filter(|key| key.required) {
            if table.get(key.name).is_none() && !meant.contains(&key.name) {
                self.problem(
                    table.span,
                    format!("{of} needs `{}`: {}", key.name, key.about),
                    format!("`{}` is missing here", key.name),
                )
                .help = Some(format!("add for example `{} = {}`", key.name, key.example));
            }
        }
    }
}
