/* Opens the search. What searches is loaded when somebody asks for it: in the header, on the page Find, or by an address with found words. */
(() => {
  const root = new URL("../../", document.currentScript.src);
  const dialog = document.querySelector(".search-box");
  const opener = document.querySelector("[data-search]");
  const status = dialog?.querySelector("[role='status']");

  /* In this order, but all at once. */
  const ENGINE = "assets/search/search.js";
  const ALL = [ENGINE, "assets/vendor/minisearch.js", "search/start.js"];
  const loading = new Map();
  const loadOne = (path) => {
    if (!loading.has(path)) {
      loading.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.async = false;
        script.src = new URL(path, root);
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }));
    }
    return loading.get(path);
  };
  const load = (paths) => Promise.all(paths.map(loadOne)).then(() => window.golocalSearch);

  if (dialog?.showModal && opener) {
    const query = dialog.querySelector("input");
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      dialog.showModal();
      query.select();
      load(ALL).then(
        (search) => search.ask(),
        () => (status.textContent = "The search cannot be loaded. The page Find lists everything."),
      );
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-closes], a")) dialog.close();
    });
    addEventListener("pageshow", (event) => event.persisted && dialog.close());
  }

  if (document.querySelector(".find")) {
    load(ALL).then(
      (search) => search.openFind(),
      () => (document.querySelector(".find [role='status']").textContent = "The search cannot be loaded. Below is the list of everything."),
    );
  }
  else if (new URLSearchParams(location.search).has("h")) load([ENGINE]).then((search) => search.mark());
})();
