"""Trees for tests: a dict of paths and texts stands for a data folder, and is read as one from disk would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import dedent

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.historie import Mangel
from ehelse_cli.core.place import Location
from ehelse_cli.load.dataset import Loaded, load
from ehelse_cli.load.tree import MAX_BYTES, Entry, FileUnreadableError, is_listed, sibling
from ehelse_cli.load.versions import Version, Versions


class MemoryTree:
    """A data folder that is nowhere. Paths go from the folder: `forum/raad.yaml`; a text may be given as raw bytes."""

    name = "minnet"

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {path: _raw(text) for path, text in files.items() if is_listed(path)}
        self._twins = tuple(path for path in map(sibling, files) if path)

    def files(self) -> Iterable[Entry]:
        return [Entry(path, len(raw), "file") for path, raw in sorted(self._files.items())]

    def twins(self) -> Iterable[str]:
        return self._twins

    def versions(self) -> Versions | None:
        return None

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
        if path not in self._files:
            raise FileUnreadableError(path, "den finnes ikke")
        return self._files[path]


class Remembered:
    """What a repository that is nowhere remembers: (path, day, text), oldest first. Each is a commit of its own."""

    def __init__(self, texts: Iterable[tuple[str, date, str]], lacking: Mangel | None = None) -> None:
        self.lacking = lacking
        self._texts = tuple(texts)

    def landed(self, paths: Iterable[str]) -> Sequence[Version]:
        wanted = tuple(paths)
        return tuple(
            Version(path, f"{nr:040x}", day, nr, f"{nr:040x}")
            for nr, (path, day, _) in enumerate(self._texts, start=1)
            if any(path == one or path.startswith(f"{one}/") for one in wanted)
        )

    ever = landed

    def read(self, versions: Sequence[Version]) -> Iterator[bytes | None]:
        return (self._texts[version.nr - 1][2].encode() for version in versions)


def _raw(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else dedent(text).removeprefix("\n").encode()


def load_tree(files: Mapping[str, str | bytes]) -> Loaded:
    """Read the tree. A text may be indented as the test is, and begin on the line below the quotes."""
    return load(MemoryTree(files))


def load_clean(files: Mapping[str, str | bytes]) -> Dataset:
    """The dataset of a tree that must have nothing wrong with its form."""
    loaded = load_tree(files)
    assert [shown(finding) for finding in loaded.findings] == []
    return loaded.dataset


def shown(finding: Finding) -> str:
    """One line for an assertion to compare: code, place and message."""
    return f"{finding.rule.code} {finding.location} {finding.message}"


def text_at(files: Mapping[str, str | bytes], location: Location) -> str:
    """What stands at the place, from the first character to the last."""
    lines = _raw(files[location.path.removeprefix("data/")]).decode().splitlines(keepends=True)
    lines = lines[location.line - 1 : location.end_line] or [""]
    lines[-1] = lines[-1][: location.end_column - 1]
    lines[0] = lines[0][location.column - 1 :]
    return "".join(lines)


def names(count: int, what: str = "Medlem") -> list[str]:
    """`Medlem 1` … `Medlem n`: names for seats that nobody needs to tell apart."""
    return [f"{what} {number}" for number in range(1, count + 1)]


def listed(entries: Sequence[str], indent: int = 2) -> str:
    """The entries as a YAML list, each on its own line."""
    return "".join(f"{' ' * indent}- {entry}\n" for entry in entries) or f"{' ' * indent}[]\n"
