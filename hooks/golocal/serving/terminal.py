"""What a preview prints: findings as `golocal check` prints them, and MkDocs' own warnings; nothing else that MkDocs says."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from golocal.findings import Finding, Severity
from golocal.findings.formats import as_text

Say = Callable[[str], None]
SERVER = "mkdocs.livereload"


class Listener(logging.Handler):
    """Takes what a build logs.

    Attributes:
        findings: those of the build that runs or ran last.
    """

    def __init__(self, say: Say) -> None:
        super().__init__(logging.INFO)
        self._say = say
        self.findings: Sequence[Finding] = ()

    def emit(self, record: logging.LogRecord) -> None:
        """Print findings and warnings."""
        findings = getattr(record, "findings", None)
        if findings is not None:
            self.tell(findings)
        elif record.levelno >= (logging.ERROR if record.name == SERVER else logging.WARNING) and not self.failed:
            self._say(f"{record.levelname.lower()}: {record.getMessage().strip()}")

    def tell(self, findings: Sequence[Finding]) -> None:
        """Print findings, unless this build has told the same ones already."""
        if findings and findings != self.findings:
            self._say(as_text(findings))
        self.findings = findings

    @property
    def failed(self) -> bool:
        """Whether the sources have errors. What MkDocs says after them only repeats it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def listen(say: Say) -> Listener:
    """Take over what MkDocs logs."""
    listener = Listener(say)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.handlers = [listener]
    return listener
