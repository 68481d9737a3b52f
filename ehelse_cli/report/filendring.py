"""What a command will change in a file, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from ehelse_cli.report.screen import Screen

_FARGER = {"+": "groenn", "-": "roed", "@": "cyan"}


def filendring(sti: str, gammel: str | None, ny: str | None, skjerm: Screen) -> str:
    """The change as a patch; `gammel` None: the file is new, `ny` None: it goes. Empty when nothing changes."""
    return "".join(f"{linje}\n" for linje in _linjene(sti, gammel, ny, skjerm))


def _linjene(sti: str, gammel: str | None, ny: str | None, skjerm: Screen) -> Iterator[str]:
    foer, naa = ((tekst or "").splitlines() for tekst in (gammel, ny))
    navn = ("/dev/null" if gammel is None else sti), ("/dev/null" if ny is None else sti)
    for nr, linje in enumerate(unified_diff(foer, naa, *navn, lineterm="")):
        stil = "fet" if nr < 2 else _FARGER.get(linje[:1], "")
        yield skjerm.paint(linje, *filter(None, [stil]))
