// Starts the page. Trunk's own loader is an inline script, which the page's policy refuses.
import init from "./page.js";

init({ module_or_path: new URL("./page_bg.wasm", import.meta.url) });
