"""The page about a rule: its sections without the examples, and the whole of it as people read it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_EXAMPLE = re.compile(r"^(`{3,}).*?^\1[ \t]*\n?", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<head>\w+ \S+)(?P<facts>[^\n]*)\n(?P<body>.*?)^(?P=fence)", re.MULTILINE | re.DOTALL
)
# What the examples say to the tests that run them: which finding comes of the line.
_EXPECTED = re.compile(r"(# )forvent: [A-Z0-9, ]*[A-Z0-9]|<!-- forvent: [^\n]*?-->")
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


def readable(page: str) -> str:
    """The page for people: what the examples say to the tests is gone, but for a mark where the mistake is."""
    return _BLOCK.sub(_for_people, page)


def _for_people(block: re.Match[str]) -> str:
    body = _EXPECTED.sub(lambda found: f"{found[1] or ''}← her", block["body"])
    return f"{block['fence']}{block['head']}\n{body}{block['fence']}"


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs, each on one line."""
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
