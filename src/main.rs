//! The page: picks the renderer and starts the app.
fn main() {}
