"""The one sanitiser of text on its way out: what cannot be seen must not steer what is seen."""

from __future__ import annotations

import re
import unicodedata

# Everything that is no letter, sign or space on paper: controls (Cc), lone surrogates (Cs), marks that turn the reading
# direction, and the separators that some readers take for a new line. The joiners inside emoji and names stay.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}\ufeff\ufff9-\ufffb\ud800-\udfff]")
_SEPARATORS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_NEWLINES = re.compile(r"\r\n?")
_SPACES = re.compile(r"[ \t\n]+")


def clean_text(text: str) -> str:
    """The text, NFC, its line ends all alike, without controls and bidi marks. Paragraphs stay."""
    if text.replace("\n", " ").isprintable():  # nothing in it but letters, signs, spaces and folds, as in nearly all
        return unicodedata.normalize("NFC", text)
    lines = _SEPARATORS.sub("\n", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", lines))


def clean_line(text: str) -> str:
    """The text on one line: every run of white space is one space."""
    if not text.isprintable() or "  " in text:  # what is neither, is one line as it stands, as nearly every value is
        text = _SPACES.sub(" ", clean_text(text))
    return unicodedata.normalize("NFC", text).strip()


def paragraphs(text: str) -> tuple[str, ...]:
    """Prose in paragraphs: a blank line parts them, a single line end is only a fold."""
    return tuple(filter(None, map(clean_line, re.split(r"\n[ \t]*\n", clean_text(text)))))
