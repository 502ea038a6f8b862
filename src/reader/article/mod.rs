//! The text of an article, marked.
//!
//! In comes an article, out goes its [`Reading`]: its voices, and what is marked in each block.
//! [`Body`] shows it, once; from then on [`landing`] lights what the reader asks for by attributes
//! on its elements.

mod body;
mod copy;
pub mod landing;
pub mod mark;
pub mod paint;
mod reading;
mod segment;
mod voice;

pub use body::{Body, BodyProps};
pub use reading::Reading;
pub(in crate::reader) use segment::kind_name;
pub use voice::{Voice, Voices, Who};
