"""Progress of a long command: one line when a step ends, with its seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Progress:
    """Says what is being done and how long it took.

    Attributes:
        say: prints one line.
        seconds: of each finished step, in order.
    """

    say: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step. One that raises is told without seconds: its fault comes next."""
        self.say(f"{name} ...")
        begin = self.clock()
        yield
        self.seconds[name] = self.clock() - begin
        self.say(f"{name}: {self.seconds[name]:.1f} s")
