/* A table or a block of code that fits needs no tab stop; one that scrolls has one. */
(() => {
  const judge = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    if (scrolls || box === document.activeElement) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  };
  const watch = new ResizeObserver((changes) => changes.forEach((change) => judge(change.target)));
  document.querySelectorAll(".table-scroll, pre > code").forEach((box) => watch.observe(box));
})();
