/* A table or a block of code that fits needs no tab stop; one that scrolls has one, and shows the whole of a link in it that has the focus. */
(() => {
  const judge = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    if (scrolls || box === document.activeElement) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  };
  const watch = new ResizeObserver((changes) => changes.forEach((change) => judge(change.target)));

  /* A browser is content when an edge of the link is in view. */
  const show = (event) => {
    const box = event.currentTarget;
    if (event.target === box) return;
    const inner = event.target.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    if (inner.right > outer.right) box.scrollLeft += inner.right - outer.right;
    if (inner.left < outer.left) box.scrollLeft -= outer.left - inner.left;
  };
  document.querySelectorAll(".table-scroll, pre > code").forEach((box) => {
    watch.observe(box);
    box.addEventListener("focusin", show);
  });
})();
