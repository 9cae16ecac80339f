//! Part-of-speech tags of the Penn Treebank and dependency relations of ClearNLP, as the network names them.

/// Makes an enum whose variants have names of their own in the model.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident: $($(#[$about:meta])* $variant:ident $name:literal,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$about])* $variant,)* }

        impl $type {
            /// All of them.
            pub const ALL: &[$type] = &[$($type::$variant,)*];

            /// The name in treebanks and in the model.
            pub const fn name(self) -> &'static str {
                match self { $($type::$variant => $name,)* }
            }

            /// The one with this name.
            pub fn named(name: &str) -> Option<$type> {
                match name { $($name => Some($type::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

named! {
    /// A part of speech. The names are those of the Penn Treebank (Santorini 1990, with the additions of OntoNotes 5).
    Tag:
    /// A currency sign.
    Dollar "$",
    /// A closing quotation mark.
    CloseQuote "''",
    /// A comma.
    Comma ",",
    /// An opening bracket.
    OpenBracket "-LRB-",
    /// A closing bracket.
    CloseBracket "-RRB-",
    /// A mark that ends a sentence.
    Stop ".",
    /// A colon, semicolon, dash or dots.
    Colon ":",
    /// A web or mail address.
    Add "ADD",
    /// A prefix that is a word of its own.
    Afx "AFX",
    /// A coordinating conjunction.
    Cc "CC",
    /// A cardinal number.
    Cd "CD",
    /// A determiner.
    Dt "DT",
    /// `there` of `there are`.
    Ex "EX",
    /// A foreign word.
    Fw "FW",
    /// A hyphen.
    Hyph "HYPH",
    /// A preposition or subordinating conjunction.
    In "IN",
    /// An adjective.
    Jj "JJ",
    /// An adjective, comparative.
    Jjr "JJR",
    /// An adjective, superlative.
    Jjs "JJS",
    /// A list marker.
    Ls "LS",
    /// A modal verb.
    Md "MD",
    /// Superfluous punctuation.
    Nfp "NFP",
    /// A common noun, singular.
    Nn "NN",
    /// A proper noun, singular.
    Nnp "NNP",
    /// A proper noun, plural.
    Nnps "NNPS",
    /// A common noun, plural.
    Nns "NNS",
    /// A word before a determiner: `all the`.
    Pdt "PDT",
    /// The possessive ending.
    Pos "POS",
    /// A personal pronoun.
    Prp "PRP",
    /// A possessive pronoun.
    PrpPoss "PRP$",
    /// An adverb.
    Rb "RB",
    /// An adverb, comparative.
    Rbr "RBR",
    /// An adverb, superlative.
    Rbs "RBS",
    /// A particle: `up` of `give up`.
    Rp "RP",
    /// A sign.
    Sym "SYM",
    /// `to` before an infinitive.
    To "TO",
    /// An interjection.
    Uh "UH",
    /// A verb, base form.
    Vb "VB",
    /// A verb, past tense.
    Vbd "VBD",
    /// A verb, present participle or gerund.
    Vbg "VBG",
    /// A verb, past participle.
    Vbn "VBN",
    /// A verb, present tense other than the third person singular.
    Vbp "VBP",
    /// A verb, third person singular of the present tense.
    Vbz "VBZ",
    /// `which` before a noun.
    Wdt "WDT",
    /// `who`, `what`.
    Wp "WP",
    /// `whose`.
    WpPoss "WP$",
    /// `when`, `where`, `how`.
    Wrb "WRB",
    /// Anything else.
    Xx "XX",
    /// White space.
    Space "_SP",
    /// An opening quotation mark.
    OpenQuote "``",
}

impl Tag {
    /// A common or proper noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
    }

    /// A proper noun.
    pub const fn is_proper(self) -> bool {
        matches!(self, Tag::Nnp | Tag::Nnps)
    }

    /// A verb other than a modal.
    pub const fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz
        )
    }

    /// A pronoun that can be a subject or object.
    pub const fn is_pronoun(self) -> bool {
        matches!(self, Tag::Prp | Tag::Wp | Tag::Wdt)
    }

    /// A mark of punctuation.
    pub const fn is_punctuation(self) -> bool {
        matches!(
            self,
            Tag::CloseQuote
                | Tag::OpenQuote
                | Tag::Comma
                | Tag::OpenBracket
                | Tag::CloseBracket
                | Tag::Stop
                | Tag::Colon
                | Tag::Hyph
                | Tag::Nfp
        )
    }
}

named! {
    /// How a word depends on its head. The names are those of ClearNLP (Choi and Palmer 2012).
    Relation:
    /// No head: the word that everything else depends on.
    Root "ROOT",
    /// A clause that modifies a noun: `the man sitting there`.
    Acl "acl",
    /// An adjective after `be`: `is tall`.
    Acomp "acomp",
    /// A clause that modifies a verb: `If it rains, …`.
    Advcl "advcl",
    /// An adverb.
    Advmod "advmod",
    /// `by` before the agent of a passive.
    Agent "agent",
    /// An adjective before a noun.
    Amod "amod",
    /// An apposition: `June Okafor, the mayor`.
    Appos "appos",
    /// A noun after `be`: `is the mayor`.
    Attr "attr",
    /// An auxiliary: `has`, `will`, `to`.
    Aux "aux",
    /// The auxiliary of a passive: `was built`.
    Auxpass "auxpass",
    /// The possessive ending.
    Case "case",
    /// A coordinating conjunction.
    Cc "cc",
    /// A clause as an object: `said it rained`.
    Ccomp "ccomp",
    /// A noun, name or title before a noun or name.
    Compound "compound",
    /// What a conjunction joins to the head.
    Conj "conj",
    /// A clause as a subject.
    Csubj "csubj",
    /// A clause as the subject of a passive.
    Csubjpass "csubjpass",
    /// An indirect object: `gave her`.
    Dative "dative",
    /// None of the others.
    Dep "dep",
    /// A determiner.
    Det "det",
    /// A direct object.
    Dobj "dobj",
    /// `there` of `there are`.
    Expl "expl",
    /// An interjection.
    Intj "intj",
    /// `that`, `if`, `because` before a clause.
    Mark "mark",
    /// Markup or another element outside of the sentence.
    Meta "meta",
    /// A negation: `not`.
    Neg "neg",
    /// Another modifier of a noun.
    Nmod "nmod",
    /// A noun phrase as an adverb: `last week`.
    Npadvmod "npadvmod",
    /// A subject.
    Nsubj "nsubj",
    /// The subject of a passive.
    Nsubjpass "nsubjpass",
    /// A number that counts its head.
    Nummod "nummod",
    /// The predicate of an object: `elected her mayor`.
    Oprd "oprd",
    /// A clause beside the main one, without a conjunction.
    Parataxis "parataxis",
    /// A clause or preposition after a preposition: `after winning`.
    Pcomp "pcomp",
    /// The noun after a preposition.
    Pobj "pobj",
    /// A possessor: `the city's`, `its`.
    Poss "poss",
    /// `both`, `either` before a conjunction.
    Preconj "preconj",
    /// A word before a determiner: `all the`.
    Predet "predet",
    /// A preposition.
    Prep "prep",
    /// A particle: `up` of `give up`.
    Prt "prt",
    /// Punctuation.
    Punct "punct",
    /// A word that modifies a number: `about 40`, `$ 46 billion`.
    Quantmod "quantmod",
    /// A relative clause.
    Relcl "relcl",
    /// A clause without a subject of its own: `wants to leave`.
    Xcomp "xcomp",
}
