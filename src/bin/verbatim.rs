//! The command `verbatim`: annotates, checks and lists article files.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    verbatim::command::run(verbatim::command::Arguments::parse())
}
