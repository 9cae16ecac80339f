//! Which facts an article is about.

use super::{Linter, previous_day};
use crate::article::Article;
use crate::claims;
use crate::claims::scene::Scene;
use crate::facts::Kind;
use crate::mentions::{Page, Use};
use crate::text::Text;

impl Linter {
    /// The indices of the facts that an article says something of, right or wrong, in order: a claim was read, the name
    /// of an entity or event stands there, or a title with its body or a holder of the office.
    pub fn applied(&self, article: &Article) -> Vec<usize> {
        let text = Text::new(article);
        let page = Page::new(article, &text);
        let (hits, missed) = self.names_in(&text);
        let named = |r#use: Use| matches!(r#use, Use::Name(_) | Use::Reject | Use::Event);
        let mut applied: Vec<usize> = hits.iter().flat_map(|hit| hit.facts(named)).collect();
        for index in self.sentences(&text, &hits, &missed) {
            let scene = Scene::new(&page, index, &hits, &missed, previous_day(&page, index));
            let claims = claims::read(&scene, &self.known);
            let claims = claims::assign(claims, &self.known, page.period());
            applied.extend(claims.iter().map(|(claim, _)| claim.fact));
            applied.extend(self.offices(&scene));
        }
        applied.sort_unstable();
        applied.dedup();
        applied
    }

    /// The offices that a sentence is about: where it has the holder right, no claim is made.
    fn offices(&self, scene: &Scene) -> Vec<usize> {
        let of = |wanted: fn(Use) -> bool| -> Vec<usize> {
            let mut facts: Vec<usize> = scene
                .hits
                .iter()
                .flat_map(|hit| hit.facts(wanted))
                .collect();
            facts.sort_unstable();
            facts.dedup();
            facts
        };
        let beside = of(|r#use| matches!(r#use, Use::Of | Use::Holder(_)));
        let mut titled = of(|r#use| r#use == Use::Title);
        titled.retain(|fact| {
            let kind = self.known.facts.get(*fact).map(|fact| &fact.kind);
            let alone = matches!(kind, Some(Kind::Office(office)) if office.of.is_empty());
            alone || beside.binary_search(fact).is_ok()
        });
        titled
    }
}
