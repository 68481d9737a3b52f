"""MOT: were those who came who they should be?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Severity
from ehelse_cli.core.fremmoete import AAPNINGEN, Fremmoetebok, bok
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Deltaker, Moete
from ehelse_cli.core.naervaer import Naervaer, Tilstand, behandlede
from ehelse_cli.core.register import medlemmer_er_kjent, medlemskap, register
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.verdict import Answer
from ehelse_cli.rules.common import holdte, moetenavn


def fremmoeteboken(data: Dataset, forum: str, moete: Moete) -> Fremmoetebok | None:
    """The attendance against the register; None where either is not there."""
    eier = data.forum[forum]
    reg = register(data, eier, moete.tid.dato) if medlemmer_er_kjent(eier, moete.tid.dato) else None
    return bok(data, moete, reg) if reg is not None else None


def _boeker(data: Dataset, dag: date) -> Iterator[tuple[str, Moete, Fremmoetebok]]:
    """Every meeting held whose attendance can be judged."""
    for forum, moete in holdte(data, dag):
        bok_ = fremmoeteboken(data, forum, moete)
        if bok_ is not None:
            yield forum, moete, bok_


def _linjer(moete: Moete) -> tuple[int, ...]:
    """The lines of the agenda that are treated; the opening where none is."""
    return tuple(nr for nr, _ in behandlede(moete)) or (AAPNINGEN,)


def sete_ikke_nevnt(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member who is neither entered as present nor as absent."""
    for _, moete, bok_ in _boeker(data, dag):
        navn = bok_.unevnte
        if navn:
            ukjent = Answer.UKJENT in (beslutningsdyktighet(data, moete, nr).answer for nr in _linjer(moete))
            foelge = "; derfor er det ukjent om møtet var beslutningsdyktig" if ukjent else ""
            yield Hit(
                f"{oppramsing(navn)} er verken ført som møtt eller med forfall i {moetenavn(data, moete)}{foelge}",
                data.place(moete.id, "fremmoete", key=True),
                (moete.id, *navn),
                help="Før dem under «medlemmer» eller «forfall», slik referatet sier.",
            )


def ikke_medlem(data: Dataset, dag: date) -> Iterator[Hit]:
    """Someone entered among the members who was not one that day; a lapsed term is MED406's."""
    for forum, moete, bok_ in _boeker(data, dag):
        dagen = moete.tid.dato
        utloepte = {rad.medlem.navn for rad in medlemskap(data, data.forum[forum]) if rad.utloept(dagen)}
        for nr, rad in bok_.uten_sete():
            if (rad.for_ or rad.navn) not in utloepte:
                yield Hit(
                    _ikke_medlem(rad, datotekst(dagen)),
                    data.place(moete.id, "fremmoete", "medlemmer", nr),
                    (moete.id, rad.navn),
                    label="telles ikke med",
                    help="Møtte personen for et medlem? Skriv «for: navnet på medlemmet». Er personen nytt medlem, før "
                    f"det i data/forum/{forum}.yaml. Ellers hører navnet til under «inviterte».",
                )


def _ikke_medlem(rad: Deltaker, dagen: str) -> str:
    if rad.for_:
        return f"{rad.navn} er ført for {rad.for_}, som ikke var medlem {dagen}"
    return f"{rad.navn} er ført blant medlemmene, men var ikke medlem {dagen}"


def ukjent_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute nobody has registered for that seat; one counts all the same, unless the mandate forbids them."""
    for forum, moete, bok_ in _boeker(data, dag):
        for nr, rad, sete in bok_.ukjente_stedfortredere():
            if _begge_til_stede(bok_, rad):
                continue
            forbudt = bok_.forbudt(sete)
            hvorfor = "mandatet tillater ingen stedfortreder" if forbudt else "er ikke registrert som stedfortreder"
            yield Hit(
                f"{rad.navn} møtte for {rad.for_} {datotekst(moete.tid.dato)}, men {hvorfor}",
                data.place(moete.id, "fremmoete", "medlemmer", nr),
                (moete.id, rad.navn),
                label="telles ikke med" if forbudt else "telles med",
                severity=Severity.FEIL if forbudt else None,
                help="Før medlemmet under «forfall», og personen under «inviterte»."
                if forbudt
                else f"Før stedfortrederen i data/forum/{forum}.yaml, eller rett navnet.",
            )


def medlem_og_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute entered in the place of a member who was there for the same case: the seat counts once."""
    for _, moete, bok_ in _boeker(data, dag):
        for nr, rad in enumerate(bok_.fremmoete.medlemmer):
            if rad.for_ is not None and _begge_til_stede(bok_, rad):
                yield Hit(
                    f"{rad.navn} er ført for {rad.for_}, som selv var til stede {datotekst(moete.tid.dato)}",
                    data.place(moete.id, "fremmoete", "medlemmer", nr),
                    (moete.id, rad.navn),
                    label="setet telles én gang",
                    help="Kom eller gikk medlemmet underveis? Skriv «fom_sak» eller «tom_sak» på begge. Ellers hører "
                    "stedfortrederen til under «inviterte».",
                )


def _begge_til_stede(bok_: Fremmoetebok, vara: Deltaker) -> bool:
    """Whether the member and the substitute were both there for some case; somebody inhabil is not there."""
    hos = Naervaer(bok_.data, bok_.moete)
    medlem = hos.navn(vara.for_ or "")
    egne = [rad for rad in bok_.fremmoete.medlemmer if rad.for_ is None and hos.navn(rad.navn) == medlem]
    return any(
        hos.tilstand(vara, nr) is Tilstand.TIL_STEDE
        and any(hos.tilstand(rad, nr) is Tilstand.TIL_STEDE for rad in egne)
        for nr in _linjer(bok_.moete)
    )
