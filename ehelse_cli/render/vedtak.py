"""What came of a line of the agenda, in words: the outcome, the points as decided, and whose input it was."""

from __future__ import annotations

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.moete import Innspill, Moete, Sakspunkt
from ehelse_cli.render.kalt import hvem, prosa
from ehelse_cli.render.ord import BOKMAAL

#: What came of a piece of input.
HAANDTERT = {
    "tatt_inn": "tatt inn",
    "delvis": "tatt inn delvis",
    "ikke_tatt_inn": "ikke tatt inn",
    "videresendt": "sendt videre",
}


def utfall(punkt: Sakspunkt) -> str:
    """What the line came to, in a word or two."""
    if punkt.resultat:
        return BOKMAAL.resultater[punkt.resultat]
    return BOKMAAL.utfall[punkt.utfall] if punkt.utfall else ""


def vedtakstekst(data: Dataset, moete: Moete, punkt: Sakspunkt) -> tuple[str, ...]:
    """The points as decided; what was decided «as proposed» is fetched from the proposal."""
    if punkt.vedtak != "som_foreslaatt":
        return tuple(punkttekst(en.tekst, en.forutsetning) for en in punkt.vedtak)
    forum = data.forum_of(moete.id)
    id_ = data.sak_id(forum, punkt.sak) if punkt.sak else None
    sak = data.saker.get(id_) if id_ else None
    if sak is not None:
        return tuple(punkttekst(en.tekst, en.forutsetning) for en in sak.forslag_til_vedtak)
    fast = data.forum[forum].faste_saker.get(punkt.fast) if punkt.fast else None
    return (fast.vedtak,) if fast and fast.vedtak else ()


def innspill_fra(data: Dataset, moete: Moete, innspill: Innspill) -> str:
    """Who it came from, in words; nothing when nobody was named."""
    if isinstance(innspill.av, Taushet):
        return ""
    forum = data.forum_of(moete.id)
    return ", ".join(hvem(data, forum, en, moete.tid.dato) for en in innspill.av)


def punkttekst(tekst: str, forutsetning: str | None) -> str:
    """A point with the condition it rests on."""
    return f"{prosa(tekst)} Forutsetning: {prosa(forutsetning)}" if forutsetning else prosa(tekst)
