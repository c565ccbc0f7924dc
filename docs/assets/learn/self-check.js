/* Makes forms of questions with folded answers: choose, check, read why. Nothing is kept or sent: the page forgets all of it. Without scripts the answers stand folded. */
(() => {
  const folds = [...document.querySelectorAll("article details.answer")];
  if (!folds.length) return;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /* The fold comes after the list of options, which comes after the heading. */
  const read = (fold) => {
    const list = fold.previousElementSibling;
    const why = fold.querySelector("p").cloneNode(true);
    const right = why.querySelector("strong");
    right.remove();
    return { fold, list, heading: list.previousElementSibling, why, right: right.textContent.replace(".", "") };
  };

  const option = (question, line) => {
    const letter = /^\w+/.exec(line.textContent.trim())[0];
    const radio = make("input", { type: "radio", name: question.heading.id, value: letter });
    const mark = make("span", { className: "option-mark" });
    const label = make("label", { className: "option" }, radio, make("span", {}, ...line.childNodes, mark));
    return { letter, radio, mark, label };
  };

  const show = (question, chosen) => {
    for (const { letter, mark, label } of question.options) {
      const isRight = letter === question.right;
      label.classList.toggle("option--right", isRight);
      label.classList.toggle("option--wrong", letter === chosen && !isRight);
      mark.textContent = isRight ? " – right answer" : letter === chosen ? " – your answer" : "";
    }
    const says = chosen === question.right ? "Right." : `The right answer is ${question.right}.`;
    question.verdict.replaceChildren(make("p", {}, make("strong", { textContent: says }), ...question.why.cloneNode(true).childNodes));
  };

  const clear = (question) => {
    question.form.reset();
    question.first = "";
    question.verdict.replaceChildren();
    for (const { mark, label } of question.options) {
      label.classList.remove("option--right", "option--wrong");
      mark.textContent = "";
    }
  };

  const build = (question) => {
    const { heading, list, fold } = question;
    question.first = "";
    question.options = [...list.querySelectorAll("li")].map((line) => option(question, line));
    question.verdict = make("div", { className: "verdict" });
    question.verdict.setAttribute("role", "status");
    question.form = make("form", { className: "question", autocomplete: "off" });
    heading.before(question.form);
    question.form.append(
      make("fieldset", {}, make("legend", {}, heading), ...question.options.map(({ label }) => label)),
      make("button", { type: "submit", textContent: "Check" }),
      question.verdict,
    );
    list.remove();
    fold.remove();
    question.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = question.options.find(({ radio }) => radio.checked);
      if (!chosen) return question.verdict.replaceChildren(make("p", { textContent: "Choose an answer first." }));
      question.first ||= chosen.letter;
      show(question, chosen.letter);
      count(question);
    });
    return question;
  };

  const questions = folds.map(read).map(build);
  const score = make("p");
  const again = make("button", { type: "button", textContent: "Start again" });
  const end = make("div", { className: "score", hidden: true }, score, again);
  questions[questions.length - 1].form.after(end);

  /* The count is no region of its own: the last answer speaks it, so that two voices do not meet. */
  function count(question) {
    const answered = questions.filter(({ first }) => first);
    const right = answered.filter((one) => one.first === one.right).length;
    const result = `${right} of ${answered.length} right at the first try`;
    const isWhole = answered.length === questions.length;
    score.textContent = isWhole ? `${result}.` : `${result}; ${questions.length - answered.length} not answered yet.`;
    end.hidden = false;
    if (isWhole) question.verdict.append(make("p", { textContent: `All questions answered: ${result}.` }));
  }

  again.addEventListener("click", () => {
    questions.forEach(clear);
    end.hidden = true;
    questions[0].heading.scrollIntoView();
    questions[0].options[0].radio.focus({ preventScroll: true });
  });
})();
