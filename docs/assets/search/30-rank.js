/* Which pages answer a question, and in which order. */
(() => {
  const search = window.golocalSearch;
  const { isKnown, ofForms, ofPhrase, ofWord, take } = search.match;
  const OTHER_WORD = 0.65; // a synonym
  const COVERAGE = 1.25; // how much it counts that a page holds all words
  const WHOLE_TITLE = 0.6; // what a title adds whose words were all asked for
  const WHOLE_NAME = 0.25; // the same for another name of several words
  const AT_ONCE = 500;
  const ROUNDS = 3;
  const PATIENCE = 100;

  let names = [];
  let empty = new Set();
  let phrases = new Map();

  /* Words without meaning, and other words for those of the site. */
  search.keepWords = (data) => {
    names = [];
    empty = new Set(data.empty.split(" "));
    phrases = new Map();
    for (const [preferred, ...rest] of data.synonyms) keepPhrases(meaningful(search.words(preferred)), rest);
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

  const takeInto = (span, scores) => {
    for (const part of span) take(part.scores, scores, OTHER_WORD / span.length);
  };

  /* Two words that the site writes as one. */
  const withJoined = (weighed, begin) => {
    const span = weighed.slice(begin, begin + 2);
    const joined = span.map(({ word }) => word).join("");
    if (span.length < 2 || !isKnown(joined)) return;
    const taken = new Set();
    takeInto(span, ofForms(joined, taken));
    for (const part of span) for (const form of taken) part.taken.add(form);
  };

  /* Where the words that were taken make up a phrase for which the site says something else, pages that say that are found too. */
  const withOtherWords = (weighed, begin) => {
    for (const { words, preferred } of [...weighed[begin].own].flatMap((word) => phrases.get(word) ?? [])) {
      const span = weighed.slice(begin, begin + words.length);
      if (span.length < words.length || !words.every((word, index) => span[index].own.has(word))) continue;
      takeInto(span, ofPhrase(preferred, span.map(({ taken }) => taken)));
    }
  };

  const namesOf = (page) => {
    const { titles, names: own, also } = search.catalogue;
    const read = (name) => meaningful(search.words(name));
    const others = (also[page] ?? []).map(read).filter((words) => words.length > 1);
    return [
      ...[titles[page], own[page]].filter(Boolean).map((name) => [read(name), WHOLE_TITLE]),
      ...others.map((words) => [words, WHOLE_NAME]),
    ];
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
      weighed.push(ofWord(word, isUnfinished && index === words.length - 1));
    }
    for (const begin of weighed.keys()) {
      await search.pause();
      withJoined(weighed, begin);
      withOtherWords(weighed, begin);
    }
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
    const results = [];
    for (const [page, [total, part]] of totals) {
      if (results.length % AT_ONCE === AT_ONCE - 1) await search.pause();
      const score = total * (part / whole) ** COVERAGE * (1 + ofName(page, taken)) * (search.catalogue.weight[page] / 100);
      results.push({ page, score });
    }
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
