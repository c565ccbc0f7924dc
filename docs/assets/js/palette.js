/* One button for light and dark colours. It tells its state; a choice that is the device's own is not kept, so the page follows the device again. */
(() => {
  const KEY = "golocal.scheme";
  const button = document.querySelector("[data-palette]");
  const device = matchMedia("(prefers-color-scheme: dark)");
  const schemeOf = (isDark) => (isDark ? "slate" : "default");
  const isDark = () => document.body.dataset.mdColorScheme === "slate";
  const show = (dark) => {
    document.body.dataset.mdColorScheme = schemeOf(dark);
    button.setAttribute("aria-pressed", String(dark));
  };
  const kept = () => {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  };
  const keep = (dark) => {
    try {
      if (dark === device.matches) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, schemeOf(dark));
    } catch (error) { /* Without a store the choice holds for this page. */ }
  };
  button.addEventListener("click", () => {
    show(!isDark());
    keep(isDark());
  });
  device.addEventListener("change", () => {
    if (!kept()) show(device.matches);
  });
  show(isDark());
})();
