"""The zip that a workbook or a paper from Office is: looked at before anything of it is unpacked by others."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ehelse_cli.importer.remark import CannotImportError

#: Larger files are refused unread.
MAX_BYTES = 20 * 2**20
#: What they may be when they are unpacked: all of it, and one part that is not a picture.
_MAX_UNPACKED, _MAX_PART = 200 * 2**20, 40 * 2**20
_MAX_PARTS = 5_000
#: What Office writes is pressed to a tenth; a part that is pressed to a thousandth holds nothing but itself.
_MAX_RATIO, _SMALL = 250, 2**20
#: How Office packs. What is packed otherwise has ways of its own to be broken.
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_RESAVE = "Åpne filen i {program}, og lagre den på nytt som {ending} uten makroer og passord."


@dataclass(frozen=True)  # what is asked for twice is kept
class Package:
    """The parts by name, each unpacked when it is asked for."""

    file: str
    raw: bytes

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.raw))

    @property
    def parts(self) -> tuple[zipfile.ZipInfo, ...]:
        """What is said of each part.

        Raises:
            zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError: if it is no zip.
        """
        return tuple(self._zip.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """The parts there are."""
        return tuple(one.filename for one in self.parts)

    def read(self, name: str) -> bytes:
        """One part; empty where there is none.

        Raises:
            CannotImportError: if it is broken.
        """
        if name not in self.names:
            return b""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
            raise CannotImportError(self.file, f"delen «{name}» i den er skadet") from None


def open_package(file: str, raw: bytes, program: str, ending: str) -> Package:
    """The package, when it is one that can be unpacked without danger.

    Raises:
        CannotImportError: if it is of the old kind, has macros or a password, is broken, or grows out of all measure.
    """
    again = _RESAVE.format(program=program, ending=ending)
    if raw.startswith(_OLD_OFFICE):
        raise CannotImportError(file, "den har passord, eller er i det gamle formatet", again)
    try:
        package = Package(file, raw)
        parts = package.parts
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
        raise CannotImportError(file, f"den er ikke en {ending}-fil", again) from None
    _refuse_bombs(file, parts)
    if any(one.compress_type not in _PACKED for one in parts):
        raise CannotImportError(file, "den er pakket på en annen måte enn Office gjør", again)
    if any(one.flag_bits & 0x1 for one in parts):
        raise CannotImportError(file, "den har passord", again)
    if any(one.filename.lower().endswith(("vbaproject.bin", "vbadata.xml")) for one in parts):
        raise CannotImportError(file, "den har makroer", again)
    _refuse_declarations(package)
    return package


def _refuse_bombs(file: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    names = [one.filename for one in parts]
    swollen = any(one.file_size > _SMALL and one.file_size > _MAX_RATIO * max(one.compress_size, 1) for one in parts)
    too_much = sum(one.file_size for one in parts) > _MAX_UNPACKED or len(parts) > _MAX_PARTS
    large = any(one.file_size > _MAX_PART for one in parts if one.filename.endswith((".xml", ".rels")))
    if swollen or too_much or large or len(set(names)) < len(names):
        raise CannotImportError(
            file, "den vokser over alle grenser når den pakkes ut", "Filen er ikke som Office lager dem."
        )


def _refuse_declarations(package: Package) -> None:
    """Office writes no document type; one that is there is meant to make the reader do something."""
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            content = package.read(name)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\x00!\x00" in content:
                raise CannotImportError(package.file, f"delen «{name}» i den er ikke som Office skriver dem")
