"""PUB: is each exemption founded on the law, and was it weighed?"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.offentleglova import MEROFFENTLIGHET, PARAGRAFER, TEIEPLIKT, les_hjemmel
from ehelse_cli.core.skjerming import Skjerming
from ehelse_cli.core.vedlegg import Vedlegg
from ehelse_cli.rules.common import Path


class Skjermet(Struct, frozen=True):
    """An exemption: in which object, and where in its head."""

    id: str
    path: Path
    skjerming: Skjerming

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the object's other exemptions."""
        return (self.id, *map(str, self.path))


@remembered
def skjerminger(data: Dataset) -> tuple[Skjermet, ...]:
    """Every exemption there is: of cases, of agenda lines, and of their attachments."""
    return tuple(_skjerminger(data))


def _skjerminger(data: Dataset) -> Iterator[Skjermet]:
    for sak in data.saker.values():
        if sak.skjerming is not None:
            yield Skjermet(sak.id, ("skjerming",), sak.skjerming)
        yield from _vedlegg(sak.id, (), sak.vedlegg)
    for moete in data.moeter.values():
        for nr, punkt in enumerate(moete.saksliste):
            if punkt.skjerming is not None:
                yield Skjermet(moete.id, ("saksliste", nr, "skjerming"), punkt.skjerming)
            yield from _vedlegg(moete.id, ("saksliste", nr), punkt.vedlegg)


def _vedlegg(id_: str, path: Path, vedlegg: tuple[Vedlegg, ...]) -> Iterator[Skjermet]:
    for nr, rad in enumerate(vedlegg):
        if rad.skjerming is not None:
            yield Skjermet(id_, (*path, "vedlegg", nr, "skjerming"), rad.skjerming)


def ukjent_hjemmel(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A legal basis that is not one of offentleglova's, or is not written exactly."""
    for rad in skjerminger(data):
        if les_hjemmel(rad.skjerming.hjemmel) is None:
            yield Hit(
                f"«{rad.skjerming.hjemmel}» er ingen hjemmel for unntak i offentleglova",
                data.place(rad.id, *rad.path, "hjemmel"),
                rad.key,
                label=f"det er §§ {PARAGRAFER[0]}–{PARAGRAFER[-1]} som gir unntak",
                help="Skriv for eksempel «offl. § 23 tredje ledd», eller «offl. § 13 første ledd, jf. fvl. § 13 "
                "første ledd nr. 2». Inntil det er rettet, holdes alt i saken tilbake.",
            )


def uten_taushetsregel(data: Dataset, _dag: date) -> Iterator[Hit]:
    """§ 13 without the rule that lays down the secrecy."""
    for rad in skjerminger(data):
        hjemmel = les_hjemmel(rad.skjerming.hjemmel)
        if hjemmel is not None and hjemmel.paragraf == TEIEPLIKT and not hjemmel.nevner_taushetsregel:
            yield Hit(
                "hjemmelen viser til taushetsplikt, men ikke til regelen som gir den",
                data.place(rad.id, *rad.path, "hjemmel"),
                rad.key,
                help="Skriv hvilken, for eksempel «offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 2».",
            )


def uten_meroffentlighet(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An internal document kept back, with no word of whether wider access was considered."""
    for rad in skjerminger(data):
        hjemmel = les_hjemmel(rad.skjerming.hjemmel)
        if hjemmel is not None and hjemmel.paragraf in MEROFFENTLIGHET and rad.skjerming.meroffentlighet is None:
            yield Hit(
                "det står ikke om meroffentlighet er vurdert",
                data.place(rad.id, *rad.path, key=True),
                rad.key,
                label=f"§ {hjemmel.paragraf} gir rett til å holde tilbake, ikke plikt",
                help="Vurder om noe kan gis ut likevel, og skriv «meroffentlighet: {utfall: nei, dato: …}».",
            )


def utloept_skjerming(data: Dataset, dag: date) -> Iterator[Hit]:
    """An exemption whose own last day is past."""
    for rad in skjerminger(data):
        slutt = rad.skjerming.opphoerer
        if slutt is not None and slutt < dag:
            yield Hit(
                f"unntaket skulle opphøre {datotekst(slutt)}, men står her fremdeles",
                data.place(rad.id, *rad.path, "opphoerer"),
                (*rad.key, str(slutt)),
                help="Ta bort «skjerming» og legg inn teksten fra skjermet/, eller vurder på nytt og sett en ny dag.",
            )
