"""The page about a rule, taken apart: its sections without the examples."""

from __future__ import annotations

import re
from collections.abc import Mapping

_EXAMPLE = re.compile(r"^(`{3,}).*?^\1[ \t]*\n?", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
# Pages link to each other as the files they are; outside their folder only the code helps.
_LINK = re.compile(r"\[([A-Z]{3}\d{3})\]\(\1\.md\)")

WHAT, WHY, EXCEPTIONS = "Hva", "Hvorfor og hjemmel", "Unntak"


def sections(page: str) -> Mapping[str, str]:
    """The prose under each heading."""
    _, *parts = _HEADING.split(_EXAMPLE.sub("", unlinked(page)))
    return {title.strip(): text.strip() for title, text in zip(parts[::2], parts[1::2], strict=True)}


def unlinked(page: str) -> str:
    """The page with codes where it links to other pages."""
    return _LINK.sub(r"\1", page)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs, each on one line."""
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
