/* The words that led to a page are marked on it, until Escape. Nothing of the text changes: the browser paints them. */
(() => {
  const search = window.golocalSearch;
  const NAME = "found";

  const ranges = (root, forms) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const [word, from, to] of search.places(walker.currentNode.data)) {
        if (!forms.has(word)) continue;
        const range = new Range();
        range.setStart(walker.currentNode, from);
        range.setEnd(walker.currentNode, to);
        found.push(range);
      }
    }
    return found;
  };

  const forget = () => {
    CSS.highlights.delete(NAME);
    const address = new URL(location.href);
    address.searchParams.delete("h");
    history.replaceState(history.state, "", address);
  };

  /* A button does what Escape does, for those who have no keys. */
  const button = () => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "unmark";
    made.textContent = "Remove marks";
    return made;
  };

  search.mark = () => {
    const article = document.querySelector("article");
    const forms = new Set(search.words(new URLSearchParams(location.search).get("h") ?? ""));
    if (!article || !forms.size || !CSS.highlights) return;
    CSS.highlights.set(NAME, new Highlight(...ranges(article, forms)));
    const off = button();
    const end = () => {
      forget();
      off.remove();
      removeEventListener("keydown", onKey);
    };
    const onKey = (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) end();
    };
    off.addEventListener("click", end);
    addEventListener("keydown", onKey);
    document.querySelector(".md-content").append(off);
  };
})();
