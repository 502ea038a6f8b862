//! What stands around every page: the masthead, what the keys do, and word of the desk.
//!
//! A key does what a control on the page does: it clicks the control that has the action's name in
//! `data-key`, so that nothing is for the keyboard alone. What has no control of its own, as the
//! paragraph cursor, is done here.

mod cursor;
mod desk;
mod keyboard;
mod masthead;
mod place;
mod selected;

pub(super) use desk::{aloud, ask, desk, tool, use_desk};
pub(super) use keyboard::use_keys;
pub use masthead::can_speak;
pub(super) use masthead::masthead;
pub use place::top_block;
pub(super) use place::{length, use_place};
pub(super) use selected::{selected, use_selected};
