/* The box that the header opens: an input, the number of results, a list of links. */
(() => {
  const search = window.golocalSearch;
  const SHOWN = 8;
  const dialog = document.querySelector(".search-box");
  if (!dialog) return;
  const form = dialog.querySelector("form");
  const query = form.elements.q;
  const status = dialog.querySelector("[role='status']");
  const list = dialog.querySelector(".found-list");
  const all = dialog.querySelector(".found-all");
  let asked = 0;

  const show = ({ results, marks }, isDone) => {
    search.show(list, results, marks, 0, SHOWN);
    if (!isDone) return;
    status.textContent = results.length > SHOWN ? `${search.numberOf(results.length)}, the first ${SHOWN} below` : search.numberOf(results.length);
    all.hidden = results.length <= SHOWN;
  };
  const clear = (text) => {
    list.replaceChildren();
    all.hidden = true;
    status.textContent = text;
  };

  search.ask = () => {
    const own = ++asked;
    const question = query.value;
    const isUnfinished = !/[\s?.!]$/.test(question);
    all.search = new URLSearchParams({ q: question });
    if (!search.words(question).length) return clear("");
    if (!status.textContent) status.textContent = "Searching …";
    return search.answer(question, isUnfinished, show, () => own !== asked).catch(() => {
      if (own === asked) clear("The search cannot be loaded. The page Find lists everything.");
    });
  };
  query.addEventListener("input", search.ask);

  /* Arrows go through the links; Tab does too. */
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [query, ...list.querySelectorAll("a"), ...(all.hidden ? [] : [all])];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  });
})();
