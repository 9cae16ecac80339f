//! Which facts an article is about.

use super::{Linter, previous_day};
use crate::article::Article;
use crate::claims;
use crate::claims::scene::Scene;
use crate::mentions::{Page, Use};
use crate::text::Text;

impl Linter {
    /// The indices of the facts that an article says something of, right or wrong, in order: a claim was read, or a
    /// name stands as it is right.
    pub fn applied(&self, article: &Article) -> Vec<usize> {
        let text = Text::new(article);
        let page = Page::new(article, &text);
        let hits = self.phrases.find(&text);
        let missed = self.missed(&text, &hits);
        let is_name = |r#use: Use| matches!(r#use, Use::Name(_) | Use::Reject);
        let mut applied: Vec<usize> = hits.iter().flat_map(|hit| hit.facts(is_name)).collect();
        for index in self.sentences(&text, &hits, &missed) {
            let scene = Scene::new(&page, index, &hits, &missed, previous_day(&page, index));
            let claims =
                claims::assign(claims::read(&scene, &self.known), &self.known, page.date());
            applied.extend(claims.iter().map(|(claim, _)| claim.fact));
        }
        applied.sort_unstable();
        applied.dedup();
        applied
    }
}
