"""The pictures of a paper: files of their own beside the case, closed unless somebody says that they are not."""

from __future__ import annotations

from dataclasses import dataclass, field

from ehelse_cli.core.ankre import kebab
from ehelse_cli.importer.package import Package
from ehelse_cli.importer.text_of import one_line
from ehelse_cli.importer.word.inlines import Node

#: What every browser shows: how such a file begins, and what it is called.
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
_LONGEST = 80
#: What Word writes by itself where nobody has said what a picture shows, and the name of the file it came from.
_GUESSED = ("et-bilde-som-inneholder", "a-picture-containing", "bilderesultat")
_NAMELESS = frozenset(("picture", "bilde", "grafikk", "image", "graphic"))
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".svg")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the name of its file, what it is called among the attachments, and what is in it."""

    file: str
    title: str
    content: bytes


@dataclass(slots=True)
class Pictures:
    """Gathers the pictures as the text is read. `folder` is the name of the case's, beside its file."""

    package: Package
    folder: str
    shown: bool
    found: list[Picture] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)

    def words(self, target: str, described: str) -> list[Node]:
        """What stands in the text where the picture stood: itself where all may see it, else where it is."""
        content = self.package.read(f"word/{target.removeprefix('/word/')}")
        ending = next((name for start, name in _KINDS if content.startswith(start)), None)
        if ending is None:
            name = target.rpartition("/")[2]
            self.told.append(("feil", f"figuren «{name}» er verken PNG, JPEG eller GIF; lim den inn som et av dem"))
            return []
        picture = self._picture(content, ending, _described(described))
        title = [{"t": "Str", "c": picture.title}]
        if self.shown:
            return [{"t": "Image", "c": [["", [], []], title, [f"{self.folder}/{picture.file}", ""]]}]
        return [{"t": "Emph", "c": [{"t": "Str", "c": f"(Se vedlegget «{picture.title}».)"}]}]

    def _picture(self, content: bytes, ending: str, described: str) -> Picture:
        """The same picture twice is one file."""
        known = next((one for one in self.found if one.content == content), None)
        if known is not None:
            return known
        number = len(self.found) + 1
        if not described:
            self.told.append(("advarsel", f"figur {number} har ingen alternativ tekst; skriv i Word hva den viser"))
        title = f"Figur {number}: {described}" if described else f"Figur {number}"
        self.found.append(Picture(f"figur-{number}.{ending}", title, content))
        return self.found[-1]


def _described(text: str) -> str:
    """What the writer says that it shows; not what Word has guessed, nor the name of the file it came from."""
    said = one_line(text).removesuffix(".")
    words = kebab(said)
    guessed = words.startswith(_GUESSED) or words.rstrip("0123456789-") in _NAMELESS
    return "" if guessed or said.lower().endswith(_ENDINGS) else said[:_LONGEST]
