"""What a run that was cut short left behind, taken away; and the old site put back where it was on its way out.

Beside the site `nettsted` there may be `.nettsted.ny` (being built, or the old site after the swap) and, where folders
cannot change places at one stroke, `.nettsted.gammel` (the old site on its way out).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ehelse_cli.publish import manifest
from ehelse_cli.publish.disk import Disk
from ehelse_cli.publish.errors import NotOursError

#: In a folder that is being built: all that is in it was put there by us.
UNDER_CONSTRUCTION = ".ehelse-bygges"


def beside(target: Path) -> Path:
    """Where the new site is built."""
    return target.with_name(f".{target.name}.ny")


def behind(target: Path) -> Path:
    """Where the old site goes, on systems that need two steps."""
    return target.with_name(f".{target.name}.gammel")


def repair(target: Path, disk: Disk) -> None:
    """Leave one whole site or none, and nothing beside it.

    Raises:
        NotOursError: if what has one of our names beside the site was not put there by us.
    """
    for folder in (behind(target), beside(target)):
        if folder.is_dir() and not _is_ours(folder):
            raise NotOursError(folder)
    if behind(target).is_dir():
        if target.exists():
            clear(behind(target), target, disk)
        else:
            disk.rename(behind(target), target)
    if beside(target).is_dir():
        clear(beside(target), target, disk)


def _is_ours(folder: Path) -> bool:
    """Empty, under construction, or a site with our list in it: there is no other state that we leave it in."""
    return any((folder / name).exists() for name in (UNDER_CONSTRUCTION, manifest.NAME)) or not any(folder.iterdir())


def clear(folder: Path, site: Path, disk: Disk) -> None:
    """Take away a site that is out of use. A stranger's file in it, if it is nowhere else, moves into the site.

    The mark goes last: cut short, the next run must not take what is left of ours for a stranger's and bring it back.
    """
    mark = folder / UNDER_CONSTRUCTION
    if not mark.exists():
        _rescue(folder, site, disk)
        if any(folder.iterdir()):
            disk.write(mark, b"")
    for path in files_below(folder):
        if path != mark:
            disk.remove_file(path)
    for path in sorted(folders_below(folder), key=lambda path: len(path.parts), reverse=True):
        disk.remove_folder(path)
    if mark.exists():
        disk.remove_file(mark)
    disk.remove_folder(folder)


def _rescue(folder: Path, site: Path, disk: Disk) -> None:
    ours = manifest.read(folder) or {}
    for path in files_below(folder):
        name = path.relative_to(folder).as_posix()
        if name in ours or name == manifest.NAME:
            continue
        kept = site / name
        if not os.path.lexists(kept):
            disk.make_folder(kept.parent)
            disk.rename(path, kept)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file and link below the folder, in order; links are never followed."""
    found = []
    for root, folders, files in os.walk(folder):
        here = Path(root)
        found += [here / name for name in files]
        found += [here / name for name in folders if (here / name).is_symlink()]
    return iter(sorted(found))


def folders_below(folder: Path) -> Iterator[Path]:
    """Every folder below the folder that is no link."""
    for root, folders, _ in os.walk(folder):
        yield from (Path(root) / name for name in folders if not (Path(root) / name).is_symlink())
