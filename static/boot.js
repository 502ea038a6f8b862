// Starts the page, and the desk when it is first asked for. Trunk's own loader is an inline script,
// which the page's policy refuses.
import init from "./page.js";

const start = (init, name) =>
  init({ module_or_path: new URL(`./${name}_bg.wasm`, import.meta.url) });

const styles = () =>
  new Promise((done, failed) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "desk.css";
    sheet.onload = done;
    sheet.onerror = failed;
    document.head.append(sheet);
  });

// What is asked stands on the root in `data-asked` (src/reader/frame/desk.rs puts it there), how
// far the desk is in `data-desk`.
const { dataset } = document.documentElement;
let failures = 0;
document.addEventListener("ask", async () => {
  if (dataset.desk === "loading" || dataset.desk === "ready") return;
  dataset.desk = "loading";
  try {
    // A browser may remember that a script did not come: another try has another address.
    const script = import(failures ? `./desk.js?${failures}` : "./desk.js");
    const [desk] = await Promise.all([script, styles()]);
    await start(desk.default, "desk");
    dataset.desk = "ready";
  } catch {
    failures += 1;
    dataset.desk = "failed";
  }
});

// It comes by itself where it will be wanted: where words of the article are selected, which it
// marks, and, once there is time, where the article has notes (src/desk/notes/shelf.rs), which it
// draws.
const come = () => dataset.desk || document.dispatchEvent(new Event("ask"));
document.addEventListener("selectionchange", () => {
  const { isCollapsed, anchorNode } = getSelection();
  if (!isCollapsed && anchorNode.parentElement?.closest(".body")) come();
});
const draw = () => {
  try {
    const noted = localStorage.getItem("verbatim.noted") ?? "";
    const article = location.pathname.split("/").findLast(Boolean);
    if (noted.split(" ").includes(article)) setTimeout(come, 300);
  } catch {
    // A browser that keeps nothing for this page keeps no notes.
  }
};
addEventListener("moved", draw);
addEventListener("popstate", draw);
draw();

// An Intl that has Kazakh by name alone writes November as M11. It is given the words before a
// page in Kazakh starts; any other may come to need them.
const bare = /\d/.test(new Intl.DateTimeFormat("kk", { month: "long" }).format(0));
const words = bare && import("./kazakh.js").catch(() => {});
if (document.documentElement.lang === "kk") await words;

start(init, "page");
