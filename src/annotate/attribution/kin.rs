//! Kin: whom «мать» or «отец осуждённого» can mean.

use crate::annotate::quotation::view::View;
use crate::language::speech::Form;

use super::Attributor;
use super::role::BACK;

impl Attributor<'_> {
    /// Whether the text calls the person nothing, or somebody's kin: no «певица» is the «мать» who speaks.
    pub(super) fn may_be_kin(&self, view: &View, person: usize) -> bool {
        let known = &self.known[person];
        let mut words = known.role.iter().chain(known.others.iter().flatten());
        known.role.is_empty() || words.any(|word| view.speech().of(word).is_kin())
    }

    /// Whether this person can be somebody's kin: of another gender than the noun behind «жена», and of no trade, if the
    /// text does not name whose: no prosecutor is the «мать осуждённого».
    pub(super) fn is_kin(&self, block: usize, head: usize, person: usize) -> bool {
        let view = &self.views[block];
        let owner = (head + 1..view.len().min(head + 4)).find_map(|at| view.sense(at).noun);
        let gender = self.form_of(person);
        owner.is_some_and(|owner| {
            let word = view.nominative(owner);
            let mut people = 0..self.people.people.len().min(BACK);
            matches!(gender, Form::Masculine | Form::Feminine)
                && owner.gender != gender
                && (self.may_be_kin(view, person)
                    || people.any(|other| self.holds(other, view, word)))
        })
    }
}
