/* The list of contents beside the text shows the section that one reads. */
(() => {
  const box = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  const links = [...document.querySelectorAll(".md-nav--secondary .md-nav__link")];
  const byId = new Map(links.map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...byId.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (!headings.length) return;
  const BELOW_HEADER = 100;
  let current = null;

  const intoView = (link) => {
    const place = link.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (place.top < frame.top + 48 || place.bottom > frame.bottom - 16) box.scrollTop += place.top - frame.top - frame.height / 3;
  };
  const mark = () => {
    const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= BELOW_HEADER);
    const heading = isAtEnd ? headings[headings.length - 1] : passed[passed.length - 1];
    const link = heading ? byId.get(heading.id) : null;
    if (link === current) return;
    if (current) current.classList.remove("md-nav__link--active");
    if (link) link.classList.add("md-nav__link--active");
    if (link && box) intoView(link);
    current = link;
  };

  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark();
    });
  };
  if (!box || !matchMedia("(min-width: 60em)").matches) return;
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  ask();
})();
