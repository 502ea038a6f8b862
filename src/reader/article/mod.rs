//! The text of an article, marked.
//!
//! In comes an article, out goes its [`Reading`]: its voices, and what is marked in each block.
//! [`body()`] shows it, once; from then on [`landing`] and [`layers`] light what the reader asks for
//! by attributes on its elements and by [`lights`], and [`evidence`] says why a quote is whose it is.

mod body;
mod copy;
pub mod evidence;
pub mod landing;
pub mod layers;
pub mod lights;
pub mod mark;
pub mod paint;
mod print;
mod reading;
mod segment;
mod strip;

pub(in crate::reader) use body::block;
pub use body::body;
pub(in crate::reader) use print::use_print;
pub use reading::Reading;
pub(crate) use segment::kind_name;
pub(in crate::reader) use segment::{card_id, kind_class};
pub(in crate::reader) use strip::{stretch, strip};
