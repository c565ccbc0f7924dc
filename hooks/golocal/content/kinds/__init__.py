"""All kinds, one module for each family; front matter and data records are validated by these models."""

from golocal.content.kinds.chapter import Chapter, ChapterPart, Worksheet
from golocal.content.kinds.common import Model
from golocal.content.kinds.library import GlossaryTerm, Indicator, Reference, Right, Standard
from golocal.content.kinds.measure import Measure
from golocal.content.kinds.paper import Article, Paper
from golocal.content.kinds.practice import Practice
from golocal.content.kinds.record import Academy, Meeting, Outcome, Volume
from golocal.content.kinds.small import Chain, LearningPath, News, Page, SelfCheck, Task, VocabularyEntry

DOCUMENT_MODELS: dict[str, type[Model]] = {
    "academy": Academy,
    "article": Article,
    "chapter": Chapter,
    "chapter-part": ChapterPart,
    "learning-path": LearningPath,
    "meeting": Meeting,
    "news": News,
    "outcome": Outcome,
    "page": Page,
    "paper": Paper,
    "practice": Practice,
    "task": Task,
    "volume": Volume,
    "worksheet": Worksheet,
}
RECORD_MODELS: dict[str, type[Model]] = {
    "chain": Chain,
    "indicator": Indicator,
    "measure": Measure,
    "reference": Reference,
    "right": Right,
    "self-check": SelfCheck,
    "standard": Standard,
    "term": GlossaryTerm,
    "vocabulary": VocabularyEntry,
}
ALL_MODELS = {**DOCUMENT_MODELS, **RECORD_MODELS}
