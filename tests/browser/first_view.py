"""What a browser without memory asks for on the first view of a page, and what then moves."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Response

PACKED_ALREADY = ("woff2", "png", "jpg", "gz", "zip")
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) sum += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 600);
})"""


@dataclass(frozen=True)
class FirstView:
    """Figures of one first view.

    Attributes:
        bytes_by_address: what each answer would weigh on the line, packed with gzip where a server would pack it.
        failed: addresses that gave no answer.
        shift: cumulative layout shift.
    """

    bytes_by_address: dict[str, int]
    failed: list[str]
    shift: float

    @property
    def weight(self) -> int:
        """Bytes of all answers together."""
        return sum(self.bytes_by_address.values())


def first_view(contexts: Callable[..., BrowserContext], address: str, **options: object) -> FirstView:
    """Open a page in a new context and wait until nothing is asked for any more."""
    page = contexts(**options).new_page()
    answers: list[Response] = []
    failed: list[str] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(address, wait_until="networkidle")
    shift = float(page.evaluate(SHIFTS))
    return FirstView({answer.url: _packed(answer) for answer in answers}, failed, shift)


def _packed(answer: Response) -> int:
    body = answer.body() if answer.ok else b""
    return len(body) if answer.url.endswith(PACKED_ALREADY) else len(gzip.compress(body, 6))
