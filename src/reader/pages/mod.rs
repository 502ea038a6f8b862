//! The pages, one a file.

mod article;
mod home;
mod missing;

use std::rc::Rc;

use yew::prelude::*;

pub(super) use article::ArticlePage;
pub(super) use home::HomePage;
pub(super) use missing::missing;

use super::location::Location;
use super::messages::Messages;

/// What every page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct PageProps {
    /// The sentences in the reader's language.
    pub(crate) messages: Rc<Messages>,
    /// Where the reader is.
    pub(crate) location: Location,
}
