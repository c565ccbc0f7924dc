/* Filters the lists of a page that has a place for it: by words and by what lines and groups are marked with. The address keeps the state. Without scripts everything stands there. */
(() => {
  const place = document.querySelector("article .filter-place");
  if (!place) return;
  const FACETS = {
    standards: "Standards of",
    type: "Kind of indicator",
    region: "Practices from",
    size: "Size of the place",
    theme: "Theme",
    target: "Target of the 2030 Agenda",
  };
  const NUMBERED = new Intl.Collator("en", { numeric: true });
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const marks = (element) =>
    Object.keys(FACETS)
      .map((name) => [name, [...element.querySelectorAll(`.facet-${name}`)].map((mark) => mark.textContent)])
      .filter(([, values]) => values.length);

  /* "Under 5,000", "5,000 to 20,000" and "Over 1 million" in the order of their numbers; what has none comes last. */
  const sizeOf = (label) => {
    const found = /(\d[\d,]*)( million)?/.exec(label);
    if (!found) return Number.MAX_VALUE;
    return Number(found[1].replaceAll(",", "")) * (found[2] ? 1e6 : 1) - (/^under/i.test(label) ? 1 : 0);
  };

  /* A group is a heading with all that follows it up to the next one; only groups with lists of marked lines are filtered. */
  const isList = (part) => part.matches("details, ul") && part.querySelector("li [class^='facet-']");
  const groups = [...document.querySelectorAll("article :is(h2, h3)")]
    .map((heading) => {
      const parts = [heading];
      for (let next = heading.nextElementSibling; next && !/^H[23]$/.test(next.tagName); next = next.nextElementSibling) parts.push(next);
      const lists = parts.filter(isList);
      const about = parts.filter((part) => !lists.includes(part));
      const title = fold(about.map((part) => part.textContent).join(" "));
      return {
        about,
        targets: about.flatMap((part) => new Map(marks(part)).get("target") || []),
        lists: lists.map((list) => ({
          list,
          label: list.querySelector("summary"),
          text: list.querySelector("summary")?.textContent,
          lines: [...list.querySelectorAll("li")].map((line) => ({ line, title, text: fold(line.textContent), marks: new Map(marks(line)) })),
        })),
      };
    })
    .filter((group) => group.lists.length);
  const every = groups.flatMap((group) => group.lists.flatMap((list) => list.lines));

  const options = (name) => {
    const found = new Set(name === "target" ? groups.flatMap((group) => group.targets) : every.flatMap((line) => line.marks.get(name) || []));
    return [...found].sort((one, other) => (name === "size" ? sizeOf(one) - sizeOf(other) : NUMBERED.compare(one, other)));
  };

  const form = document.createElement("form");
  form.className = "filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter this page");
  const field = (label, control) => {
    const box = document.createElement("label");
    box.append(label, control);
    form.append(box);
    return control;
  };
  const words = Object.assign(document.createElement("input"), { type: "search", name: "words", autocomplete: "off" });
  field("Words", words);
  const choices = Object.entries(FACETS)
    .map(([name, label]) => [name, label, options(name)])
    .filter(([, , values]) => values.length > 1)
    .map(([name, label, values]) => {
      const choice = Object.assign(document.createElement("select"), { name });
      choice.append(new Option("All", ""), ...values.map((value) => new Option(value, value)));
      return field(label, choice);
    });
  const reset = Object.assign(document.createElement("button"), { type: "reset", textContent: "Show all" });
  const status = Object.assign(document.createElement("p"), { className: "filter-status" });
  status.setAttribute("role", "status");
  form.append(reset, status);

  const chosen = () => Object.fromEntries(choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]));

  /* A line that carries no mark of a facet is not judged by it: a size says nothing about a standard. */
  const fits = (line, wanted, asked) =>
    asked.every((word) => line.title.includes(word) || line.text.includes(word)) &&
    Object.entries(wanted).every(([name, value]) => !line.marks.has(name) || line.marks.get(name).includes(value));

  const show = ({ list, label, text, lines }, kept, isJudged) => {
    const isKept = new Set(kept);
    for (const line of lines) line.line.hidden = !isKept.has(line);
    list.hidden = !kept.length;
    if (!label) return;
    list.open = kept.length > 0 && (kept.length < lines.length || isJudged);
    label.textContent = kept.length < lines.length ? `${kept.length} of ${text}` : text;
  };

  /* Each choice says how many lines it would leave beside what else is chosen. */
  const count = (choice, { [choice.name]: own, target, ...wanted }, asked) => {
    const numbers = new Map();
    for (const group of groups.filter((each) => !target || each.targets.includes(target))) {
      for (const line of group.lists.flatMap((list) => list.lines)) {
        if (!line.marks.has(choice.name) || !fits(line, wanted, asked)) continue;
        for (const value of line.marks.get(choice.name)) numbers.set(value, (numbers.get(value) || 0) + 1);
      }
    }
    for (const option of [...choice.options].slice(1)) option.text = `${option.value} (${numbers.get(option.value) || 0})`;
  };

  const apply = () => {
    const { target, ...wanted } = chosen();
    const asked = fold(words.value).split(/\s+/).filter(Boolean);
    const names = Object.keys(wanted);
    let shown = 0;
    let left = 0;
    for (const group of groups) {
      const isMeant = !target || group.targets.includes(target);
      let own = 0;
      for (const list of group.lists) {
        const kept = isMeant ? list.lines.filter((line) => fits(line, wanted, asked)) : [];
        show(list, kept, list.lines.some((line) => names.some((name) => line.marks.has(name))));
        own += kept.length;
      }
      for (const part of group.about) part.hidden = !own;
      if (own) [shown, left] = [shown + 1, left + own];
    }
    for (const choice of choices) if (choice.name !== "target") count(choice, chosen(), asked);
    const isActive = asked.length > 0 || Boolean(target) || names.length > 0;
    status.textContent = isActive ? `${left} of ${every.length} entries, in ${shown} of ${groups.length} groups` : "";
  };

  const keep = () => {
    const state = new URLSearchParams(chosen());
    if (words.value.trim()) state.set("words", words.value.trim());
    const query = state.toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    } catch (error) {
      /* A page on a disk may not change its address in every browser; the filter works all the same. */
    }
  };

  const read = () => {
    const state = new URLSearchParams(location.search);
    words.value = state.get("words") || "";
    for (const choice of choices) choice.value = state.get(choice.name) || "";
    for (const choice of choices) if (choice.selectedIndex < 0) choice.value = "";
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }));
  place.after(form);
  read();
  apply();
})();
