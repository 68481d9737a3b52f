"""The site's search: Pagefind reads the pages once they are made, and gives the index that the search page asks.

One index for bokmål and nynorsk: who searches does not know which of them a paper is in.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.publish.page import Page

_FOLDER = "pagefind"
_LANGUAGE = "no"
#: What the search page needs; the ready-made user interfaces stay out.
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_KEPT_ENDINGS = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")


class NotIndexedError(EhelseError):
    """The indexer failed. The site without its index would promise a search that is not there."""

    exit_code = 4

    def __init__(self, said: str) -> None:
        super().__init__(f"søket kunne ikke lages: pagefind svarte «{said}»", "Prøv uten: --uten-soek.")


def indexer() -> Path | None:
    """The program, where the extra is installed."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return None
    return Path(get_executable())


def with_index(pages: Iterable[Page], program: Path) -> Iterator[Page]:
    """The pages as they come, and after the last one the index of them."""
    with tempfile.TemporaryDirectory(prefix="ehelse-soek-") as name:
        site = Path(name)
        for page in pages:
            if page.path.endswith(".html") and page.path != "404.html":
                (site / page.path).parent.mkdir(parents=True, exist_ok=True)
                (site / page.path).write_bytes(page.content)
            yield page
        yield from _index(site, program)


def _index(site: Path, program: Path) -> Iterator[Page]:
    options = ["--site", str(site), "--output-subdir", _FOLDER, "--force-language", _LANGUAGE, "--silent"]
    ran = subprocess.run([program, *options], capture_output=True, check=False, cwd=site)  # noqa: S603 (ours)
    if ran.returncode:
        raise NotIndexedError(ran.stderr.decode(errors="replace").strip()[-200:])
    folder = site / _FOLDER
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (path.name in _KEPT or path.name.endswith(_KEPT_ENDINGS)):
            yield Page(path.relative_to(site).as_posix(), path.read_bytes())
