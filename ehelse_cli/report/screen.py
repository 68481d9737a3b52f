"""What is known of the place a text will be shown, and how to paint there."""

from __future__ import annotations

import textwrap

from msgspec import Struct

from ehelse_cli.report.safe import one_line, spelt

_CODES = {"fet": "1", "svak": "2", "roed": "31", "groenn": "32", "gul": "33", "blaa": "34", "cyan": "36"}


class Screen(Struct, frozen=True):
    """Columns to fill, whether colours are wanted, and the encoding that must be able to show the text."""

    width: int = 100
    colours: bool = False
    encoding: str = "utf-8"

    def paint(self, text: str, *styles: str) -> str:
        """The text made harmless and shown in these styles (`fet`, `roed` …)."""
        shown = self.plain(text)
        if not (self.colours and styles and shown):
            return shown
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{shown}\x1b[0m"

    def plain(self, text: str) -> str:
        """The text on one line, made harmless, in the letters that the encoding has."""
        return spelt(one_line(text), self.encoding)

    def wrapped(self, text: str, indent: int, first: int | None = None) -> list[str]:
        """Plain text broken between words to the width that is left after the indent (of the first line: `first`)."""
        used = indent if first is None else first
        lines = textwrap.wrap(
            self.plain(text),
            max(self.width, indent + 20),
            initial_indent=" " * used,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return [line[used:] if nr == 0 else line for nr, line in enumerate(lines)]


#: Nowhere in particular: a hundred columns, no colours.
ANYWHERE = Screen()
