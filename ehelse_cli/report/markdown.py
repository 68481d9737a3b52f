"""A page in Markdown, typeset where there are colours to do it with, as it stands where there are none."""

from __future__ import annotations

import io
import re

from ehelse_cli.report.screen import Screen

# A block of code with a file's name after its language, which typesetting would lose.
_FILE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+) (?P<path>\S+)(?P<rest>[^\n]*\n.*?^(?P=fence))", re.MULTILINE | re.DOTALL
)


def markdown_as_text(text: str, screen: Screen) -> str:
    """The page for the screen."""
    return _typeset(text, screen) if screen.colours else text


def _typeset(text: str, screen: Screen) -> str:
    # Heavy, and a pipe has no use for it.
    from rich.console import Console
    from rich.markdown import Markdown

    target = io.StringIO()
    console = Console(
        file=target, force_terminal=True, color_system="standard", width=screen.width, legacy_windows=False
    )
    named = _FILE.sub(r"**\g<path>**\n\n\g<fence>\g<language>\g<rest>", text)
    console.print(Markdown(named, hyperlinks=False, code_theme="ansi_dark"))
    return target.getvalue()
