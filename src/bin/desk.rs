//! The desk: what one does with an article. Picks the renderer and starts the app in its place on
//! the page, when the page first asks for it.

fn main() {
    let desk = web_sys::window().and_then(|window| window.document()?.get_element_by_id("desk"));
    if let Some(desk) = desk {
        yew::Renderer::<verbatim::desk::Desk>::with_root(desk).render();
    }
}
