"""Where things stand on the site, from its root: the same for its pages, its feeds and the links in its texts."""

from __future__ import annotations


def forum(id_: str) -> str:
    """A council's page."""
    return f"forum/{id_}/"


def mandat(id_: str) -> str:
    """A revision's page, by its id: `nehr@2024-01-01`."""
    eier, _, dag = id_.partition("@")
    return f"forum/{eier}/mandat/{dag}/"


def moete(id_: str) -> str:
    """A meeting's page."""
    return f"moete/{id_}/"


def sak(id_: str) -> str:
    """A case's page."""
    return f"sak/{id_}/"


def vedlegg(sak_id: str, fil: str) -> str:
    """An attachment, beside its case's page."""
    return f"sak/{sak_id}/{fil}"


def aarshjul(aar: int) -> str:
    """A year's page."""
    return f"aarshjul/{aar}/"


def kalender(forum_id: str | None) -> str:
    """A council's calendar, or everybody's."""
    return f"kalender/{forum_id or 'alle'}.ics"


def feed(forum_id: str | None) -> str:
    """A council's feed, or everybody's."""
    return f"feed/{forum_id or 'alle'}.atom"


def full(nettadresse: str | None, sti: str) -> str | None:
    """The whole address; None while the site has none."""
    return f"{nettadresse.rstrip('/')}/{sti}" if nettadresse else None


def medlemmer(forum_id: str) -> str:
    """Who has sat in a council, and when."""
    return f"forum/{forum_id}/medlemmer/"


def oppmoete(forum_id: str) -> str:
    """Who came to a council's meetings."""
    return f"forum/{forum_id}/oppmoete/"


def mandatendring(fra_id: str, til_id: str) -> str:
    """What changed from one revision to another; the older may be of the council that this one took over from."""
    eier, _, dag = fra_id.partition("@")
    gammel = dag if til_id.startswith(f"{eier}@") else f"{eier}-{dag}"
    return f"{mandat(til_id)}endret-fra/{gammel}/"


def papir(slag: str, id_: str, format_: str) -> str:
    """A paper as a file: `papir/innkalling-nehr-2026-m4.pdf`. They are in a folder where no attachment can be."""
    return f"papir/{slag}-{id_.removeprefix('aarshjul-').replace('@', '-')}.{format_}"


def moetekalender(id_: str) -> str:
    """A meeting alone, for somebody's calendar."""
    return f"moete/{id_}/moete.ics"
