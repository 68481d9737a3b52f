"""The mandates of two states of the files: which is which, and what each is held against."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.mandate_tree import forums_named, read_mandates, tree_of, whole, with_day
from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.sides import NoMandateError, before
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.godtatt import med_godkjenninger
from ehelse_cli.diff.mandat import diff, side
from ehelse_cli.diff.samling import Samling
from ehelse_cli.diff.tekst import Navngiver
from ehelse_cli.load.tree import DiskTree, Tree, find_root

#: `A..B`, or `A...B` for where B left A; a side left out is HEAD, as git has it.
_RANGE = re.compile(r"(?P<old>.*?)(?P<dots>\.{2,3})(?P<new>.*)")


@dataclass(frozen=True, slots=True)
class Range:
    """Two revisions; with `from_base`, the first stands for where the second left it."""

    old: str
    new: str
    from_base: bool


def read_range(word: str) -> Range | None:
    """The two revisions that the word names, or None when it names something else."""
    found = _RANGE.fullmatch(word)
    if found is None or Path(word).exists() or word.startswith(("./", "../")) or word.endswith(".md"):
        return None
    return Range(found["old"] or "HEAD", found["new"] or "HEAD", len(found["dots"]) == 3)


class NoBaseError(EhelseError):
    """Nothing was said of what to compare with, and where the branch began is not known."""

    def __init__(self, problem: EhelseError) -> None:
        help_ = (problem.help or "").replace("--mot REVISJON", "ehelse mandat diff REVISJON..HEAD")
        super().__init__(f"ingenting er sammenlignet: {problem.message}", help_)


def compare_range(shared: Felles, asked: Range, forums: Sequence[str]) -> Samling:
    """Every mandate that differs between the two revisions.

    Raises:
        NoMandateError: if neither has any.
        EhelseError: if a side is unknown or cannot be read.
    """
    root = find_root(shared.rot or Path.cwd())
    new = tree_of(root, asked.new)
    old = _base(root, new, asked.old) if asked.from_base else tree_of(root, asked.old)
    return _compare(shared, root, (old, new), forums)


def compare_with_base(shared: Felles, forums: Sequence[str]) -> Samling:
    """Every mandate that differs from where this branch left the default branch: in the working tree, or `--revisjon`.

    Raises:
        NoBaseError: if that is not known.
        EhelseError: as `compare_range` says.
    """
    from ehelse_cli.load.git_errors import NoDefaultBranchError, NoMergeBaseError
    from ehelse_cli.load.git_history import open_base

    root = find_root(shared.rot or Path.cwd())
    try:
        base = open_base(root, shared.revisjon or "HEAD")
    except (NoDefaultBranchError, NoMergeBaseError) as problem:
        raise NoBaseError(problem) from None
    new = tree_of(root, shared.revisjon) if shared.revisjon else DiskTree(root)
    return _compare(shared, root, (base, new), forums)


def _base(root: Path, new: Tree, branch: str) -> Tree:
    from ehelse_cli.load.git import GitTree, is_shallow, open_revision, run_git
    from ehelse_cli.load.git_errors import GitFailedError, NoMergeBaseError

    here = open_revision(root, branch)
    commit = new.commit if isinstance(new, GitTree) else "HEAD"
    try:
        found = run_git(here.git, "merge_base", here.commit, commit).decode().strip()
    except GitFailedError:
        raise NoBaseError(NoMergeBaseError(new.name, branch, shallow=is_shallow(here.git))) from None
    return GitTree(here.git, f"{found[:10]}, der {new.name} skilte lag med {branch}", found, here.prefix)


def _compare(shared: Felles, root: Path, trees: tuple[Tree, Tree], given: Sequence[str]) -> Samling:
    new, old = read_mandates(shared, root, trees[1]), read_mandates(shared, root, trees[0])
    forums = forums_named(old, new, given)
    sides = tuple(whole(one, tree.name, forums) for one, tree in zip((old, new), trees, strict=True))
    return _Pairing(with_day(sides[0], sides[1], shared), sides[1], forums).collected(trees[0].name, trees[1].name)


@dataclass(frozen=True, slots=True)
class _Pairing:
    old: Opened
    new: Opened
    forums: frozenset[str]

    def collected(self, old_name: str, new_name: str) -> Samling:
        """Each mandate against what it was: by id, then the one it was renamed from, then the one before it."""
        old, new = self._of(self.old), self._of(self.new)
        if not old and not new:
            raise NoMandateError(f"verken {old_name} eller {new_name} har noe mandat")
        same = [(old[id_], new[id_]) for id_ in new if id_ in old and self._differs(id_)]
        gone, came = _only_in(old, new), _only_in(new, old)
        renamed = list(_renamed(gone, came))
        gone = [one for one in gone if one not in [pair[0] for pair in renamed]]
        came = [one for one in came if one not in [pair[1] for pair in renamed]]
        before = [(self._before(one), one) for one in came]
        pairs = [*same, *renamed, *((first, one) for first, one in before if first is not None)]
        navn = _named_by(self.new.data, self.old.data)
        compared = [(pair, diff(*pair, navn)) for pair in sorted(pairs, key=lambda pair: pair[1].id)]
        differ = [(pair, one) for pair, one in compared if one.endringer or not one.uendret]
        found = Samling(
            differ=tuple(one for _, one in differ),
            par=tuple(pair for pair, _ in differ),
            fra=old_name,
            til=new_name,
            nye=tuple(side(one, navn) for first, one in before if first is None),
            borte=tuple(side(one, navn) for one in gone),
        )
        return med_godkjenninger(found, self.new.data, self.new.dag)

    def _of(self, opened: Opened) -> dict[str, Mandat]:
        mandates = opened.data.mandater.items()
        return {id_: mandat for id_, mandat in mandates if not self.forums or mandat.forum in self.forums}

    def _differs(self, id_: str) -> bool:
        return self.old.data.files[id_].text != self.new.data.files[id_].text

    def _before(self, mandat: Mandat) -> Mandat | None:
        """What a mandate that came is held against: the one before it, as the old side has that, if it does."""
        try:
            found = before(self.new, mandat)
        except NoMandateError:
            return None
        return self.old.data.mandater.get(found.id, found)


def _only_in(one: dict[str, Mandat], other: dict[str, Mandat]) -> list[Mandat]:
    return [mandat for id_, mandat in one.items() if id_ not in other]


def _renamed(gone: Sequence[Mandat], came: Sequence[Mandat]) -> Iterator[tuple[Mandat, Mandat]]:
    """A mandate whose file has another name: a draft adopted, a day corrected, a council with another id.

    Only where there is one of each: what is ambiguous is told as gone and come.
    """
    left, found = list(gone), list(came)
    for same in _SAME:
        for one in list(found):
            likely = [first for first in left if same(first, one)]
            if len(likely) == 1 and sum(same(likely[0], other) for other in found) == 1:
                yield likely[0], one
                left.remove(likely[0])
                found.remove(one)


_SAME: tuple[Callable[[Mandat, Mandat], bool], ...] = (
    lambda one, other: one.forum == other.forum and one.fra == other.fra,
    lambda one, other: one.forum == other.forum and one.tekst == other.tekst,
    lambda one, other: one.forum == other.forum,
    lambda one, other: one.fra == other.fra and bool(one.tekst.strip()) and one.tekst == other.tekst,
)


def _named_by(*data: Dataset) -> Navngiver:
    """Names from the first that has one."""

    def navn(id_: str, dag: date, *, kort: bool = False) -> str:
        return next((name for one in data if (name := one.virksomhetsnavn(id_, dag, kort=kort)) != id_), id_)

    return navn
