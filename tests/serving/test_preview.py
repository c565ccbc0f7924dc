"""What was saved is checked and shown first; the whole site follows, and is put aside for what is saved meanwhile."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from golocal.rendering.build import BuildState
from golocal.serving.preview import Preview
from golocal.serving.snapshot import Snapshot

REPOSITORY = Path(__file__).parents[2]
PAGE, LIST = "docs/tasks/cold-week.md", "docs/about/index.md"
SHOWN = f"{PAGE}. The other pages follow."


class Desk:
    """A preview of the invented world that has built once; nothing is watched, each build is asked for."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder
        self.said: list[str] = []
        self.preview = Preview(root, folder, "127.0.0.1", 8000, self.said.append)
        self.preview._watch(self.preview._settings())
        self.look()

    def look(self) -> list[str]:
        """Let the preview see what was saved; what it said of it."""
        self.said.clear()
        self.preview._attempt()
        return self.said

    def save(self, path: str, before: str, after: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert before in text
        (self.root / path).write_text(text.replace(before, after, 1), encoding="utf-8")

    def page(self, address: str) -> str:
        return (Path(self.preview._server.root) / address).read_text(encoding="utf-8")

    @property
    def folders(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def desk(world: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(REPOSITORY / "hooks", world / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(REPOSITORY / "docs/assets", world / "docs/assets")
    shutil.copyfile(REPOSITORY / "mkdocs.yml", world / "mkdocs.yml")
    logger = logging.getLogger("mkdocs")
    before = (logger.handlers, logger.level, logger.propagate)
    folder = tmp_path / "shown"
    folder.mkdir()
    desk = Desk(world, folder)
    yield desk
    desk.preview._server.server_close()
    logger.handlers, logger.propagate = before[0], before[2]
    logger.setLevel(before[1])


def test_a_page_is_shown_first_and_the_rest_follows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.save(PAGE, "\n## ", "\nA sentence that was added.\n\n## ")
    shown: list[str] = []
    whole = desk.preview._build_whole

    def build_whole(now: Snapshot) -> None:
        shown.append(desk.page("tasks/cold-week/index.html"))
        whole(now)

    monkeypatch.setattr(desk.preview, "_build_whole", build_whole)
    said = desk.look()
    assert "A sentence that was added." in shown[0], "before the whole site is made"
    assert "<nav" in shown[0]
    assert shown[0] == desk.page("tasks/cold-week/index.html"), "and it is the page that the whole site has"
    assert said[0].startswith("Shown in ")
    assert said[0].endswith(SHOWN)
    assert said[1].startswith("Built in ")
    assert len(desk.folders) == 1


def test_lists_follow_a_title(desk: Desk) -> None:
    before = desk.page("find/index.html")
    desk.save(PAGE, "\ntitle: ", "\ntitle: Renamed. ")
    desk.look()
    assert "Renamed. " not in before
    assert "Renamed. " in desk.page("find/index.html")


@pytest.mark.parametrize("path", ["docs/data/terms/core.yml", "mkdocs.yml", "docs/assets/js/copy.js"])
def test_what_is_no_page_makes_all_pages(desk: Desk, path: str) -> None:
    text = (desk.root / path).read_text(encoding="utf-8")
    (desk.root / path).write_text(f"{text}\n", encoding="utf-8")
    said = desk.look()
    assert [line.split(" in ")[0] for line in said] == ["Built"]


def test_what_is_made_and_taken_away_again_makes_nothing(desk: Desk) -> None:
    aside = desk.root / "docs/tasks/.cold-week.md.swp"
    aside.write_text("", encoding="utf-8")
    aside.unlink()
    assert desk.look() == []


def test_a_new_page_makes_all_pages(desk: Desk) -> None:
    (desk.root / "docs/about/new.md").write_text((desk.root / LIST).read_text(encoding="utf-8"), encoding="utf-8")
    assert [line.split(" in ")[0] for line in desk.look()] == ["Built"]
    assert desk.page("about/new/index.html")


def test_errors_are_told_once_and_nothing_is_built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.preview, "_build_whole", lambda now: pytest.fail("there are errors"))
    desk.save(PAGE, "\n## ", "\nAsk the [heating office](to-nowhere.md).\n\n## ")
    said = "\n".join(desk.look())
    assert said.count("error[link-broken]") == 1
    assert "The pages of the last good build stay" in said
    assert "heating office" not in desk.page("tasks/cold-week/index.html")


def test_warnings_are_told_once(desk: Desk) -> None:
    desk.save(PAGE, "\n## ", "\nIn this town 43 per cent of all flats are cold.\n\n## ")
    said = "\n".join(desk.look())
    assert said.count("statistic-without-citation") == 2, "the finding, and the page of its rule"
    assert "1 warning, listed above" in said


def test_the_whole_site_is_put_aside_for_what_is_saved_meanwhile(desk: Desk) -> None:
    desk.save(PAGE, "\n## ", "\nA sentence that was added.\n\n## ")
    desk.preview._server._want_rebuild = True
    said = desk.look()
    assert [line.split(" in ")[0] for line in said] == ["Shown"]
    assert "A sentence that was added." in desk.page("tasks/cold-week/index.html")
    assert len(desk.folders) == 1, "what was begun is gone"
    desk.preview._server._want_rebuild = False
    desk.save(LIST, "\n## ", "\nAnother sentence.\n\n## ")
    said = desk.look()
    assert f"{LIST}, {SHOWN}" in said[0], "all that no whole build has seen"
    assert said[1].startswith("Built in ")
    assert "A sentence that was added." in desk.page("tasks/cold-week/index.html")
    assert "Another sentence." in desk.page("about/index.html")


def test_a_page_that_cannot_be_made_alone_is_left_to_the_whole_site(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(BuildState, "make_anew", fail)
    desk.save(PAGE, "\n## ", "\nA sentence that was added.\n\n## ")
    assert [line.split(" in ")[0] for line in desk.look()] == ["Built"]
    assert "A sentence that was added." in desk.page("tasks/cold-week/index.html")


def test_browsers_are_told_of_the_page_and_of_the_rest(desk: Desk) -> None:
    server = desk.preview._server
    epochs = [server._visible_epoch]
    desk.save(PAGE, "\n## ", "\nA sentence that was added.\n\n## ")
    server.reload()
    epochs.append(server._visible_epoch)
    desk.look()
    epochs.append(server._visible_epoch)
    assert epochs == sorted(set(epochs))
    assert server._visible_epoch == server._wanted_epoch, "no browser waits"
