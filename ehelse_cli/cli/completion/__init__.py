"""Answers the shell when somebody presses tab: quickly, quietly, and without reading more of the files than it must.

The script that a shell has been given (templates/fullfoering) runs `ehelse` with the line up to the cursor in the
environment. Whatever goes wrong then, goes wrong in silence: a person who types must not be answered with a failure.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO

#: Which shell asks; where it is set, the arguments are not looked at.
SHELL = "_EHELSE_COMPLETE"
#: The line up to the cursor, as it was typed.
LINE = "_EHELSE_LINE"
#: Bash only: the end of the word, which it will put ours in place of, and whether it only lists what there is.
TAIL, LISTS = "_EHELSE_TAIL", "_EHELSE_LISTS"


def answer(environment: Mapping[str, str]) -> int:
    """Print what the line may go on with, in the shell's own form; the exit code is always 0."""
    out = sys.stdout
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()), suppress(Exception, KeyboardInterrupt):
        from ehelse_cli.cli.completion.shells import SHELLS

        text = SHELLS[environment[SHELL]].answer(environment)
        out.buffer.write(text.encode(_encoding(out.encoding), "replace"))
        out.flush()
    return 0


def _encoding(of_stream: str) -> str:
    """What the shell reads. On Windows not what Python believes: bash is UTF-8 there too, and the rest gets ASCII."""
    return "utf-8" if os.name == "nt" else of_stream
