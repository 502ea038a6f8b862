//! The article file, from outside: its schema, its laws, the command, the bundled articles.

mod broken;
mod bundled;
mod command;
mod round_trip;
