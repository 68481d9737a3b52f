"""What can be wrong with a repository or a revision: each ends the run, and says the way out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.tree import printable

#: Revisions that a remote may know by name.
_NAME = re.compile(r"\w[\w./-]*")

_UNSHALLOW = "git fetch --unshallow origin"


class GitMissingError(EhelseError):
    """There is no git program."""

    def __init__(self) -> None:
        super().__init__("finner ikke programmet git", "Installer git, eller kjør uten å oppgi en revisjon.")


class NotARepositoryError(EhelseError):
    """The data folder is under no version control."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"«{root}» er ikke i et git-repo", "En revisjon kan bare oppgis for en mappe i et git-repo.")


class DubiousOwnershipError(EhelseError):
    """Git refuses a repository that belongs to somebody else."""

    def __init__(self, top: Path) -> None:
        super().__init__(
            f"git leser ikke repoet i «{top}», fordi en annen bruker eier det",
            f"Stoler du på det, kjør: git config --global --add safe.directory {shlex.quote(str(top))}",
        )


class UnknownRevisionError(EhelseError):
    """No commit of that name."""

    def __init__(self, revision: str) -> None:
        fetch = f", eller hent den: {_fetch(revision)}" if _NAME.fullmatch(revision) else "."
        super().__init__(
            f"fant ingen revisjon «{printable(revision)}»",
            f"Se hva som finnes med «git branch --all» og «git log»{fetch}",
        )


class ShallowCloneError(EhelseError):
    """The clone was made without its history, and the commit lies outside."""

    def __init__(self, revision: str) -> None:
        fetch = _fetch(revision) if _NAME.fullmatch(revision) else "git fetch --deepen=1000"
        super().__init__(
            f"revisjonen «{printable(revision)}» er ikke hentet: klonen har bare en del av historikken",
            f"Kjør: {fetch}",
        )


class NoDefaultBranchError(EhelseError):
    """There is no branch to tell where this one began."""

    def __init__(self, *, shallow: bool) -> None:
        command = _UNSHALLOW if shallow else "git fetch origin main:refs/remotes/origin/main"
        super().__init__(
            "vet ikke hva det skal sammenlignes med: fant verken origin/HEAD, main eller master",
            f"Kjør: {command}\nEller si hva det er: --mot REVISJON.",
        )


class NoMergeBaseError(EhelseError):
    """The two have no history in common, or it lies outside of the clone."""

    def __init__(self, revision: str, branch: str, *, shallow: bool) -> None:
        why = "klonen har bare en del av historikken" if shallow else "de har ingen felles historikk"
        super().__init__(
            f"fant ikke hvor «{printable(revision)}» skilte lag med «{branch}»: {why}",
            f"Kjør: {_UNSHALLOW}" if shallow else "Si hva det skal sammenlignes med: --mot REVISJON.",
        )


class NoDataInRevisionError(EhelseError):
    """The commit has no data folder."""

    def __init__(self, revision: str, prefix: str) -> None:
        super().__init__(f"revisjonen «{printable(revision)}» har ingen filer i «{prefix}»")


class GitFailedError(EhelseError):
    """Git could not do what it was asked to, for a reason of its own."""

    def __init__(self, said: str) -> None:
        self.said = said
        super().__init__(f"git svarte med en feil: {said}", "Se hva «git status» og «git fsck» sier i den mappen.")


def _fetch(revision: str) -> str:
    return f"git fetch origin {shlex.quote(revision.removeprefix('origin/'))}"
