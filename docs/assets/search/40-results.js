/* Results as a list of links: title, kind, place and size, section, and an excerpt with the words marked. */
(() => {
  const search = window.golocalSearch;
  const LENGTH = 190;
  const BEFORE = 60;
  const IN_HEADING = 3;
  const MOST_MARKED = 12;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  /* Words that were taken for one asked word count once. */
  const hits = (places, marks) => marks.filter((forms) => places.some(([word]) => forms.has(word))).length;

  /* The section that holds most of the words; the first one among equals. */
  const bestSection = (sections, marks) => {
    let best = { score: -1 };
    for (const [anchor, heading, text] of sections) {
      const places = search.places(text);
      const inHeading = anchor ? hits(search.places(heading), marks) * IN_HEADING : 0;
      const score = inHeading + hits(places, marks) * 2;
      if (score > best.score) best = { score, anchor, heading, text, places };
    }
    return best;
  };

  /* The stretch of the text with most of the words, whole words only. */
  const stretch = (text, places, marks) => {
    const marked = places.filter(([word]) => marks.some((forms) => forms.has(word)));
    if (!marked.length) return [0, Math.min(text.length, LENGTH), marked];
    let best = [0, 0];
    marked.forEach(([, from], index) => {
      const inside = marked.slice(index).filter(([, , to]) => to <= from + LENGTH - BEFORE);
      const count = hits(inside, marks) * 10 + inside.length;
      if (count > best[0]) best = [count, from];
    });
    const begin = best[1] <= BEFORE ? 0 : best[1] - BEFORE;
    return [begin, Math.min(text.length, begin + LENGTH), marked];
  };

  const excerpt = (text, places, marks) => {
    let [begin, end, marked] = stretch(text, places, marks);
    if (begin > 0) begin = Math.max(text.lastIndexOf(" ", begin) + 1, 0);
    if (end < text.length) end = text.lastIndexOf(" ", end) > begin ? text.lastIndexOf(" ", end) : end;
    const parts = begin > 0 ? ["… "] : [];
    let at = begin;
    for (const [, from, to] of marked) {
      if (from < at || to > end) continue;
      parts.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
      at = to;
    }
    parts.push(text.slice(at, end), end < text.length ? " …" : "");
    return parts;
  };

  const address = (page, anchor, marks) => {
    const [path, own] = search.catalogue.addresses[page].split("#");
    const url = new URL(path, search.root);
    const forms = [...new Set(marks.flatMap((taken) => [...taken]))].slice(0, MOST_MARKED);
    if (forms.length) url.searchParams.set("h", forms.join(" "));
    url.hash = anchor || own || "";
    return url.href;
  };

  /* Of a practice the town with its country, and how many people live there. */
  const placeOf = (page) => {
    const [place, size] = search.catalogue.where[page] ?? [];
    return place ? [element("span", "found-place", place), element("span", "found-size", search.catalogue.sizes[size])] : [];
  };

  const item = (page, marks) => {
    const { kinds, kind } = search.catalogue;
    const link = element("a", "found-title", search.catalogue.titles[page]);
    link.href = address(page, "", marks);
    const where = element("p", "found-where", element("span", "found-kind", kinds[kind[page]][0]), ...placeOf(page));
    const text = element("p", "found-text");
    return { row: element("li", "found", link, where, text), link, where, text };
  };

  /* The section and the excerpt come with the text of the page. */
  const complete = (page, sections, marks, { link, where, text }) => {
    if (!sections?.length) return;
    const best = bestSection(sections, marks);
    if (best.anchor) {
      link.href = address(page, best.anchor, marks);
      where.append(element("span", "found-section", best.heading));
    }
    text.replaceChildren(...excerpt(best.text, best.places, marks));
  };

  /* Rows come in place of others. Who stood on one of these stands on the one that comes in its place. */
  const replace = (list, rows) => {
    const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    list.replaceChildren(...rows);
    if (at >= 0) rows[Math.min(at, rows.length - 1)]?.querySelector("a").focus();
  };

  /* Show results in a list, from one number to another. Resolves when their excerpts are there, or the rows no longer. */
  search.show = async (list, results, marks, from = 0, to = 20) => {
    const items = results.slice(from, to).map(({ page }) => ({ page, parts: item(page, marks) }));
    const rows = items.map(({ parts }) => parts.row);
    if (from) list.append(...rows);
    else replace(list, rows);
    await Promise.all(items.map(async ({ page, parts }) => {
      const sections = await search.sections(page);
      await search.pause();
      if (parts.row.parentNode === list) complete(page, sections, marks, parts);
    }));
  };

  search.numberOf = (count) => (count === 0 ? "Nothing found" : count === 1 ? "1 result" : `${count} results`);
})();
