//! The pages, one a file.

mod article;
mod home;
mod missing;

pub(super) use article::ArticlePage;
pub(super) use home::HomePage;
pub(super) use missing::MissingPage;
