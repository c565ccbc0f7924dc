"""Questions to test oneself: a page for each topic, and the page that leads to them. The answers are folded; where scripts run, the questions become forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from golocal.content.catalogue import Entry
from golocal.content.locations import SELF_CHECKS
from golocal.content.mentions import RecordKey
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.related import users_of_all
from golocal.rendering.pages.rows import count
from golocal.rendering.text import bullets, escape, folded, section

ANSWER = "answer"
"""Mark of a folded answer, by which the script and the style sheet know a question."""
_SUMMARY = "Questions by topic, each with its answer explained and its source. Private and voluntary: nothing is stored or sent."
_PRIVATE = "Nothing is stored or sent, and nobody sees what you choose."
_USE = (
    "Choose an answer, then read why it is right or wrong. Some places and figures are invented; the question says so. "
    "The questions are for learning. They are no proof that somebody knows the subject, and nobody should be asked for a result."
)


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The list of topics, then a page for each."""
    rows = topic_list(workshop, SELF_CHECKS)
    text = f"{_USE}\n\n{section('Topics', rows)}" if rows else ""
    yield GeneratedPage(SELF_CHECKS, "self-check", "Test yourself", _SUMMARY, text)
    for page, questions in _by_topic(workshop):
        yield _topic_page(workshop, page, questions)


def topic_list(workshop: Workshop, page: str) -> str:
    """Links to the topics, each with its number of questions."""
    return bullets(
        f"[{escape(_topic(workshop, questions))}]({workshop.layout.link(page, target)}), {_number(questions)}"
        for target, questions in _by_topic(workshop)
    )


def _by_topic(workshop: Workshop) -> list[tuple[str, list[Entry]]]:
    by_page: dict[str, list[Entry]] = defaultdict(list)
    for entry in workshop.catalogue.of_kind("self-check"):
        by_page[entry.page].append(entry)
    return sorted(by_page.items(), key=lambda item: _topic(workshop, item[1]).casefold())


def _topic_page(workshop: Workshop, page: str, questions: list[Entry]) -> GeneratedPage:
    topic = _topic(workshop, questions)
    about = workshop.link(page, "chapter", str(questions[0].data["topic"]), topic)
    other = f"[Other topics]({workshop.layout.link(page, SELF_CHECKS)})"
    lead = f"{_number(questions)} on {about}. {_PRIVATE}"
    keys = workshop.expander.in_order([key for entry in questions for key in entry.data["sources"]])
    users = users_of_all(workshop, page, [entry.key for entry in questions])
    parts = [
        *(_question(workshop, entry) for entry in questions),
        section("Related pages", bullets([other, *users])),
        section("Sources", workshop.expander.source_list(keys)),
    ]
    summary = f"{_number(questions)} on {topic}, each with its answer explained. {_PRIVATE}"
    title = f"Test yourself: {topic}"
    return GeneratedPage(page, "self-check", title, summary, "\n\n".join(parts), lead=lead)


def _topic(workshop: Workshop, questions: list[Entry]) -> str:
    """What the topic is called: as its chapter, or by its own key."""
    topic = str(questions[0].data["topic"])
    chapter = workshop.catalogue.entries.get(RecordKey("chapter", topic))
    return chapter.title if chapter else topic.replace("-", " ").capitalize()


def _number(questions: list[Entry]) -> str:
    return count(len(questions), "question", "questions")


def _question(workshop: Workshop, entry: Entry) -> str:
    options = bullets(f"{letter}. {escape(text)}" for letter, text in entry.data["options"].items())
    answer = folded("Answer", _answer(workshop, entry), ANSWER)
    return f"## {escape(entry.data['question'])} {{: #{entry.key.id} }}\n\n{options}\n\n{answer}"


def _answer(workshop: Workshop, entry: Entry) -> str:
    data = entry.data
    known = [key for key in data["sources"] if key in workshop.expander.sources]
    cited = "; ".join(f"[{escape(workshop.expander.sources[key].label)}](#ref-{key})" for key in known)
    return f"**{data['answer']}.** {escape(data['explanation'])}" + (f" ({cited})" if cited else "")
