/* What a word of a question weighs on each page: by its forms, as the beginning of longer words, or by words that are like it. */
(() => {
  const search = window.golocalSearch;
  const FIELDS = ["title", "name", "also", "headings"];
  const BOOST = { title: 3, name: 3, also: 2, headings: 1 };
  const FIRST_TIER = 0.6; // what a title weighs beside a body
  const OTHER_FORM = 0.75; // another form of the word
  const BEGINNING = 0.5; // a longer word
  const NEAR = 0.6; // a word spelt alike
  const ALIKE = 0.4; // an unknown word that begins as another does
  const KIND = 1; // what it counts that a page is of a kind that was asked for
  const PHRASE = 3; // how much it counts that a page holds all words of a phrase
  const MOST_PREFIXED = 30;
  const AT_ONCE = 250;
  const SHORTEST = 4; // letters of a part of an unknown word

  let titles;
  let ofKind = new Map();

  /* Fill the first tier, in pieces that leave the page its time. */
  search.fill = (data) => {
    titles = new MiniSearch({ fields: FIELDS, tokenize: search.words, processTerm: (word) => word });
    keepKinds(data);
    search.keepWords(data);
    const others = data.synonyms.map(([, ...rest], index) => ({ id: -1 - index, also: rest.join(" ") }));
    const nameOf = (id) => (data.titles[id].includes(data.names[id] ?? "") ? "" : data.names[id]);
    const pages = data.titles.map((title, id) => ({
      id, title, name: nameOf(id), also: (data.also[id] ?? []).join(" "), headings: (data.headings[id] ?? []).join(" "),
    }));
    return titles.addAllAsync([...pages, ...others], { chunkSize: AT_ONCE });
  };

  /* Pages by the words with which one asks for their kind. */
  const keepKinds = ({ asked, kind }) => {
    ofKind = new Map();
    asked.forEach((words, number) => {
      const pages = kind.flatMap((one, page) => (one === number ? [page] : []));
      for (const word of words.split(" ").filter(Boolean)) ofKind.set(word, [...(ofKind.get(word) ?? []), ...pages]);
    });
  };

  /* Keep the better one of two scores, for every page; `factor` is for the others. */
  const take = (scores, others, factor = 1) => {
    for (const [page, score] of others) if (score * factor > (scores.get(page) ?? 0)) scores.set(page, score * factor);
  };

  /* Pages by what a word weighs in their titles; the words that were taken for it go into `taken`. */
  const inTitles = (word, options, taken, factor) => {
    const scores = new Map();
    for (const hit of titles.search(word, { boost: BOOST, ...options })) {
      for (const term of Object.keys(hit.match)) taken.add(term);
      if (hit.id >= 0) scores.set(hit.id, hit.score * FIRST_TIER * factor);
    }
    return scores;
  };

  const inBodies = ([, postings], factor, scores) => {
    for (let at = 0; at < postings.length; at += 2) {
      const score = (postings[at + 1] / 10) * factor;
      if (score > (scores.get(postings[at]) ?? 0)) scores.set(postings[at], score);
    }
  };

  const sum = (one, other) => {
    const total = new Map(one);
    for (const [page, score] of other) total.set(page, (total.get(page) ?? 0) + score);
    return total;
  };

  const addKind = (word, scores, taken) => {
    const pages = ofKind.get(word);
    if (!pages) return;
    taken.add(word);
    const score = KIND * Math.log(1 + search.catalogue.titles.length / pages.length);
    for (const page of pages) scores.set(page, (scores.get(page) ?? 0) + score);
  };

  /* By the forms of the word alone. */
  const ofForms = (word, taken) => {
    const group = search.shard(word)?.get(word);
    const title = inTitles(word, {}, taken, 1);
    const body = new Map();
    for (const form of group?.[0] ?? []) {
      taken.add(form);
      if (form !== word) take(title, inTitles(form, {}, taken, OTHER_FORM));
    }
    if (group) inBodies(group, 1, body);
    addKind(word, body, taken);
    return sum(title, body);
  };

  const ofBeginning = (word, taken) => {
    const title = inTitles(word, { prefix: true }, taken, BEGINNING / 0.375);
    const body = new Map();
    const longer = [...(search.shard(word) ?? [])].filter(([form]) => form.startsWith(word));
    longer.sort((one, other) => other[1][1].length - one[1][1].length);
    for (const [form, group] of longer.slice(0, MOST_PREFIXED)) {
      taken.add(form);
      inBodies(group, BEGINNING, body);
    }
    return sum(title, body);
  };

  const mostOff = (word) => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0);

  /* By words that are spelt alike, first in titles, then in bodies. */
  const ofNear = (word, taken) => {
    const near = new Set();
    const most = mostOff(word);
    if (!most || /^\p{N}+$/u.test(word)) return new Map();
    inTitles(word, { fuzzy: most }, near, 1);
    for (const [form] of search.shard(word) ?? []) if (search.isNear(word, form, most)) near.add(form);
    const close = [...near].filter((form) => search.isNear(word, form, 1));
    const scores = new Map();
    for (const form of close.length ? close : near) take(scores, ofForms(form, taken), NEAR);
    return scores;
  };

  const isKnown = (word) => word.length >= SHORTEST && (titles.search(word).length > 0 || Boolean(search.shard(word)?.has(word)));

  const shared = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    return at;
  };

  /* Whether one word begins with the other, or both so much alike that they may be forms of one, in a language that no stemmer here knows. */
  const isAlike = (word, form) => {
    const same = shared(word, form);
    const least = same === form.length ? 0.4 * word.length : 0.6 * Math.max(word.length, form.length);
    return same >= Math.max(SHORTEST, least);
  };

  /* By the words of which it is put together; if there are none, by those that begin as it does. */
  const ofAlike = (word, taken) => {
    const found = new Set();
    inTitles(word.slice(0, SHORTEST), { prefix: true }, found, 1);
    for (const [form] of search.shard(word) ?? []) found.add(form);
    const forms = [...found].filter((form) => isAlike(word, form));
    const scores = new Map();
    for (const form of forms) {
      const rest = word.slice(form.length);
      if (word.startsWith(form) && isKnown(rest)) take(scores, ofPhrase([form, rest], [taken]), ALIKE);
    }
    if (scores.size) return scores;
    const most = Math.max(...forms.map((form) => shared(word, form)));
    for (const form of forms) if (shared(word, form) === most) take(scores, ofForms(form, taken), ALIKE);
    return scores;
  };

  /* Pages with all words of a phrase, or with all but one where there are more than two. The words that were taken go into each of `takers`. */
  const ofPhrase = (words, takers) => {
    const parts = words.map((word) => {
      const taken = new Set();
      const scores = ofForms(word, taken);
      for (const taker of takers) for (const form of taken) taker.add(form);
      return scores;
    });
    const least = words.length > 2 ? words.length - 1 : words.length;
    const scores = new Map();
    for (const page of new Set(parts.flatMap((part) => [...part.keys()]))) {
      const held = parts.filter((part) => part.has(page));
      if (held.length < least) continue;
      const total = held.reduce((total, part) => total + part.get(page), 0);
      scores.set(page, total * (held.length / parts.length) ** PHRASE);
    }
    return scores;
  };

  /* Scores by page for a word of a question. `own` are the words taken for it, `taken` may get those of other phrases besides. */
  const ofWord = (word, isUnfinished) => {
    const taken = new Set();
    let scores = ofForms(word, taken);
    const isNowhere = () => !scores.size && !taken.size;
    if (isUnfinished || isNowhere()) take(scores, ofBeginning(word, taken));
    if (isNowhere()) scores = ofNear(word, taken);
    if (isNowhere()) scores = ofAlike(word, taken);
    return { word, scores, taken, own: new Set(taken) };
  };

  search.match = { isKnown, ofForms, ofPhrase, ofWord, take };
})();
