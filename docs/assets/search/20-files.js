/* The files of the index: classic scripts, because a page opened from a disk may load nothing else. Each calls one of the functions below. */
(() => {
  const search = window.golocalSearch;
  search.root = new URL("../../", document.currentScript.src);
  const folder = new URL("search/", search.root);
  const asked = new Map();
  const arrived = new Map();
  const failed = new Set();
  let edition = "";
  let shards = new Set();
  let longest = 0;
  let chunkOf = [];

  const script = (address) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = () => reject(new Error(`${address} cannot be loaded`));
      document.head.append(element);
    });

  /* What a file brought, or null where it is of another edition or did not come. */
  const file = (key, name) => {
    if (!asked.has(key)) {
      const brought = script(`${new URL(name, folder)}?v=${edition}`).then(
        () => arrived.get(key) ?? null,
        () => null,
      ).then((value) => {
        if (!value) failed.add(key);
        return value;
      });
      asked.set(key, brought);
    }
    return asked.get(key);
  };
  const keep = (from, key, value) => {
    if (from === edition) arrived.set(key, value);
  };

  const fromSteps = (steps) => {
    let at = 0;
    return steps.map((step) => (at += step));
  };

  search.start = (data) => {
    edition = data.edition;
    shards = new Set(data.shards.split(" ").filter(Boolean));
    longest = Math.max(0, ...Array.from(shards, (name) => name.length));
    chunkOf = fromSteps(data.chunks);
    search.catalogue = data;
    search.indexed = search.fill(data);
  };

  const shardOf = (word) => {
    for (let length = Math.min(longest, word.length); length > 1; length--) {
      if (shards.has(word.slice(0, length))) return word.slice(0, length);
    }
    return "";
  };
  const nameOf = (shard) => `${search.letters(shard).map((letter) => letter.codePointAt(0).toString(16)).join("-")}.js`;

  search.add = (from, key, groups) => {
    const byWord = new Map();
    for (const group of groups) for (const form of group[0]) byWord.set(form, group);
    keep(from, key, byWord);
  };
  /* Words whose shard was looked for and has not come yet. */
  search.wanted = new Set();
  /* Groups of forms by word, for the words with the same beginning; null where there are none, undefined where they have not come yet. */
  search.shard = (word) => {
    const shard = shardOf(word);
    if (!shard) return null;
    const key = nameOf(shard).replace(".js", "");
    if (arrived.has(key)) return arrived.get(key);
    if (!failed.has(key)) search.wanted.add(word);
    return undefined;
  };
  search.loadShard = (word) => {
    const shard = shardOf(word);
    return shard ? file(nameOf(shard).replace(".js", ""), nameOf(shard)) : Promise.resolve(null);
  };

  search.text = (from, key, pages) => keep(from, `text ${key}`, pages);
  /* Sections of what has that number: anchor, heading, text; null where they cannot be had. */
  search.sections = async (number) => {
    let chunk = 0;
    for (let high = chunkOf.length; high - chunk > 1; ) {
      const middle = (chunk + high) >> 1;
      if (chunkOf[middle] <= number) chunk = middle;
      else high = middle;
    }
    const pages = await file(`text ${chunk}`, `text/${chunk}.js`);
    return pages ? pages[number - chunkOf[chunk]] : null;
  };

  search.filters = (from, key, rows) => {
    keep(from, "filters", rows.map(([name, label, values]) => ({
      name, label, values: new Map(values.map(([value, steps]) => [value, new Set(fromSteps(steps))])),
    })));
  };
  search.loadFilters = async () => (await file("filters", "filters.js")) ?? [];
})();
