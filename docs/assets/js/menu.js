/* Menu: a button that tells its state, Escape that closes, focus that stays inside what is open. A check box holds the state. */
(() => {
  const panel = (id, region, width, first) => {
    const toggle = document.getElementById(id);
    const opener = document.querySelector(`[data-opens="${id}"]`);
    if (!toggle || !opener || !region) return null;
    return { toggle, opener, region, first, covers: matchMedia(`(max-width: ${width}em)`), isModal: false, isLeft: false };
  };
  const sidebar = document.querySelector(".md-sidebar--primary");
  const menu = panel("__drawer", sidebar, 76.234375, sidebar && sidebar.querySelector("[data-closes]"));
  const panels = [menu].filter(Boolean);

  const open = (part, on) => {
    if (part.toggle.checked !== on) part.toggle.click();
  };

  /* What is outside of an open panel takes neither focus nor clicks, but the label over the page still closes it. */
  const isolate = (region, on) => {
    for (let part = region; part !== document.body; part = part.parentElement) {
      for (const other of part.parentElement.children) {
        if (other !== part && !other.matches("label, script")) other.inert = on;
      }
    }
  };

  const changed = (part) => {
    const isOpen = part.toggle.checked;
    part.opener.setAttribute("aria-expanded", String(isOpen));
    const isModal = isOpen && part.covers.matches;
    if (isModal === part.isModal) return;
    part.isModal = isModal;
    isolate(part.region, isModal);
    if (isModal) {
      part.region.setAttribute("role", "dialog");
      part.region.setAttribute("aria-modal", "true");
      part.region.setAttribute("aria-label", part.opener.getAttribute("aria-label"));
      part.isLeft = false;
      part.first.focus();
    } else {
      for (const name of ["role", "aria-modal", "aria-label"]) part.region.removeAttribute(name);
      if (!part.isLeft) part.opener.focus();
    }
  };

  for (const part of panels) {
    part.toggle.addEventListener("change", () => changed(part));
    part.opener.addEventListener("click", () => open(part, !part.toggle.checked));
    part.covers.addEventListener("change", () => open(part, false));
    part.region.addEventListener("click", (event) => {
      part.isLeft = Boolean(event.target.closest("a"));
      if (event.target.closest("[data-closes]")) open(part, false);
    });
    changed(part);
  }
  addEventListener("pageshow", (event) => {
    if (event.persisted) panels.forEach((part) => open(part, false));
  });

  addEventListener("keydown", (event) => {
    const part = panels.find(({ toggle }) => toggle.checked);
    if (event.key !== "Escape" || !part || event.isComposing) return;
    if (!part.isModal) part.first.focus();
    open(part, false);
    event.preventDefault();
  });

  /* Rows that scroll sideways: browsers are content with a corner of what has the focus. */
  document.querySelectorAll(".parts, .md-tabs, .md-path").forEach((row) => {
    row.addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "nearest" }));
  });
})();
