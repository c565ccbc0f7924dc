"""Small kinds: pages, tasks, news, learning paths, chains, self-checks, vocabularies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from golocal.content.fields import Audience, Date, InVocabulary, Key, Line, RecordLink, Text, Title
from golocal.content.kinds.common import DatedOriginal, Model, Original


class Page(Original):
    """A page of the site itself: home, about, contribute."""


class Task(DatedOriginal):
    """One situation in an official's words, on one page: what to do today, this week, this term."""


class News(Original):
    """A dated, sourced post."""

    date: Date
    """Day of the news."""
    category: Annotated[str, InVocabulary("news-categories")]
    """Category."""


class Module(Model):
    """A stretch of a learning path: a page that exists, and what to do with it."""

    read: RecordLink
    """What to read, as a record link."""
    minutes: Line
    """How long it takes."""
    exercise: Text
    """What to do with it."""


class LearningPath(DatedOriginal):
    """A way through existing pages for one role."""

    role: Annotated[Audience, Field()]
    """For whom."""
    time: Line
    """Time for the whole path."""
    outcomes: list[Line]
    """What one can do afterwards."""
    modules: list[Module]
    """Modules in order."""


class ChainInShort(Model):
    """The links of a chain that are sentences, each in a few words."""

    objective: Line
    """Objective."""
    baseline: Line
    """Baseline; invented figures say so."""
    target: Line
    """Target."""
    budget_line: Line
    """Budget line; invented figures say so."""
    responsible: Line
    """Unit that answers."""


class Chain(Model):
    """Worked example of the chain from a standard to the responsible unit. The town is invented."""

    title: Title
    """What the example is about."""
    town: Line
    """The invented town."""
    standard: RecordLink
    """Provision, as a record link."""
    right: RecordLink
    """Right, as a record link."""
    objective: Text
    """Objective in words that can be checked."""
    indicator: RecordLink
    """Indicator, as a record link."""
    baseline: Line
    """Value at the start (invented figures)."""
    target: Line
    """Value to reach, and by when."""
    budget_line: Line
    """Line of the budget that pays for it."""
    responsible: Line
    """Unit that answers for it."""
    in_short: ChainInShort | None = None
    """The same in a few words, for the figure; without it the figure shows the sentences."""


class SelfCheck(Model):
    """A question with one right answer, explained."""

    topic: Key
    """Chapter or topic."""
    level: Literal["basic", "applied", "advanced"]
    """How hard it is."""
    question: Text
    """The question."""
    options: dict[Key, Text]
    """Letter and text of each option."""
    answer: Key
    """Letter of the right option."""
    explanation: Text
    """Why."""
    sources: list[Key]
    """Keys of the sources."""


class VocabularyEntry(Model):
    """An allowed value, with the label that readers see."""

    label: Line
    """What readers see."""
    description: Text | None = None
    """What it means."""
    groups: list[Key] = []
    """Ids of broader groups, each an entry of another vocabulary: `size-groups` for classes of population, `regions` for regions of standards."""
