"""What makes git show a mandate as `ehelse mandat diff` does: a line in .gitattributes, and two in the repository's own
configuration. The first is shared with everybody and names no program; the second stays on this machine.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from ehelse_cli.load.git_errors import GitFailedError
from ehelse_cli.load.git_plain import ask

SECTION = "diff.ehelse-mandat"
ATTRIBUTES = ".gitattributes"
_COMMENT = "# `ehelse mandat git-oppsett` lar git vise endringer i mandater som en endringslogg."
_PATTERN = "data/mandater/*/*.md diff=ehelse-mandat"


def with_attributes(text: str | None) -> str:
    """The text of .gitattributes with our line at the end; as it stands where it has the line."""
    old = text or ""
    if _PATTERN in map(_stripped, old.splitlines()):
        return old
    end = "\r\n" if "\r\n" in old else "\n"
    gap = "" if not old or old.endswith("\n") else end
    return f"{old}{gap}{_COMMENT}{end}{_PATTERN}{end}"


def without_attributes(text: str | None) -> str | None:
    """The text without what `with_attributes` adds; None when nothing is left of it."""
    if text is None:
        return None
    ours = {_PATTERN, _COMMENT}
    left = "".join(line for line in text.splitlines(keepends=True) if _stripped(line) not in ours)
    return left or None


def _stripped(line: str) -> str:
    return " ".join(line.split())


def wanted() -> Mapping[str, str]:
    """The configuration: this very Python, isolated, so that nothing is imported from the folder one stands in."""
    program = shlex.quote(Path(sys.executable).as_posix())
    driver = f"{program} -I -m ehelse_cli mandat git-driver"
    # After the two dashes, no name of a file is an option.
    return {f"{SECTION}.command": f"{driver} --", f"{SECTION}.textconv": f"{driver} --tekst --"}


def configured(top: Path) -> Mapping[str, str]:
    """What the repository's own configuration says of it now.

    Raises:
        GitMissingError, GitFailedError: if git cannot be asked.
    """
    listing = ask(top, "config", "--local", "--null", "--list").decode("utf-8", "replace")
    pairs = (entry.partition("\n") for entry in listing.split("\0") if entry)
    return {key: value for key, _, value in pairs if key.startswith(f"{SECTION}.")}


def configure(top: Path) -> None:
    """Write it.

    Raises:
        GitMissingError, GitFailedError: if git cannot be asked, or refuses.
    """
    for key, value in wanted().items():
        ask(top, "config", "--local", "--replace-all", key, value)


def forget(top: Path) -> None:
    """Take it away; nothing where it is not there.

    Raises:
        GitMissingError, GitFailedError: as `configure`.
    """
    if configured(top):
        try:
            ask(top, "config", "--local", "--remove-section", SECTION)
        except GitFailedError:
            if configured(top):
                raise
