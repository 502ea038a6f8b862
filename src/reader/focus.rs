//! What is lit on an article's page.

use std::rc::Rc;

use yew::Reducible;

use super::location::Side;
use super::route::Target;

/// What is lit, on which side the reader is, and whether the sheet of a phone is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// The annotation that is lit.
    pub target: Option<Target>,
    /// Where the reader was brought to.
    pub side: Side,
    /// Whether the sidebar covers the text where the screen has no room for both.
    pub sheet: bool,
    /// Counts the arrivals, so that a second click on one link lands again.
    pub arrival: u32,
}

/// What happens to the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusAction {
    /// The address names this annotation, or none; the side is where the link leads, if it says.
    Arrive(Option<Target>, Option<Side>),
    /// The reader opens or closes the sheet.
    Sheet(bool),
}

impl Reducible for Focus {
    type Action = FocusAction;

    fn reduce(self: Rc<Self>, action: FocusAction) -> Rc<Self> {
        Rc::new(match action {
            FocusAction::Arrive(Some(target), side) => {
                let side = side.unwrap_or_else(|| Side::of(&target));
                Self {
                    target: Some(target),
                    side,
                    sheet: side == Side::Card,
                    arrival: self.arrival.wrapping_add(1),
                }
            }
            FocusAction::Arrive(None, _) => Self { arrival: self.arrival, ..Self::default() },
            FocusAction::Sheet(sheet) => Self { sheet, ..(*self).clone() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote() -> Target {
        Target::Quote("q1".to_owned())
    }

    fn after(actions: impl IntoIterator<Item = FocusAction>) -> Rc<Focus> {
        actions.into_iter().fold(Rc::default(), Reducible::reduce)
    }

    #[test]
    fn a_link_to_a_card_opens_the_sheet_and_a_link_to_the_text_closes_it() {
        let at_card = after([FocusAction::Arrive(Some(quote()), Some(Side::Card))]);
        assert!(at_card.sheet);
        let at_text = at_card.reduce(FocusAction::Arrive(Some(quote()), Some(Side::Text)));
        assert!(!at_text.sheet);
        assert_eq!(at_text.target, Some(quote()));
    }

    #[test]
    fn the_same_link_twice_arrives_twice() {
        let arrive = || FocusAction::Arrive(Some(quote()), Some(Side::Text));
        assert_ne!(after([arrive()]).arrival, after([arrive(), arrive()]).arrival);
    }

    #[test]
    fn a_link_without_a_side_leads_to_where_its_kind_is_read() {
        let person = Target::Person("p1".to_owned());
        assert_eq!(after([FocusAction::Arrive(Some(person), None)]).side, Side::Card);
        assert_eq!(after([FocusAction::Arrive(Some(quote()), None)]).side, Side::Text);
    }

    #[test]
    fn leaving_puts_the_lights_out() {
        let left =
            after([FocusAction::Arrive(Some(quote()), None), FocusAction::Arrive(None, None)]);
        assert_eq!(left.target, None);
        assert!(!left.sheet);
    }

    #[test]
    fn the_sheet_opens_without_a_change_of_what_is_lit() {
        let arrived = after([FocusAction::Arrive(Some(quote()), Some(Side::Text))]);
        let opened = Rc::clone(&arrived).reduce(FocusAction::Sheet(true));
        assert!(opened.sheet);
        assert_eq!((&opened.target, opened.arrival), (&arrived.target, arrived.arrival));
    }
}
