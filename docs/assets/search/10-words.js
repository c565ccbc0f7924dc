/* Words as they are compared: the same steps as golocal.rendering.search.terms. */
window.golocalSearch = (() => {
  const PLAIN_LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", þ: "th", ŧ: "t", ς: "σ",
  };
  const SHORTEST = 2;
  const letters = (text) => Array.from(text);

  const PLAIN = /^[\x20-\x7e]*$/;

  const fold = (text) => {
    if (PLAIN.test(text)) return text.toLowerCase();
    const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
    return bare.replace(/[ßæœøđðħıłþŧς]/g, (letter) => PLAIN_LETTERS[letter]);
  };

  const words = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => letters(word).length >= SHORTEST);

  /* Words of a text with their places in it: folded word, begin, end. */
  const places = (text) => {
    const found = [];
    for (const run of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)) {
      for (const word of words(run[0])) found.push([word, run.index, run.index + run[0].length]);
    }
    return found;
  };

  /* Whether two words differ by at most so many letters added, left out, exchanged or swapped with a neighbour. */
  const isNear = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return false;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const isSame = one[i - 1] === other[j - 1];
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return false;
      [before, row] = [row, next];
    }
    return row[other.length] <= most;
  };

  return { fold, isNear, letters, places, words };
})();
