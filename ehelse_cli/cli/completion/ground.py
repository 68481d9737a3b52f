"""What there is in the data folder, told by the names of the files and by the few of them that hold names.

Nothing is judged and no model is made: that takes ten times as long as anybody waits for a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.kinds import Placed, place
from ehelse_cli.load.tree import DiskTree, Entry, find_root, read_text

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"\d+")


class Ground:
    """The data folder that a line is about: the one `--rot` names, or the one around the current folder; or none."""

    def __init__(self, given: Mapping[str, list[str]]) -> None:
        self.given = given

    @cached_property
    def root(self) -> Path | None:
        """The folder that has `data/`."""
        try:
            return find_root(Path(self.given["rot"][-1]).expanduser() if "rot" in self.given else Path.cwd())
        except (EhelseError, OSError, RuntimeError):
            return None

    @cached_property
    def _tree(self) -> DiskTree | None:
        return DiskTree(self.root) if self.root else None

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        try:
            return {entry.path: entry for entry in self._tree.files()} if self._tree else {}
        except (EhelseError, OSError):
            return {}

    @cached_property
    def _placed(self) -> tuple[Placed, ...]:
        return tuple(found for path in self._entries if (found := place(path)) is not None)

    def of(self, kind: str) -> list[Placed]:
        """All of one kind, council by council, in each what is without a number first and then the newest."""
        return sorted((one for one in self._placed if one.kind.name == kind), key=_order)

    def forum(self) -> str | None:
        """The council that the line is about: the one it names, or that of a meeting or a case it names."""
        if "forum" in self.given:
            return self.given["forum"][-1]
        named = {one for values in self.given.values() for one in values}
        return next(
            (one.path.split("/")[1] for one in self._placed if one.id in named and one.path.count("/") > 1), None
        )

    def head(self, path: str) -> str:
        """The file down to the end of its head; nothing where it cannot be read."""
        entry = self._entries.get(path)
        if entry is None or self._tree is None:
            return ""
        text = read_text(self._tree, entry)
        if not isinstance(text, str) or path.endswith(".yaml"):
            return text if isinstance(text, str) else ""
        parts = _FENCE.split(text, maxsplit=2)
        return parts[1] if len(parts) > 2 else ""

    def line(self, path: str, key: str) -> str:
        """What one line of the head says, without its quotes; a hint for a reader, nothing is decided by it."""
        found = re.search(rf"^{key}:[ \t]+(?P<said>[^\s#{{\[|>].*)$", self.head(path), re.MULTILINE)
        return re.sub(r"\s+#.*$", "", found["said"]).strip().strip("\"'") if found else ""

    def content(self, path: str) -> Mapping[str, Any]:
        """The head as plain containers; empty where there is none that can be read."""
        from ehelse_cli.load.yaml_text import compose

        value = compose(self.head(path)).value
        return value if isinstance(value, dict) else {}

    def names(self, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The keys at the top that hold a mapping each: ids and what is known of them."""
        for key, value in self.content(path).items():
            yield key, value if isinstance(value, dict) else {}


def _order(one: Placed) -> tuple[str, list[int], str]:
    parts = one.path.split("/")
    below = "/".join(parts[2:]) or parts[-1]
    return (parts[1] if len(parts) > 2 else "", [-int(number) for number in _NUMBER.findall(below)], one.id)
