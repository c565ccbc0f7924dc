/* One button for light and dark colours. It stays where it is and tells its state. */
(() => {
  const button = document.querySelector("[data-palette]");
  const choices = [...document.querySelectorAll("[data-md-component='palette'] input")];
  if (!button || choices.length !== 2) return;
  const isDark = () => document.body.getAttribute("data-md-color-scheme") === choices[1].getAttribute("data-md-color-scheme");
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => choices[isDark() ? 0 : 1].click());
  new MutationObserver(show).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  show();
})();
