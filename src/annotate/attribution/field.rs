//! Trades by their fields: whether whom a text knows by one can be meant by another.

use crate::annotate::quotation::view::View;
use crate::language::speech::Told;

use super::Attributor;

impl Attributor<'_> {
    /// Whether the person's role is this trade, or one that it can stand for.
    pub(super) fn holds(&self, person: usize, view: &View, word: &str) -> bool {
        let mut posts = view.speech().posts(word).iter().chain(std::iter::once(&word));
        posts.any(|post| self.is_role(person, view, post))
            || self.fields(person, view) & view.speech().fields(word).said_of != 0
    }

    /// The fields of the person's trades.
    pub(super) fn fields(&self, person: usize, view: &View) -> u64 {
        let known = &self.known[person];
        let role = known.role.iter().chain(known.others.iter().flatten());
        // «врач-инфекционист» is a doctor.
        let trade = |word: &str| {
            word.split_once('-').map_or(0, |(trade, other)| {
                view.speech().fields(trade).all | view.speech().fields(other).all
            })
        };
        role.fold(0, |fields, word| fields | view.speech().fields(word).all | trade(word))
    }

    /// The fields of the person's trades, and those whose people he may head.
    pub(super) fn headed(&self, person: usize, view: &View) -> u64 {
        let role = self.known[person].role.iter();
        role.fold(self.fields(person, view), |own, word| own | view.speech().fields(word).can_head)
    }

    /// Whether the text knows the person by trades of other fields alone than this one's.
    pub(super) fn is_of_other_field(&self, person: usize, view: &View, word: &str) -> bool {
        let (own, asked) = (self.headed(person, view), view.speech().fields(word));
        // Anybody can be «осуждённый», and a schoolboy «музыкант».
        let is_trade = |word: &String| {
            let fields = view.speech().fields(word);
            let is_learning = fields.is_learning && asked.told == Told::Named;
            fields.is_own && !is_learning || fields.can_head != 0
        };
        let known = &self.known[person];
        let is_known =
            own != 0 && known.role.iter().chain(known.others.iter().flatten()).any(is_trade);
        is_known && asked.all | asked.can_head != 0 && own & (asked.all | asked.can_head) == 0
    }

    /// Whether the text knows the person by another trade than this.
    pub(super) fn is_another(&self, person: usize, view: &View, word: &str) -> bool {
        !self.known[person].role.is_empty() && !self.holds(person, view, word)
    }

    /// Whether the noun is one trade of a field and the person's role another of the same: «скрипач» is no conductor.
    pub(super) fn is_of_another_trade(&self, person: usize, view: &View, head: usize) -> bool {
        let Some(noun) = view.sense(head).noun else { return false };
        let word = view.nominative(noun);
        let asked = view.speech().fields(word);
        let is_another = |part: &String| {
            let own = view.speech().fields(part);
            // «нападающий» can be the «хоккеист» told of.
            own.all & asked.all & !own.said_of & !asked.said_of != 0 && own.said_of & asked.all == 0
        };
        asked.told != Told::First
            && self.known[person].role.iter().any(is_another)
            && !self.holds(person, view, word)
    }
}
