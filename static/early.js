// What must be there before the first paint: the reader's settings, and the language of the page. And
// paper is black on white, whatever the theme.
// The settings are stored as `name=value` words: numbers become custom properties of the root,
// the others its data attributes (src/reader/settings/ writes them).
{
  const root = document.documentElement;
  let tags = navigator.languages;
  try {
    for (const word of (localStorage.getItem("verbatim.settings") ?? "").split(" ")) {
      const [name, value] = word.split("=");
      if (!value) continue;
      if (name === "language") tags = [value];
      if (isNaN(value)) root.dataset[name] = value;
      else root.style.setProperty(`--${name}`, value);
    }
  } catch {
    // A browser that keeps nothing for this page has the defaults.
  }
  const spoken = tags.map((tag) => tag.split("-")[0].toLowerCase());
  root.lang = spoken.find((tag) => ["ru", "kk", "en"].includes(tag)) ?? "ru";
  addEventListener("beforeprint", () => (root.dataset.paper = ""));
  addEventListener("afterprint", () => delete root.dataset.paper);
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = `locales/${root.lang}.ftl`;
  document.head.append(link);
}
