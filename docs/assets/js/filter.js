/* Filters the sections of a page that has a place for it: by words and by what lines and sections are marked with. The address keeps the state. Without scripts everything stands there. */
(() => {
  const place = document.querySelector("article .filter-place");
  if (!place) return;
  const FACETS = {
    standards: "Standards of",
    type: "Kind of indicator",
    region: "Practices from",
    size: "Size of the place",
    target: "Target of the 2030 Agenda",
  };
  const NUMBERED = new Intl.Collator("en", { numeric: true });
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const values = (element, name) => [...element.querySelectorAll(`.facet-${name}`)].map((mark) => mark.textContent);

  /* "Under 5,000", "5,000 to 20,000" and "Over 1 million" in the order of their numbers; what has none comes last. */
  const sizeOf = (label) => {
    const found = /(\d[\d,]*)( million)?/.exec(label);
    if (!found) return Number.MAX_VALUE;
    return Number(found[1].replaceAll(",", "")) * (found[2] ? 1e6 : 1) - (/^under/i.test(label) ? 1 : 0);
  };

  /* A section is a heading of level 2 with all that follows it; only sections with lists to open are filtered. */
  const sections = [...document.querySelectorAll("article h2")]
    .map((heading) => {
      const parts = [heading];
      for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) parts.push(next);
      const lists = parts.filter((part) => part.matches("details.crossings"));
      const about = parts.filter((part) => !lists.includes(part));
      return {
        parts,
        title: fold(about.map((part) => part.textContent).join(" ")),
        targets: about.flatMap((part) => values(part, "target")),
        lists: lists.map((list) => ({
          list,
          label: list.querySelector("summary"),
          text: list.querySelector("summary").textContent,
          lines: [...list.querySelectorAll("li")].map((line) => ({ line, text: fold(line.textContent) })),
        })),
      };
    })
    .filter((section) => section.lists.length);

  const options = (name) => {
    const found = new Set(sections.flatMap((section) => section.parts.flatMap((part) => values(part, name))));
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
  const choices = Object.entries(FACETS).map(([name, label]) => {
    const choice = Object.assign(document.createElement("select"), { name });
    choice.append(new Option("All", ""), ...options(name).map((value) => new Option(value, value)));
    return field(label, choice);
  });
  const reset = Object.assign(document.createElement("button"), { type: "reset", textContent: "Show all" });
  const status = Object.assign(document.createElement("p"), { className: "filter-status" });
  status.setAttribute("role", "status");
  form.append(reset, status);

  const chosen = () => Object.fromEntries(choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]));

  /* A line that carries no mark of a facet is not judged by it: a size says nothing about a standard. */
  const fits = (line, wanted, asked, titleFits) =>
    asked.every((word) => titleFits || line.text.includes(word)) &&
    Object.entries(wanted).every(([name, value]) => {
      const own = values(line.line, name);
      return !own.length || own.includes(value);
    });

  const apply = () => {
    const { target, ...wanted } = chosen();
    const asked = fold(words.value).split(/\s+/).filter(Boolean);
    const active = asked.length > 0 || Boolean(target) || Object.keys(wanted).length > 0;
    let rights = 0;
    let lines = 0;
    for (const section of sections) {
      const titleFits = asked.every((word) => section.title.includes(word));
      let left = 0;
      for (const group of section.lists) {
        const kept = group.lines.filter((line) => fits(line, wanted, asked, titleFits));
        const isKept = new Set(kept);
        for (const line of group.lines) line.line.hidden = !isKept.has(line);
        group.list.hidden = !kept.length;
        group.list.open = kept.length > 0 && kept.length < group.lines.length;
        group.label.textContent = active && kept.length < group.lines.length ? `${kept.length} of ${group.text}` : group.text;
        left += kept.length;
      }
      const shown = left > 0 && (!target || section.targets.includes(target));
      for (const part of section.parts) if (!part.matches("details.crossings") || !shown) part.hidden = !shown;
      if (shown) [rights, lines] = [rights + 1, lines + left];
    }
    status.textContent = active ? `${rights} of ${sections.length} rights, ${lines} lines` : "";
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
  place.before(form);
  read();
  apply();
})();
