"""YAML read as a node graph: every key and value with its place, every plain scalar a string.

The reader accepts mappings, sequences and scalars. Anchors, aliases, tags, duplicate keys, deep nesting and broken syntax become faults.
PyYAML's C loader dies on tens of thousands of nested brackets, so depth is measured before it is called.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from golocal.reading.parts import Fault, Waiver
from golocal.reading.positions import Positions
from golocal.reading.yamlwords import reason

MAX_DEPTH = 20
Path = tuple[str | int, ...]

_NESTED_BLOCKS = re.compile(rf"(?:[-?:][ \t]+){{{MAX_DEPTH}}}")
_WAIVER = re.compile(r"^([ ]*)# golocal: allow ([a-z0-9-]+): (\S(?:[^\n]*\S)?)[ ]*$", re.MULTILINE)
_REMARK = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*TODO\b", re.MULTILINE)
_PLAIN = ("", None)
_UNPRINTABLE = re.compile("[^\\x09\\x0a\\x20-\\x7e\\x85\\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass
class YamlTree:
    """A YAML text as plain values with marks.

    Attributes:
        value: nested dict, list and str; None for an empty value; an empty dict where nothing could be read.
        marks: place (line, column) of each value by its path of keys and indexes.
        key_marks: place of each key by the path of its value.
        faults: what could not be accepted.
        remarks: place of each comment that begins with TODO; only a tree that was just read knows them.
    """

    value: Any = field(default_factory=dict)
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    key_marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[tuple[int, int]] = field(default_factory=list)

    def place_of(self, path: Path) -> tuple[int, int]:
        """Place of the value at `path`, or of its nearest parent that has one."""
        for length in range(len(path), -1, -1):
            mark = self.marks.get(path[:length])
            if mark:
                return mark
        return 1, 1

    def place_of_key(self, path: Path) -> tuple[int, int]:
        """Place of the key whose value stands at `path`; the value's place where there is no key."""
        return self.key_marks.get(path) or self.place_of(path)


def strings_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every string in a value of YAML with its path, in order."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from strings_in(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from strings_in(child, (*path, index))
    elif isinstance(value, str):
        yield path, value


def read_yaml(text: str, first_line: int = 1) -> YamlTree:
    """Read one YAML document; `first_line` is its first line in the file. Never raises."""
    tree = YamlTree()
    refused = _refused(text, first_line)
    if refused:
        tree.faults.append(refused)
        return tree
    if any(sign in text for sign in "&*!%") or _may_hide_brackets(text):
        tree.faults.extend(_unwanted(text, first_line))
        if tree.faults:
            return tree
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        if node is not None:
            tree.value = _plain(node, (), tree, first_line)
            tree.remarks = list(_remarks(text, first_line))
    except yaml.YAMLError as error:
        tree.faults.append(_syntax_fault(text, error, first_line))
    except (RecursionError, ValueError, UnicodeError) as error:
        tree.faults.append(Fault("yaml-syntax", first_line, 1, str(error)))
    return tree


def _remarks(text: str, first_line: int) -> Iterator[tuple[int, int]]:
    """Places of the comments that begin with TODO; the same signs inside of a value are no comment."""
    found = [match.start() for match in _REMARK.finditer(text)]
    if not found:
        return
    tokens = [token for token in yaml.scan(text, Loader=yaml.CSafeLoader) if isinstance(token, yaml.ScalarToken)]
    starts = [token.start_mark.index for token in tokens]
    positions = Positions(text)
    for offset in found:
        before = bisect(starts, offset)
        if not before or tokens[before - 1].end_mark.index <= offset:
            line, column = positions.place(offset)
            yield first_line + line - 1, column


def yaml_waivers(text: str, first_line: int = 1) -> list[Waiver]:
    """Comments of the form `# golocal: allow RULE: reason`, each alone on its line."""
    return [
        Waiver(match[2], match[3], first_line + text.count("\n", 0, match.start()), len(match[1]) + 1)
        for match in _WAIVER.finditer(text)
    ]


def _refused(text: str, first_line: int) -> Fault | None:
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if sign in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or _NESTED_BLOCKS.search(text):
        return _too_deep(first_line)
    strange = _UNPRINTABLE.search(text)
    if strange:
        before = text[: strange.start()]
        column = strange.start() - before.rfind("\n")
        return Fault("yaml-syntax", first_line + before.count("\n"), column, f"character U+{ord(strange.group()):04X}")
    return None


def _too_deep(first_line: int) -> Fault:
    return Fault("yaml-depth", first_line, 1, f"more than {MAX_DEPTH} levels")


def _may_hide_brackets(text: str) -> bool:
    """Whether quotes or comments may hold closing brackets that do not close anything, so that counting signs says too little."""
    return text.count("[") + text.count("{") > MAX_DEPTH and any(sign in text for sign in "\"'#")


def _unwanted(text: str, first_line: int) -> list[Fault]:
    """Features that are refused, and nesting that is too deep. Reading events, unlike composing nodes, needs no stack."""
    faults = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return [_too_deep(first_line)]
            feature = _feature(event)
            if feature:
                mark = event.start_mark
                place = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
                faults.append(Fault("yaml-feature", *place, feature))
    except yaml.YAMLError:
        return faults
    return faults


def _feature(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"alias *{event.anchor}"
    if getattr(event, "anchor", None):
        return f"anchor &{event.anchor}"  # type: ignore[attr-defined]
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        return f"tag {tag}"
    return ""


def _syntax_fault(text: str, error: yaml.YAMLError, first_line: int) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    if mark is None:
        return Fault("yaml-syntax", first_line, 1, problem)
    start = getattr(error, "context_mark", None)
    begin = (start.line + 1, start.column + 1) if start else None
    line, column, detail, help = reason(text, problem, mark.line + 1, mark.column + 1, begin)
    return Fault("yaml-syntax", first_line + line - 1, column, detail, help)


def _plain(node: yaml.Node, path: Path, tree: YamlTree, first_line: int) -> Any:
    mark = node.start_mark
    tree.marks[path] = (first_line + mark.line, mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, tree, first_line)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), tree, first_line) for index, child in enumerate(node.value)]
    if node.value in ("", "~", "null") and getattr(node, "style", None) in _PLAIN:
        return None
    return node.value


def _mapping(node: yaml.MappingNode, path: Path, tree: YamlTree, first_line: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        place = (first_line + mark.line, mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            tree.faults.append(Fault("yaml-syntax", *place, "a list or mapping used as a key"))
            continue
        key = key_node.value
        if key in values:
            first = tree.key_marks[(*path, key)]
            tree.faults.append(Fault("yaml-duplicate", *place, f"`{key}`, first given in line {first[0]}"))
            continue
        tree.key_marks[(*path, key)] = place
        values[key] = _plain(value_node, (*path, key), tree, first_line)
    return values
