"use strict";

/* Looks words up in the body index. Works from a disk: shards are classic scripts, nothing is fetched. */
const golocalSearch = (() => {
  const PLAIN_LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", þ: "th", ŧ: "t", ς: "σ",
  };
  const PREFIX = 2;
  const folder = new URL("shards/", document.currentScript.src).href;
  const loaded = new Map();
  const waiting = new Map();
  let pages = [];
  let shards = new Set();

  const letters = (text) => Array.from(text);

  function fold(text) {
    const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
    return letters(bare).map((letter) => PLAIN_LETTERS[letter] ?? letter).join("");
  }

  function words(text) {
    const found = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return found.filter((word) => letters(word).length >= PREFIX);
  }

  const shardOf = (word) => letters(word).slice(0, PREFIX).join("");

  const fileOf = (shard) => `${letters(shard).map((letter) => letter.codePointAt(0).toString(16)).join("-")}.js`;

  function start(rows, names) {
    pages = rows;
    shards = new Set(names);
  }

  /* A Map, because a plain object answers to "constructor". */
  function add(shard, postings) {
    loaded.set(shard, new Map(Object.entries(postings)));
  }

  function load(shard) {
    if (!shards.has(shard)) return Promise.resolve(new Map());
    if (!waiting.has(shard)) {
      waiting.set(shard, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = folder + fileOf(shard);
        script.onload = () => resolve(loaded.get(shard));
        script.onerror = () => reject(new Error(`the shard ${shard} cannot be loaded`));
        document.head.append(script);
      }));
    }
    return waiting.get(shard);
  }

  async function weightsOf(word) {
    const postings = (await load(shardOf(word))).get(word) ?? [];
    const weights = new Map();
    for (let at = 0; at < postings.length; at += 2) weights.set(postings[at], postings[at + 1]);
    return weights;
  }

  /* Ids of the pages that hold all words, the best first. */
  async function find(question) {
    const asked = [...new Set(words(question))];
    if (!asked.length) return [];
    const [first, ...others] = await Promise.all(asked.map(weightsOf));
    return [...first]
      .filter(([page]) => others.every((weights) => weights.has(page)))
      .map(([page, weight]) => [page, others.reduce((sum, weights) => sum + weights.get(page), weight)])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .map(([page]) => pages[page][0]);
  }

  return { add, find, fold, start, words, isLoaded: (shard) => loaded.has(shard) };
})();
