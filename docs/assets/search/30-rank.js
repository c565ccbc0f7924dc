/* Which pages answer a question, and in which order. */
(() => {
  const search = window.golocalSearch;
  const FIELDS = ["title", "also", "headings"];
  const BOOST = { title: 3, also: 2, headings: 1 };
  const FIRST_TIER = 0.6; // what a title weighs beside a body
  const OTHER_FORM = 0.75; // another form of the word
  const BEGINNING = 0.5; // a longer word
  const OTHER_WORD = 0.65; // a synonym
  const NEAR = 0.6; // a word spelt alike
  const MOST_PREFIXED = 30;
  const AT_ONCE = 250;
  const COVERAGE = 1.25; // how much it counts that a page holds all words
  const WHOLE_TITLE = 0.5; // what a title adds whose words were all asked for
  const WHOLE_NAME = 0.25; // the same for another name of several words
  const KIND = 1; // what it counts that a page is of a kind that was asked for
  const PHRASE = 3; // how much it counts that a page holds all words of a phrase
  const ALIKE = 0.4; // an unknown word that begins as another does
  const ROUNDS = 3;
  const PATIENCE = 100;

  const KINDS_ASKED = new Set(["Worksheet", "Learning path", "Question to test yourself", "Indicator", "City practice", "Task", "Article", "News", "Term"]);

  let titles;
  let names = [];
  let ofKind = new Map();
  let empty = new Set();
  let phrases = new Map();

  /* Fill the first tier, in pieces that leave the page its time. */
  search.fill = async (data) => {
    empty = new Set(data.empty.split(" "));
    titles = new MiniSearch({ fields: FIELDS, tokenize: search.words, processTerm: (word) => word });
    phrases = new Map();
    names = [];
    keepKinds(data);
    const others = data.synonyms.map(([preferred, ...rest], index) => {
      keepPhrases(meaningful(search.words(preferred)), rest);
      return { id: -1 - index, also: rest.join(" ") };
    });
    const pages = data.titles.map((title, id) => ({
      id, title, also: (data.also[id] ?? []).join(" "), headings: (data.headings[id] ?? []).join(" "),
    }));
    await titles.addAllAsync([...pages, ...others], { chunkSize: AT_ONCE });
  };

  const meaningful = (words) => {
    const kept = words.filter((word) => !empty.has(word));
    return kept.length ? kept : words;
  };

  /* Other words by their first one. */
  const keepPhrases = (preferred, rest) => {
    for (const other of rest) {
      const words = meaningful(search.words(other));
      if (!words.length) continue;
      if (!phrases.has(words[0])) phrases.set(words[0], []);
      phrases.get(words[0]).push({ words, preferred });
    }
  };

  /* The words of a question that carry meaning. */
  search.asked = (question) => [...new Set(meaningful(search.words(question)))];

  /* Pages by the words for their kinds. Words that stand on most pages tell nothing. */
  const keepKinds = ({ kinds, kind }) => {
    ofKind = new Map();
    kinds.forEach((both, number) => {
      if (!both.some((name) => KINDS_ASKED.has(name))) return;
      const pages = kind.flatMap((one, page) => (one === number ? [page] : []));
      for (const word of new Set(both.flatMap((name) => search.words(name)))) {
        ofKind.set(word, [...(ofKind.get(word) ?? []), ...pages]);
      }
    });
  };

  const better = (scores, page, score) => {
    if (score > (scores.get(page) ?? 0)) scores.set(page, score);
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

  const inBodies = (group, factor, scores) => {
    const postings = group[1];
    for (let at = 0; at < postings.length; at += 2) better(scores, postings[at], (postings[at + 1] / 10) * factor);
  };

  const sum = (one, other) => {
    const total = new Map(one);
    for (const [page, score] of other) total.set(page, (total.get(page) ?? 0) + score);
    return total;
  };

  /* What one word weighs on each page, by its own forms only. */
  const ofForms = (word, taken) => {
    const group = search.shard(word)?.get(word);
    const title = inTitles(word, {}, taken, 1);
    const body = new Map();
    for (const form of group?.[0] ?? []) {
      taken.add(form);
      if (form !== word) for (const [page, score] of inTitles(form, {}, taken, OTHER_FORM)) better(title, page, score);
    }
    if (group) inBodies(group, 1, body);
    const asKind = ofKind.get(word);
    if (asKind) {
      taken.add(word);
      const score = KIND * Math.log(1 + search.catalogue.titles.length / asKind.length);
      for (const page of asKind) body.set(page, (body.get(page) ?? 0) + score);
    }
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

  /* A word that is nowhere: words that are spelt alike, first in titles, then in bodies. */
  const ofNear = (word, taken) => {
    const near = new Set();
    const most = mostOff(word);
    if (!most || /^\p{N}+$/u.test(word)) return new Map();
    inTitles(word, { fuzzy: most }, near, 1);
    for (const [form] of search.shard(word) ?? []) if (search.isNear(word, form, most)) near.add(form);
    const close = [...near].filter((form) => search.isNear(word, form, 1));
    const scores = new Map();
    for (const form of close.length ? close : near) {
      for (const [page, score] of ofForms(form, taken)) better(scores, page, score * NEAR);
    }
    return scores;
  };

  const isKnown = (word) => word.length > 3 && (titles.search(word).length > 0 || Boolean(search.shard(word)?.has(word)));

  const shared = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    return at;
  };

  /* Whether two words begin so much alike that they may be forms of one, as in languages that no stemmer here knows, or one a part of the other. */
  const isAlike = (word, form) => {
    const same = shared(word, form);
    return same >= 4 && (same === form.length ? same >= 0.4 * word.length : same >= 0.6 * Math.max(word.length, form.length));
  };

  const ofAlike = (word, taken) => {
    const alike = new Set();
    inTitles(word.slice(0, 4), { prefix: true }, alike, 1);
    for (const [form] of search.shard(word) ?? []) alike.add(form);
    const scores = new Map();
    const forms = [...alike].filter((form) => isAlike(word, form));
    const most = Math.max(...forms.map((form) => shared(word, form)));
    const parts = forms.map((form) => [form, word.slice(form.length)]).filter(([form, rest]) => word.startsWith(form) && isKnown(rest));
    for (const both of parts) for (const [page, score] of ofPhrase(both, [{ taken }])) better(scores, page, score * ALIKE);
    if (scores.size) return scores;
    for (const form of forms) {
      if (shared(word, form) < most) continue;
      for (const [page, score] of ofForms(form, taken)) better(scores, page, score * ALIKE);
    }
    return scores;
  };

  const weigh = (word, isUnfinished) => {
    const taken = new Set();
    let scores = ofForms(word, taken);
    const isKnown = scores.size > 0 || taken.size > 0;
    if (isUnfinished || !isKnown) {
      for (const [page, score] of ofBeginning(word, taken)) better(scores, page, score);
    }
    if (!scores.size && !taken.size) scores = ofNear(word, taken);
    if (!scores.size && !taken.size) scores = ofAlike(word, taken);
    return { word, scores, taken, own: new Set(taken) };
  };

  /* Where the words that were taken make up a phrase for which the site says something else, pages that say that are found too. */
  const withOtherWords = (weighed) => {
    weighed.forEach((first, begin) => {
      const next = weighed[begin + 1];
      if (next && isKnown(first.word + next.word)) {
        const taken = new Set();
        const scores = ofForms(first.word + next.word, taken);
        for (const part of [first, next]) {
          for (const form of taken) part.taken.add(form);
          for (const [page, score] of scores) better(part.scores, page, (score * OTHER_WORD) / 2);
        }
      }
      for (const { words, preferred } of [...first.own].flatMap((word) => phrases.get(word) ?? [])) {
        const span = weighed.slice(begin, begin + words.length);
        if (span.length < words.length || !words.every((word, index) => span[index].own.has(word))) continue;
        for (const [page, score] of ofPhrase(preferred, span)) {
          for (const part of span) better(part.scores, page, (score * OTHER_WORD) / span.length);
        }
      }
    });
  };

  const ofPhrase = (words, span) => {
    const parts = words.map((word) => {
      const taken = new Set();
      const scores = ofForms(word, taken);
      for (const part of span) for (const form of taken) part.taken.add(form);
      return scores;
    });
    const scores = new Map();
    const least = words.length - (words.length > 2 ? 1 : 0);
    for (const part of parts) {
      for (const page of part.keys()) {
        if (scores.has(page)) continue;
        const held = parts.filter((other) => other.has(page));
        if (held.length < least) continue;
        const total = held.reduce((total, other) => total + other.get(page), 0);
        scores.set(page, total * (held.length / parts.length) ** PHRASE);
      }
    }
    return scores;
  };

  const namesOf = (page) => {
    const { titles: all, also } = search.catalogue;
    const [title, ...others] = [all[page], ...(also[page] ?? [])].map((name) => meaningful(search.words(name)));
    return [[title, WHOLE_TITLE], ...others.filter((words) => words.length > 1).map((words) => [words, WHOLE_NAME])];
  };

  /* What it adds that the words make up a part of the title or of another name. */
  const ofName = (page, taken) => {
    names[page] ??= namesOf(page);
    return Math.max(...names[page].map(([words, whole]) => (whole * words.filter((word) => taken.has(word)).length) / (words.length || 1)));
  };

  /* Results of a question, best first: number of the page, score, and for each word the forms to mark. */
  search.rank = async (words, isUnfinished) => {
    const weighed = [];
    for (const [index, word] of words.entries()) {
      if (index) await search.pause();
      weighed.push(weigh(word, isUnfinished && index === words.length - 1));
    }
    withOtherWords(weighed);
    await search.pause();
    const known = weighed.filter(({ scores }) => scores.size);
    const count = search.catalogue.titles.length;
    const rarity = known.map(({ scores }) => Math.log(1 + count / scores.size));
    const whole = rarity.reduce((total, value) => total + value, 0);
    const totals = new Map();
    known.forEach(({ scores }, index) => {
      for (const [page, score] of scores) {
        const [total, part] = totals.get(page) ?? [0, 0];
        totals.set(page, [total + score, part + rarity[index]]);
      }
    });
    const taken = new Set(weighed.flatMap((part) => [...part.taken]));
    const results = Array.from(totals, ([page, [total, part]]) => ({
      page, score: total * (part / whole) ** COVERAGE * (1 + ofName(page, taken)) * (search.catalogue.weight[page] / 100),
    }));
    results.sort((one, other) => other.score - one.score || one.page - other.page);
    return { results, marks: weighed.map(({ taken }) => taken) };
  };

  /* Answer a question: `show` gets the results from titles, if bodies are late, and those from both; the last time with `isDone`. */
  search.answer = async (question, isUnfinished, show, isStale = () => false) => {
    await search.indexed;
    const words = search.asked(question);
    for (let round = 0; !isStale(); round++) {
      search.wanted.clear();
      const found = await search.rank(words, isUnfinished);
      if (isStale()) return;
      const isDone = !search.wanted.size || round === ROUNDS;
      await search.pause();
      if (isStale()) return;
      if (isDone) return show(found, isDone);
      const loaded = Promise.all([...search.wanted].map(search.loadShard));
      const isLate = await Promise.race([loaded.then(() => false), new Promise((resolve) => setTimeout(resolve, PATIENCE, true))]);
      if (isLate && !isStale()) show(found, isDone);
      await loaded;
    }
  };

  /* Addresses of the best answers. */
  search.find = async (question) => {
    let addresses = [];
    await search.answer(question, false, ({ results }) => {
      addresses = results.map(({ page }) => search.catalogue.addresses[page]);
    });
    return addresses;
  };
})();
