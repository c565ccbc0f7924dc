/* Copy buttons for citations, code and texts to paste. Without scripts there are none; the text can be marked by hand. */
(function () {
  var WAIT = 4000;
  var status = document.createElement("p");
  status.className = "copy-status";
  status.setAttribute("role", "status");

  function nameOf(block) {
    var fold = block.closest("details.export");
    if (fold) return fold.querySelector("summary").textContent.trim();
    if (block.matches("p")) return "citation";
    return block.matches("pre") ? "code" : "text";
  }

  function select(block) {
    var range = document.createRange();
    range.selectNodeContents(block);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /* Pages on a disk have no clipboard of their own, so the text is marked and the browser is asked to copy it. */
  function copyMarked(block) {
    select(block);
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    if (done) window.getSelection().removeAllRanges();
    return done;
  }

  function copy(block) {
    var text = block.innerText.trim() + "\n";
    if (!navigator.clipboard || !window.isSecureContext) return Promise.resolve(copyMarked(block));
    return navigator.clipboard.writeText(text).then(function () { return true; }, function () { return copyMarked(block); });
  }

  function say(button, done) {
    var label = button.dataset.label;
    button.textContent = done ? "Copied" : "Marked: copy it with your keys";
    status.textContent = done ? "Copied" : "The text is marked. Copy it with your keyboard or menu.";
    window.clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = String(window.setTimeout(function () {
      button.textContent = label;
      status.textContent = "";
    }, WAIT));
  }

  function addButton(block) {
    var source = block.matches("pre") ? block.querySelector("code") || block : block;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.dataset.label = "Copy " + nameOf(block);
    button.textContent = button.dataset.label;
    button.addEventListener("click", function () {
      copy(source).then(function (done) { say(button, done); });
    });
    block.insertAdjacentElement("afterend", button);
  }

  document.querySelectorAll("article p.citation, article pre, article blockquote").forEach(addButton);
  document.body.appendChild(status);
})();
