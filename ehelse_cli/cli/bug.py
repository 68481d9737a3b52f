"""What is said when the program itself is at fault."""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Sequence
from pathlib import Path

from ehelse_cli.cli.version import version

#: Set to show where in the program it went wrong.
SHOW_TRACE = "EHELSE_FEILSOEK"


def describe(given: Sequence[str], problem: Exception) -> str:
    """Whose fault it is, the command, the kind of failure, the versions, and what to do."""
    lines = [
        f"dette er en feil i ehelse, ikke hos deg: {kind(problem)}",
        f"  kommando: ehelse {' '.join(given)}",
        f"  versjon: ehelse {version()}, Python {platform.python_version()}, {platform.system()}",
        f"  hjelp: meld fra med disse linjene; sett {SHOW_TRACE}=1 foran kommandoen for å se mer",
    ]
    if os.environ.get(SHOW_TRACE):
        lines.append("".join(traceback.format_exception(problem)))
    return "\n".join(lines)


def kind(problem: Exception) -> str:
    """The type and where it was raised, not its message: that may quote what must not be quoted."""
    frames = traceback.extract_tb(problem.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, linje {frames[-1].lineno})" if frames else ""
    return f"{type(problem).__name__}{place}"
