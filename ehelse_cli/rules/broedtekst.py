"""The bodies of Markdown files, and where in them a link stands."""

from collections.abc import Iterator

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.lenker import Lenke
from ehelse_cli.core.place import Location
from ehelse_cli.core.spraak import Maalform


def bodies(data: Dataset) -> Iterator[tuple[str, str]]:
    """The body of every mandate, meeting and case that has one, with its id."""
    for objekter in (data.mandater, data.moeter, data.saker):
        for objekt in objekter.values():
            if objekt.tekst:
                yield objekt.id, objekt.tekst


def lenkested(data: Dataset, id_: str, lenke: Lenke) -> Location:
    """Where in the file the link stands."""
    sted = data.place_in_body(id_, lenke.linje)
    return Location(sted.path, sted.line, lenke.kolonne, sted.line, lenke.kolonne + lenke.lengde)


def maalformen(data: Dataset, id_: str) -> Maalform:
    """What the body is to be written in: the document's own, else the council's."""
    if id_ in data.mandater:
        return data.mandater[id_].maalform
    egen = (data.saker.get(id_) or data.moeter[id_]).maalform
    forum = data.forum.get(data.forum_of(id_))
    return egen or (forum.maalform if forum is not None else "nb")
