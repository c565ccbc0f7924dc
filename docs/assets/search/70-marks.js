/* The words that led to a page are marked on it, until Escape. Nothing of the page changes: the browser paints them. */
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

  search.unmark = () => CSS.highlights?.delete(NAME) ?? false;

  search.mark = () => {
    const article = document.querySelector("article");
    const forms = new Set(search.words(new URLSearchParams(location.search).get("h") ?? ""));
    if (!article || !forms.size || !CSS.highlights) return;
    CSS.highlights.set(NAME, new Highlight(...ranges(article, forms)));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !search.unmark()) return;
      const address = new URL(location.href);
      address.searchParams.delete("h");
      history.replaceState(history.state, "", address);
    });
  };
})();
