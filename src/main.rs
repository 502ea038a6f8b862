//! The page: picks the renderer and starts the app.

fn main() {
    yew::Renderer::<verbatim::reader::App>::new().render();
}
