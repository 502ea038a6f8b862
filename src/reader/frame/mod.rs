//! What stands around every page: the masthead, the panel of settings, the list of keys, and what
//! the keys do.
//!
//! A key does what a control on the page does: it clicks the control that has the action's name in
//! `data-key`, so that nothing is for the keyboard alone. What has no control of its own, as the
//! paragraph cursor, is done here.

mod cursor;
mod help;
mod keyboard;
mod masthead;
mod panel;
mod place;

pub(super) use help::help;
pub(super) use keyboard::use_keys;
pub(super) use masthead::masthead;
pub(super) use panel::panel;
pub(super) use place::{length, top_block, use_place};
