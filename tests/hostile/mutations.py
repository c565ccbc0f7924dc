"""Documents that nobody would write: made at random, or real ones that were damaged. The same seed gives the same document."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from tests.hostile.attacks import ADDRESSES, ATTRIBUTE_LISTS, CARRIERS, FORMS, RAW

FRONT = '---\ntitle: AB\nsummary: A summary of more than twenty characters.\nstatus: draft\nprovenance: original\nversion: "1"\n---\n'
LONGEST = 3000
MOST_DAMAGES = 8
SIGNS: list[str] = [
    *"[]()<>!`*_#|{}\\&;:\"'@^~=+-./ \t\n",
    *("\n\n", "    ", ":   ", "> ", "- ", "1. ", "## ", "```", "~~~\n", "---\n", "|a|\n|-|\n", "](", "![", "[^1]", "[@", "<!--", "-->"),
    *("&#58;", "&colon;", "%3a", "javascript:", "data:", "//", "{: ", " }", "\\`", "[!NOTE]", "\x02", "\x03", "\x00", "\u202e", "\ufeff"),
    *("\u2028", "\ue000", "\ue001", "é", "e\u0301", "人", "\U0001f525", "\ud7ff", "https://a.example", "standard:x#y", "download:offline"),
    *("title:", "status: published\n", "\n---\n", "!!python", "&a", "*a", "<<: ", "? ", "%YAML"),
    *("\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "### 1. Step\n\nActor\n:   x\n"),
]  # fmt: skip
Damage = Callable[[random.Random, str, Sequence[str]], str]


def document(seed: int, originals: Sequence[str]) -> str:
    """A document: two in three are damaged originals, the others are made of signs and attacks."""
    chance = random.Random(seed)
    if seed % 3 == 0:
        start = FRONT if chance.random() < 0.8 else ""
        return start + "".join(_piece(chance) for _ in range(chance.randint(1, 40)))
    return _damaged(chance, _window(chance, chance.choice(originals)), originals, MOST_DAMAGES)


def data_file(seed: int, originals: Mapping[str, str]) -> tuple[str, str]:
    """Path and text of a damaged data file; few damages, so that many stay readable. `originals` maps a path to a text."""
    chance = random.Random(seed)
    path = chance.choice(sorted(originals))
    return path, _damaged(chance, originals[path], list(originals.values()), 2)


def _damaged(chance: random.Random, text: str, others: Sequence[str], most: int) -> str:
    for _ in range(chance.randint(1, most)):
        text = chance.choice(DAMAGES)(chance, text, others)
    return text[: 2 * LONGEST]


def _piece(chance: random.Random) -> str:
    return chance.choice(SIGNS) if chance.random() < 0.8 else attack(chance)


def attack(chance: random.Random) -> str:
    """An attack string in one of the forms in which it could stand in a text."""
    return chance.choice(
        [
            chance.choice(RAW),
            chance.choice(list(FORMS.values())).format(chance.choice(ADDRESSES)),
            chance.choice(CARRIERS).format(chance.choice(ATTRIBUTE_LISTS)),
        ]
    )


def _window(chance: random.Random, text: str) -> str:
    """The front matter with a part of the body that is not too long."""
    head, mark, body = text.partition("\n---\n")
    start = chance.randrange(max(1, len(body) - LONGEST))
    return head + mark + body[start : start + LONGEST]


def _span(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + int(chance.expovariate(1 / 30)))


def _delete(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    return text[:start] + text[end:]


def _double(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    return text[:end] + text[start:end] * chance.randint(1, 5) + text[end:]


def _swap(chance: random.Random, text: str, _: Sequence[str]) -> str:
    (a, b), (c, d) = sorted((_span(chance, text), _span(chance, text)))
    return text if b > c else text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _insert(chance: random.Random, text: str, _: Sequence[str]) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + _piece(chance) + text[place:]


def _replace(chance: random.Random, text: str, _: Sequence[str]) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + chance.choice(SIGNS) + text[place + 1 :]


def _attack(chance: random.Random, text: str, _: Sequence[str]) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + attack(chance) + text[place:]


def _splice(chance: random.Random, text: str, originals: Sequence[str]) -> str:
    other = chance.choice(originals)
    start, end = _span(chance, other)
    place = chance.randint(0, len(text))
    return text[:place] + other[start:end] + text[place:]


def _join_lines(chance: random.Random, text: str, _: Sequence[str]) -> str:
    lines = text.split("\n")
    line = chance.randrange(len(lines))
    return "\n".join([*lines[:line], " ".join(lines[line : line + 2]), *lines[line + 2 :]])


DAMAGES: list[Damage] = [_delete, _double, _swap, _insert, _replace, _attack, _splice, _join_lines]
