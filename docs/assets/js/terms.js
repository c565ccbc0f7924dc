/* Escape closes a glossary tooltip until its term is left (WCAG 1.4.13). */
document.addEventListener("keydown", function (event) {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".term-tip").forEach(function (tip) {
    tip.classList.add("term-tip--closed");
  });
});
["focusin", "pointerover"].forEach(function (name) {
  document.addEventListener(name, function (event) {
    var term = event.target.closest && event.target.closest("a.term");
    var tip = term && term.nextElementSibling;
    if (tip && tip.classList.contains("term-tip")) tip.classList.remove("term-tip--closed");
  });
});
