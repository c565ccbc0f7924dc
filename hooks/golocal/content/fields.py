"""Types of fields. A source holds strings only; here, and nowhere else, they become numbers, dates, yes or no."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from golocal.findings.hints import nearest
from golocal.reading.parts import RECORD_KINDS, record_reference

Vocabularies = Mapping[str, Mapping[str, Any]]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?"
_INTEGER = re.compile(r"-?\d{1,9}")
_DECIMAL = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}


def _wrong(expected: str, value: object) -> PydanticCustomError:
    return PydanticCustomError("field_type", "expected {expected}", {"expected": expected, "value": str(value)[:60]})


def _date(value: Any) -> datetime.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise _wrong("a day that exists, such as 2026-11-23", value) from None
    raise _wrong("a date such as 2026-11-23", value)


def _partial_date(value: Any) -> str:
    if isinstance(value, str) and _PARTIAL_DATE.fullmatch(value):
        try:
            datetime.date.fromisoformat(f"{value}-01-01"[:10])
        except ValueError:
            raise _wrong("a date that exists, such as 2026, 2026-11 or 2026-11-23", value) from None
        return value
    raise _wrong("a year, month or day such as 2026, 2026-11 or 2026-11-23", value)


def _integer(value: Any) -> int:
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    raise _wrong("a whole number", value)


def _decimal(value: Any) -> float:
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return float(value)
    raise _wrong("a number such as 47.07", value)


def _answer(value: Any) -> bool:
    if isinstance(value, str) and value in _ANSWERS:
        return _ANSWERS[value]
    raise _wrong("`yes` or `no`", value)


def _plain(value: str) -> str:
    if "<" in value or ">" in value:
        raise _wrong("text without the signs for less and greater than", value)
    return value


def _record(value: str) -> str:
    if record_reference(value) is None:
        raise _wrong(f"a record link such as `standard:icescr`; kinds: {', '.join(RECORD_KINDS)}", value)
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise _wrong("an address that begins with https:// or http://", value)
    return value


def _doi(value: str) -> str:
    if not re.fullmatch(r"10\.\d{4,9}/[^\s<>\"']+", value):
        raise _wrong("an identifier such as 10.1000/182, without blanks and without an address before it", value)
    return value


def _isbn(value: str) -> str:
    if not is_isbn(value.replace("-", "")):
        raise _wrong("an ISBN of 10 or 13 digits whose check digit fits, such as 978-3-16-148410-0", value)
    return value


def is_isbn(digits: str) -> bool:
    """Whether an ISBN without hyphens has the check digit that ISO 2108 computes."""
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return bool(re.fullmatch(r"\d{9}[\dX]", digits)) and _weighted(digits) % 11 == 0


def _issn(value: str) -> str:
    if not (re.fullmatch(r"\d{4}-\d{3}[\dX]", value) and _weighted(value.replace("-", "")) % 11 == 0):
        raise _wrong("an ISSN whose check digit fits, such as 2049-3630", value)
    return value


def _weighted(digits: str) -> int:
    """The digits, each times its place from the right; X stands for ten (ISO 2108 for ten digits, ISO 3297 for eight)."""
    return sum((10 if digit == "X" else int(digit)) * place for place, digit in enumerate(reversed(digits), 1))


def _language(value: str) -> str:
    if not re.fullmatch(_LANGUAGE, value):
        raise _wrong("a language tag such as en, pt-BR or zh-Hant", value)
    return value


def _shape(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(schema)


class _OrText:
    """Marks a number that YAML tools may read as text; limits stay in the JSON Schema."""

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        number = handler(schema)
        return {**number, "type": [number["type"], "string"]}


Date = Annotated[datetime.date, BeforeValidator(_date), _shape(type="string", format="date")]
PartialDate = Annotated[
    str, BeforeValidator(_partial_date), _shape(type="string", pattern=f"^{_PARTIAL_DATE.pattern}$")
]
Integer = Annotated[int, BeforeValidator(_integer), _OrText()]
Decimal = Annotated[float, BeforeValidator(_decimal), _OrText()]
Answer = Annotated[bool, BeforeValidator(_answer), _shape(enum=["yes", "no", "true", "false", True, False])]
Text = Annotated[str, StringConstraints(min_length=1, max_length=6000), AfterValidator(_plain)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_plain)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=120), AfterValidator(_plain)]
SourceTitle = Annotated[str, StringConstraints(min_length=1, max_length=600), AfterValidator(_plain)]
Summary = Annotated[str, StringConstraints(min_length=20, max_length=300), AfterValidator(_plain)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
RecordLink = Annotated[str, AfterValidator(_record)]
Doi = Annotated[Line, AfterValidator(_doi)]
Isbn = Annotated[Line, AfterValidator(_isbn)]
Issn = Annotated[Line, AfterValidator(_issn)]
LanguageTag = Annotated[str, AfterValidator(_language), _shape(type="string", pattern=f"^{_LANGUAGE}$")]
"""Language, script and region of BCP 47 (RFC 5646, section 2.1), in their usual letters."""
WebAddress = Annotated[str, AfterValidator(_web_address)]


def labels_of(entries: Mapping[str, Any]) -> dict[str, str]:
    """Ids of a vocabulary by what readers see, the label or the title, in small letters."""
    shown = {
        id: entry.get("label") or entry.get("title") for id, entry in entries.items() if isinstance(entry, Mapping)
    }
    return {label.casefold(): id for id, label in sorted(shown.items()) if isinstance(label, str)}


class InVocabulary:
    """Marks a string that must be an id of a vocabulary file in docs/data/vocabularies/.

    The vocabularies come with the validation context, so the model itself knows no values.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        return {**handler(schema), "vocabulary": self.name}

    def _check(self, value: str, info: core_schema.ValidationInfo) -> str:
        vocabularies: Vocabularies = info.context or {}
        entries = vocabularies.get(self.name, {})
        if value not in entries:
            labels = labels_of(entries)
            meant = labels.get(value.casefold(), "")
            by_label = (labels[label] for label in nearest(value.casefold(), labels))
            closest = [] if meant else nearest(value, entries) or list(by_label) or sorted(entries)[:5]
            hint = f"{value} is `{meant}`" if meant else ""
            context = {"value": value, "accepted": " ".join([self.name, *closest]), "hint": hint}
            raise PydanticCustomError("vocabulary", "not in {accepted}", context)
        return value


RightCode = Annotated[str, InVocabulary("rights")]
Theme = Annotated[str, InVocabulary("themes")]
PolicyStage = Annotated[str, InVocabulary("policy-stages")]
Audience = Annotated[str, InVocabulary("audience")]
Contents = Annotated[str, InVocabulary("contents-marks")]
