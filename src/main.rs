//! The page: picks the renderer and starts the app in its place on the page.

fn main() {
    let page = web_sys::window().and_then(|window| window.document()?.get_element_by_id("page"));
    if let Some(page) = page {
        yew::Renderer::<verbatim::reader::App>::with_root(page).render();
    }
}
