"""`golocal new`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

import golocal.checks
from golocal.checks.run import CACHE, check
from golocal.commands.group import CannotRun, main, repository
from golocal.content.kinds import ALL_MODELS
from golocal.publishing.fieldguide import Row
from golocal.scaffolding.blanks import MARK, Setting
from golocal.scaffolding.datafile import data_path
from golocal.scaffolding.draft import Draft, Drafting, write
from golocal.scaffolding.examples import page_of
from golocal.scaffolding.places import Place, as_slug, is_document, kind_named, place
from golocal.scaffolding.refusal import Refused

assert golocal.checks  # importing it registers the rules


@main.command("new", epilog=f"Kinds: {', '.join(sorted(ALL_MODELS))}.")
@click.argument("kind")
@click.argument("id", required=False, default="")
@click.option("--title", help="Title; without an ID, the name of the file is made of it.")
@click.option("--summary", help="One or two sentences that say what the reader gets.")
@click.option(
    "--in",
    "--chapter",
    "--paper",
    "--academy",
    "home",
    default="",
    help="Chapter, paper or Academy that it belongs to.",
)
@click.option("--country", "country_or_area", help="Code of the country, such as AT.")
@click.option("--file", "file", default="", help="Data file, without folder and ending, for a record.")
@click.option("--set", "pairs", multiple=True, metavar="KEY=VALUE", help="Any other key; lists are divided at commas.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day of the draft; today, if left out.")
@click.option("--bare", is_flag=True, help="Leave out the comments about keys that are not needed.")
@click.option("--input/--no-input", "ask", default=None, help="Ask for what is missing; as a rule only in a terminal.")
def new_command(kind: str, id: str, home: str, file: str, pairs: tuple[str, ...], **options: Any) -> None:
    """Write the draft of a document or record of KIND, with its blanks marked TODO.

    The draft passes `golocal check`; warnings say what is still to be done. Nothing is ever overwritten.

    Exit code 0: written; 2: not written, and why.
    """
    root = repository()
    on = (options["on"] or datetime.datetime.now()).date()
    ask = sys.stdin.isatty() if options["ask"] is None else options["ask"]
    given = {key: value for key in ("title", "summary", "country_or_area") if (value := options[key])} | _pairs(pairs)
    try:
        kind = kind_named(kind)
        drafting = Drafting(root, Setting(check(root, cache=root / CACHE).catalogue, on), options["bare"])
        where = _place(drafting, kind, id or as_slug(given.get("title", "")), home, file)
        if ask:
            given = _asked(drafting, kind, where, given)
        draft = drafting.draft(kind, where.id, where.path, given)
        write(root, draft)
    except Refused as refusal:
        raise CannotRun(str(refusal)) from refusal
    _tell(kind, draft)


def _pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise click.UsageError(f"--set wants KEY=VALUE, such as --set state=ongoing; got {pair!r}")
    return {key.strip(): value.strip() for key, _, value in (pair.partition("=") for pair in pairs)}


def _place(drafting: Drafting, kind: str, name: str, home: str, file: str) -> Place:
    catalogue = drafting.setting.catalogue
    if is_document(kind):
        return place(kind, name, home, drafting.setting.on, catalogue)
    if not name:
        raise Refused(f"give the new {kind} an id: golocal new {kind} ID")
    return Place(name, data_path(kind, name, file, catalogue))


def _asked(drafting: Drafting, kind: str, where: Place, given: Mapping[str, str]) -> dict[str, str]:
    click.echo("An empty answer leaves a blank to be filled in later.")
    answers = dict(given)
    for row in drafting.open_rows(kind, where.id, given):
        answer = _answer(drafting, kind, where, answers, row)
        if answer:
            answers[row.key] = answer
    return answers


def _answer(drafting: Drafting, kind: str, where: Place, answers: Mapping[str, str], row: Row) -> str:
    while True:
        answer: str = click.prompt(f"{row.meaning} ({row.form})\n{row.key}", default="", show_default=False)
        if not answer.strip():
            return ""
        try:
            drafting.draft(kind, where.id, where.path, {**answers, row.key: answer.strip()})
        except Refused as refusal:
            click.echo(f"Not accepted: {refusal}")
        else:
            return answer.strip()


def _tell(kind: str, draft: Draft) -> None:
    click.echo(draft.path if is_document(kind) else f"{draft.path}:{draft.line}")
    stage = "" if is_document(kind) else " A record has no draft: readers see it as it stands."
    click.echo(f"1. Replace what is marked {MARK}; {page_of(kind)} shows a finished example.{stage}")
    click.echo(f"2. Check it: golocal check {Path(draft.path).as_posix()}")
