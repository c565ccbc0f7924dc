/* A question is searched by its words that carry meaning: the search engine takes "me" for the beginning of "measure". */
(() => {
  const EMPTY = new Set(
    ("a about am an and any are as at be because been but by can could did do does for from had has have how i if in is it its may me must my no not of on or our " +
      "shall she should so than that the their them then there they this to us was we were what when where which who whom whose why will with would you your")
      .split(" "),
  );
  const form = document.querySelector(".home-search");
  if (!form) return;
  form.addEventListener("submit", () => {
    const words = form.elements.q.value.split(/\s+/).filter(Boolean);
    const kept = words.filter((word) => !EMPTY.has(word.toLowerCase().replace(/[^a-z]/g, "")));
    if (kept.length) form.elements.q.value = kept.join(" ").replace(/[?!.,;]+(?=\s|$)/g, "");
  });
})();
