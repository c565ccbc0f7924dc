"""The invented world with an attack in every field of plain text of every record and document, and at every place of a text."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from tests.hostile.attacks import ADDRESSES, ATTRIBUTE_LISTS, CARRIERS, FIELD_ATTACKS, FORMS, HOSTILE_FIGURES, RAW, SVG

from golocal.checks.run import read_vocabularies
from golocal.content.fields import Vocabularies
from golocal.content.kinds import DOCUMENT_MODELS, RECORD_MODELS
from golocal.content.kinds.common import Model
from golocal.content.locations import data_kind, identify
from golocal.content.validation import validate
from golocal.reading.yamltree import Path as Place
from golocal.reading.yamltree import YamlTree

PROBE = "Zebra crossings of the town"
"""A text that no field takes but one of plain text."""
WEB_ATTACK = "https://example.org/)[x](javascript:alert(1)){:onclick=alert(1)}`|*_"
LAX = (
    ("checks/run.py", 'return any(finding.severity == "error" for finding in self.findings)', "return False"),
    (
        "rendering/record_data.py",
        ".model_validate(without_empty(entry.data), context=vocabularies)",
        ".model_construct(**without_empty(entry.data))",
    ),
)
"""What keeps faulty sources out of a build, module by module, and what lets them in."""
PLACES = """
## Heading {attack}

Text {attack} text, [a link {attack}](../index.md "title {attack}") and ![a picture {attack}](x.png "title {attack}").

### 1. Step {attack}

Actor {attack}
:   Text {attack}

> [!NOTE] Title {attack}
> Text {attack}

| Head {attack} | b |
| --- | --- |
| Cell {attack} | c |

- Item {attack}

```html {attack}
{attack}
```

``` {{ .html {attack} }}
code
```

[x][{attack}] [@invented2020coalition, p. {attack}] [{attack}](standard:warm-covenant)

[{attack}]: ../index.md "{attack}"
"""


def free_texts(model: type[Model], value: Any, vocabularies: Vocabularies) -> list[Place]:
    """Places of all plain text in a record or front matter: the model accepts any text there, so its author may write any."""
    return [
        place
        for place in _leaves(value, ())
        if not validate(model, changed(value, {place: PROBE}), YamlTree(), (), vocabularies)
    ]


def _leaves(value: Any, place: Place) -> Iterator[Place]:
    if isinstance(value, str):
        yield place
    elif isinstance(value, dict | list):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(child, (*place, key))


def changed(value: Any, texts: dict[Place, str]) -> Any:
    """A copy of the value with other texts at some places."""
    made = copy.deepcopy(value)
    for place, text in texts.items():
        parent = made
        for key in place[:-1]:
            parent = parent[key]
        parent[place[-1]] = text
    return made


def attacked(model: type[Model], value: Any, attack: str, vocabularies: Vocabularies) -> Any:
    """A copy of the value with the attack behind each plain text."""
    texts = {place: f"{_at(value, place)} {attack}" for place in free_texts(model, value, vocabularies)}
    addresses = {place: WEB_ATTACK for place in _leaves(value, ()) if place[-1] in ("url", "URL", "original_url")}
    return changed(value, {**texts, **addresses})


def _at(value: Any, place: Place) -> str:
    for key in place:
        value = value[key]
    return str(value)


def attack_everything(root: Path) -> None:
    """Add to the world at `root` a copy of each record, and of a document of each kind, for each attack, pages full of attacks, and hostile figures."""
    vocabularies = read_vocabularies(root)
    for file in sorted(root.glob("docs/data/*/*.yml")):
        _attack_records(file, file.relative_to(root).as_posix(), vocabularies)
    by_kind = {
        identify(file.relative_to(root).as_posix()).kind: file for file in sorted(root.rglob("*.md"), reverse=True)
    }
    for file in by_kind.values():
        for number, attack in enumerate(FIELD_ATTACKS.values()):
            _attack_document(root, file, number, attack, vocabularies)
    _pages_of_attacks(root / "docs/about")


def load(text: str) -> Any:
    """YAML with every scalar as text."""
    return yaml.load(text, yaml.BaseLoader)


def _dump(value: Any) -> str:
    return yaml.dump(value, allow_unicode=True, default_style='"', sort_keys=False, width=10_000)


def _attack_records(file: Path, path: str, vocabularies: Vocabularies) -> None:
    model, records = RECORD_MODELS[data_kind(path)], load(file.read_text(encoding="utf-8"))
    copies = {
        f"{id}-{number}": attacked(model, record, attack, vocabularies)
        for id, record in records.items()
        for number, attack in enumerate(FIELD_ATTACKS.values())
    }
    file.write_text(_dump({**records, **copies}), encoding="utf-8")


def _attack_document(root: Path, file: Path, number: int, attack: str, vocabularies: Vocabularies) -> None:
    path = file.relative_to(root)
    model = DOCUMENT_MODELS[identify(path.as_posix()).kind]
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    head = _dump(attacked(model, load(front), attack, vocabularies))
    place = root / _beside(path, number)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"---\n{head}---\n{body}{PLACES.format(attack=attack)}", encoding="utf-8")


def _beside(path: Path, number: int) -> PurePosixPath:
    """A path of the same kind for a copy."""
    pure = PurePosixPath(path.as_posix())
    if pure.name in ("index.md", "outcome.md") and len(pure.parts) > 2 and pure.parts[1] != "about":
        return pure.parent.with_name(f"{pure.parent.name}{number}") / pure.name
    return pure.with_name(f"{pure.stem}-{number}.md")


def _pages_of_attacks(folder: Path) -> None:
    front = "---\ntitle: Attacks\nsummary: A page full of attacks of one kind.\nstatus: published\nprovenance: original\nversion: '1'\n---\n"
    pages = {
        "raw": RAW,
        "addresses": [form.format(address) for form in FORMS.values() for address in ADDRESSES],
        "lists": [carrier.format(given) for carrier in CARRIERS for given in ATTRIBUTE_LISTS],
        "figures": [f"![Figure {number}](hostile-{number}.svg)" for number in range(len(HOSTILE_FIGURES))],
    }
    for name, attacks in pages.items():
        (folder / f"attacks-{name}.md").write_text("\n\n".join([front, *attacks, ""]), encoding="utf-8")
    for number, inside in enumerate(HOSTILE_FIGURES):
        (folder / f"hostile-{number}.svg").write_text(SVG.format(inside), encoding="utf-8")


def with_code(root: Path, repository: Path, *, unchecked: bool) -> None:
    """Put the settings, the code and the assets of the repository to a world; unchecked, an error of the sources stops nothing."""
    shutil.copytree(repository / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(repository / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(repository / "docs/assets", root / "docs/assets", dirs_exist_ok=True)
    if unchecked:
        for module, strict, lax in LAX:
            _exchange(root / "hooks/golocal" / module, strict, lax)


def _exchange(module: Path, strict: str, lax: str) -> None:
    code = module.read_text(encoding="utf-8")
    assert strict in code, f"{module} does not hold {strict!r} any more: exchange what does the same now"
    module.write_text(code.replace(strict, lax), encoding="utf-8")
