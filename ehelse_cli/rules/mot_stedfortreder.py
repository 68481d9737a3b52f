"""MOT: do members come themselves as often as they should?"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity, Source
from ehelse_cli.core.fremmoete import Fremmoetebok
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.kalender import datotekst, legg_til_maaneder
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.moete import Deltaker, Moete
from ehelse_cli.core.place import Location
from ehelse_cli.core.register import Medlemskap
from ehelse_cli.rules.common import clause, holdt_i, severity, source, sti_for
from ehelse_cli.rules.mot_fremmoete import fremmoeteboken


class _Bruk(Struct, frozen=True):
    """One meeting that a substitute came to: the line, and the member's seat; None at a meeting the member came to."""

    moete: Moete
    bok: Fremmoetebok
    sete: Medlemskap
    linje: tuple[int, Deltaker] | None


class _Grense(Struct, frozen=True):
    """A limit, how it is told, and whose it is."""

    bruk: Hyppighet
    sagt: str
    related: tuple[Related, ...]
    severity: Severity = Severity.ADVARSEL
    source: Source = Source.PRAKSIS


def mye_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute used more often than the mandate lets, or than the secretariat would have it; or too often in a row.

    Each use beyond the limit is one finding, and the mandate's limit speaks before the secretariat's.
    """
    for forum in data.forum:
        for rader in _per_medlem(data, forum, dag).values():
            for nr, rad in enumerate(rader):
                if rad.linje is not None:
                    til_naa = rader[: nr + 1]
                    hits = (_for_ofte(data, grense, til_naa) for grense in _grenser(data, forum, rad))
                    hit = next(filter(None, hits), None) or _paa_rad(data, forum, til_naa)
                    yield from (hit,) if hit else ()


def _per_medlem(data: Dataset, forum: str, dag: date) -> dict[str, list[_Bruk]]:
    """By member, the meetings at which the seat was filled, in order."""
    per_medlem: dict[str, list[_Bruk]] = {}
    for moete in holdt_i(data, forum, dag):
        bok = fremmoeteboken(data, forum, moete)
        for sete in bok.register.medlemmer if bok is not None else ():
            if bok is not None and sete.medlem.navn not in bok.unevnte:
                rad = _Bruk(moete, bok, sete, _linjen(bok, sete))
                per_medlem.setdefault(bok.navn(sete.medlem.navn), []).append(rad)
    return per_medlem


def _linjen(bok: Fremmoetebok, sete: Medlemskap) -> tuple[int, Deltaker] | None:
    """The substitute's line, where the member was not there at all."""
    egne = bok.linjer(sete)
    return egne[0] if egne and all(rad.for_ for _, rad in egne) else None


def _grenser(data: Dataset, forum: str, rad: _Bruk) -> Iterator[_Grense]:
    """How often is too often: by the mandate, then by the secretariat."""
    mandat, gruppe = rad.bok.register.mandat, rad.sete.gruppe
    regel = stedfortreder_for(mandat, gruppe)
    bruk = _hyppighet(regel.bruk) if regel is not None and isinstance(regel.bruk, str) else None
    if bruk is not None:
        sti = sti_for(mandat, gruppe, "stedfortreder", "bruk")
        ledd = mandat.ledd(*sti)
        # «kan møte med stedfortreder høyst én gang i året» sets a cap, so `kan` is no excuse here
        gravity = severity(ledd) or Severity.FEIL
        yield _Grense(bruk, f"mandatet sier {bruk.norsk()}", clause(data, mandat, sti), gravity, source(ledd))
    vanlig = data.forum[forum].praksis.stedfortreder
    if vanlig is not None:
        hjemmel = _praksisen(data, forum, "stedfortreder")
        yield _Grense(vanlig, f"sekretariatet vil ha {vanlig.norsk()}", hjemmel)


def _for_ofte(data: Dataset, grense: _Grense, rader: Sequence[_Bruk]) -> Hit | None:
    antall, rad = _antall(grense.bruk, rader), rader[-1]
    if not _er_over(grense.bruk, antall):
        return None
    hvem, dagen = rad.sete.medlem.navn, datotekst(rad.moete.tid.dato)
    return Hit(
        f"{hvem} møtte med stedfortreder for {antall}. gang {dagen}; {grense.sagt}",
        _sted(data, rad),
        (rad.moete.id, hvem),
        related=grense.related,
        severity=grense.severity,
        source=grense.source,
        help="Ta det opp med medlemmet, eller med den som oppnevner. Kan ikke medlemmet møte, må noen andre oppnevnes.",
    )


def _paa_rad(data: Dataset, forum: str, rader: Sequence[_Bruk]) -> Hit | None:
    tak = data.forum[forum].praksis.stedfortreder_paa_rad
    borte = next((nr for nr, rad in enumerate(reversed(rader)) if rad.linje is None), len(rader))
    if tak is None or borte <= tak:
        return None
    rad = rader[-1]
    return Hit(
        f"{rad.sete.medlem.navn} møtte med stedfortreder for {borte}. gang på rad {datotekst(rad.moete.tid.dato)}; "
        f"sekretariatet vil ha høyst {tak}",
        _sted(data, rad),
        (rad.moete.id, rad.sete.medlem.navn),
        related=_praksisen(data, forum, "stedfortreder_paa_rad"),
        source=Source.PRAKSIS,
        severity=Severity.ADVARSEL,
        help="Ta det opp med medlemmet, eller med den som oppnevner.",
    )


def _hyppighet(tekst: str) -> Hyppighet | None:
    """The limit, where the mandate gives one in numbers; `begrenses` is none."""
    try:
        return Hyppighet.parse(tekst)
    except ValueError:
        return None


def _antall(bruk: Hyppighet, rader: Sequence[_Bruk]) -> int:
    """How often a substitute came in the stretch of that length that ends with the last meeting."""
    dagen = rader[-1].moete.tid.dato
    maaneder = bruk.maaneder
    if maaneder is None:
        return 0
    etter = legg_til_maaneder(dagen, -maaneder)
    i_vinduet = takewhile(lambda rad: rad.moete.tid.dato > etter, reversed(rader))
    return sum(rad.linje is not None for rad in i_vinduet)


def _er_over(bruk: Hyppighet, antall: int) -> bool:
    tak = bruk.mengde.stoerste() if bruk.mengde is not None else None
    return tak is not None and antall > tak


def _praksisen(data: Dataset, forum: str, noekkel: str) -> tuple[Related, ...]:
    return (Related(data.place(forum, "praksis", noekkel), "", "hjemmel: sekretariatets praksis"),)


def _sted(data: Dataset, rad: _Bruk) -> Location:
    nr = rad.linje[0] if rad.linje is not None else 0
    return data.place(rad.moete.id, "fremmoete", "medlemmer", nr)
