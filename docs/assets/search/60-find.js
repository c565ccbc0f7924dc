/* The page Find: results with filters. What is asked and chosen stands in the address. */
(() => {
  const search = window.golocalSearch;
  const AT_ONCE = 20;
  const QUIET = 250;
  const ROOMY = matchMedia("(min-width: 60em)");
  const page = document.querySelector(".find");
  if (!page) return;
  const form = page.querySelector("form");
  const query = form.elements.q;
  const status = page.querySelector("[role='status']");
  const list = page.querySelector(".found-list");
  const more = page.querySelector(".found-more");
  const boxes = page.querySelector(".find-filters");
  const chosenCount = page.querySelector(".find-chosen");
  const reset = page.querySelector(".find-reset");
  const everything = page.querySelector(".find-everything");
  const choice = page.querySelector(".find-choice");
  const state = { question: "", chosen: new Map() };
  let filters = [];
  let found = { results: [], marks: [] };
  let shown = 0;
  let asked = 0;

  /* Filters that are used and keep a page out. */
  const against = (number) =>
    filters.filter((filter) => {
      const chosen = state.chosen.get(filter.name);
      return chosen?.size && ![...chosen].some((value) => filter.values.get(value)?.has(number));
    });

  const isAsking = () => search.asked(state.question).length > 0 || isChosen();

  const everyPage = () => {
    const { titles } = search.catalogue;
    const results = titles.map((_, number) => ({ page: number, score: 0 }));
    return { marks: [], results: results.sort((one, other) => titles[one.page].localeCompare(titles[other.page], "en")) };
  };

  const read = () => {
    const given = new URLSearchParams(location.search);
    state.question = given.get("q") ?? "";
    query.value = state.question;
    state.chosen = new Map(filters.map(({ name, values }) => [name, new Set(given.getAll(name).filter((value) => values.has(value)))]));
  };
  const write = (isNew) => {
    const address = new URL(location.href);
    address.search = "";
    address.hash = "";
    if (state.question.trim()) address.searchParams.set("q", state.question.trim());
    for (const [name, values] of state.chosen) for (const value of values) address.searchParams.append(name, value);
    if (address.href === location.href) return;
    history[isNew ? "pushState" : "replaceState"](null, "", address);
  };

  const showMore = (isFirst) => {
    const results = found.results.filter(({ page: number }) => !against(number).length);
    const from = isFirst ? 0 : shown;
    shown = Math.min(from + AT_ONCE, results.length);
    search.show(list, results, found.marks, from, shown);
    more.hidden = shown >= results.length;
    if (!isFirst) list.children[from]?.querySelector("a").focus();
    return results.length;
  };

  const count = () => {
    for (const filter of filters) for (const row of filter.rows) row.number = 0;
    for (const { page: number } of found.results) {
      const outside = against(number);
      if (outside.length > 1) continue;
      for (const filter of outside.length ? outside : filters) {
        for (const row of filter.rowsOf.get(number) ?? []) row.number++;
      }
    }
    for (const filter of filters) {
      for (const { number, line, count, box } of filter.rows) {
        if (count.textContent !== String(number)) count.textContent = number;
        line.hidden = !number && !box.checked;
      }
      filter.box.hidden = filter.rows.every(({ line }) => line.hidden);
    }
    const number = [...state.chosen.values()].reduce((total, values) => total + values.size, 0);
    chosenCount.textContent = number ? `, ${number} chosen` : "";
    reset.hidden = !number;
  };

  const display = (isDone) => {
    const isOn = isAsking();
    everything.hidden = isOn;
    if (!isOn) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
    } else {
      const number = showMore(true);
      if (isDone) status.textContent = number ? search.numberOf(number) : "Nothing found. Try fewer or other words, or take a filter away.";
    }
    count();
  };

  const ask = async () => {
    const own = ++asked;
    for (const filter of filters) for (const { box, value } of filter.rows) box.checked = state.chosen.get(filter.name).has(value);
    const take = (answer, isDone) => {
      found = answer;
      display(isDone);
    };
    if (!search.asked(state.question).length) return take(everyPage(), true);
    return search.answer(state.question, document.activeElement === query && !/[\s?.!]$/.test(query.value), take, () => own !== asked);
  };

  const line = (filter, value) => {
    const row = document.createElement("li");
    const label = document.createElement("label");
    const box = document.createElement("input");
    const count = document.createElement("span");
    box.type = "checkbox";
    box.name = filter.name;
    box.value = value;
    count.className = "find-count";
    label.append(box, ` ${value} `, count);
    row.append(label);
    box.addEventListener("change", () => {
      state.chosen.get(filter.name)[box.checked ? "add" : "delete"](value);
      write(true);
      ask();
    });
    return { line: row, box, count, value };
  };

  const build = (filter) => {
    const box = document.createElement("details");
    const summary = document.createElement("summary");
    const rows = document.createElement("ul");
    summary.textContent = filter.label;
    filter.rows = [...filter.values.keys()].map((value) => line(filter, value));
    filter.rowsOf = new Map();
    for (const row of filter.rows) {
      for (const number of filter.values.get(row.value)) {
        if (!filter.rowsOf.has(number)) filter.rowsOf.set(number, []);
        filter.rowsOf.get(number).push(row);
      }
    }
    rows.append(...filter.rows.map((row) => row.line));
    box.append(summary, rows);
    filter.box = box;
    return box;
  };

  const isChosen = () => [...state.chosen.values()].some((values) => values.size);
  const openChosen = () => {
    for (const filter of filters) filter.box.open ||= state.chosen.get(filter.name).size > 0;
  };

  search.openFind = async () => {
    try {
      await search.indexed;
      filters = await search.loadFilters();
      boxes.append(...filters.map(build));
      read();
      openChosen();
      choice.open = ROOMY.matches;
      await ask();
    } catch {
      status.textContent = "The search cannot be loaded. Below is the list of everything.";
    }
  };

  let waiting;
  query.addEventListener("input", () => {
    state.question = query.value;
    ask();
    clearTimeout(waiting);
    waiting = setTimeout(write, QUIET, false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    state.question = query.value;
    clearTimeout(waiting);
    write(true);
    ask();
  });
  more.addEventListener("click", () => showMore(false));
  reset.addEventListener("click", () => {
    for (const values of state.chosen.values()) values.clear();
    write(true);
    ask();
    query.focus();
  });
  addEventListener("popstate", () => {
    read();
    openChosen();
    ask();
  });
})();
