"""PUB: does the public tree keep back what it says is kept back?"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity
from ehelse_cli.core.lenker import lenker
from ehelse_cli.core.moete import Fremmoete, Moete, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.broedtekst import bodies, lenkested

#: All that may be said in public of a case that is wholly exempt.
AAPENT_I_SAKEN = frozenset({"id", "tekst", "skjerming"})
AAPENT_PAA_SAKSLISTEN = frozenset({"sak", "kl", "minutter", "skjerming"})

SAKSOVERSKRIFT = re.compile(
    r"^#{1,6}[^\S\n]+(?:Unntatt )?Sak(?:en|snr\.?|snummer)?[^\S\n:]*:?[^\S\n]+(?:nr\.?[^\S\n]*)?(?P<nummer>[^\s:]+)",
    re.MULTILINE | re.IGNORECASE,
)
_FLYTT = "Flytt det til samme fil under skjermet/. Her skal det bare stå at saken er unntatt, og hvorfor."


def tekst_ved_siden(data: Dataset, _dag: date) -> Iterator[Hit]:
    """More than number and legal basis of a case that is wholly exempt."""
    for sak in data.saker.values():
        if sak.er_unntatt:
            yield from _i_saken(data, sak)
    for moete in data.moeter.values():
        unntatte = {punkt.sak: nr for nr, punkt in enumerate(moete.saksliste) if er_unntatt(data, moete, punkt)}
        for nr in unntatte.values():
            yield from _paa_sakslisten(data, moete, nr)
        if unntatte:
            yield from _i_referatet(data, moete, unntatte)


def _i_saken(data: Dataset, sak: Sak) -> Iterator[Hit]:
    felter = sorted(sak.model_fields_set - AAPENT_I_SAKEN)
    har_tekst = bool(sak.tekst.strip())
    if felter or har_tekst:
        hva = oppramsing([*(f"«{felt}»" for felt in felter), *(["brødtekst"] if har_tekst else [])])
        yield Hit(
            f"hele saken er unntatt offentlighet, men her står {hva}",
            data.place(sak.id, felter[0], key=True) if felter else data.place(sak.id, "skjerming", "omfang"),
            (sak.id,),
            help=f"{_FLYTT} Er bare noe unntatt, skriv «omfang: deler».",
        )


def er_unntatt(data: Dataset, moete: Moete, punkt: Sakspunkt) -> bool:
    """Whether the line is about something wholly exempt, by its own word or its case's."""
    if punkt.skjerming is not None:
        return punkt.skjerming.omfang == "hele"
    sak = data.saker.get(data.sak_id(data.forum_of(moete.id), punkt.sak) or "") if punkt.sak else None
    return sak is not None and sak.er_unntatt


def _paa_sakslisten(data: Dataset, moete: Moete, nr: int) -> Iterator[Hit]:
    punkt = moete.saksliste[nr]
    felter = sorted(punkt.model_fields_set - AAPENT_PAA_SAKSLISTEN)
    if felter:
        yield Hit(
            f"saken er unntatt offentlighet, men på sakslisten står {oppramsing(f'«{felt}»' for felt in felter)}",
            data.place(moete.id, "saksliste", nr, felter[0], key=True),
            (moete.id, punkt.sak or str(nr)),
            help=_FLYTT,
        )


def _i_referatet(data: Dataset, moete: Moete, unntatte: Mapping[str | None, int]) -> Iterator[Hit]:
    """The account under an exempt case's heading, and those who were invited for nothing else."""
    forum = data.forum_of(moete.id)
    numre = {data.sak_id(forum, skrevet) for skrevet in unntatte if skrevet} - {None}
    for treff in SAKSOVERSKRIFT.finditer(moete.tekst):
        if data.sak_id(forum, treff["nummer"]) in numre:
            yield Hit(
                f"sak {treff['nummer']} er unntatt offentlighet, men drøftingen av den er gjengitt her",
                data.place_in_body(moete.id, moete.tekst.count("\n", 0, treff.start())),
                (moete.id, treff["nummer"], "referat"),
                help=_FLYTT,
            )
    gjester = moete.fremmoete.inviterte if isinstance(moete.fremmoete, Fremmoete) else ()
    for nr, gjest in enumerate(gjester):
        if gjest.saker and {data.sak_id(forum, skrevet) for skrevet in gjest.saker} <= numre:
            yield Hit(
                "her står det hvem som var invitert til en sak som er unntatt offentlighet",
                data.place(moete.id, "fremmoete", "inviterte", nr),
                (moete.id, *gjest.saker, "invitert", str(nr)),
                help="Flytt linjen til «fremmoete» i samme fil under skjermet/.",
            )


# --- attachments


def filsti(data: Dataset, sak: Sak, navn: str) -> str:
    """Where an attachment of the case lies, or would lie."""
    return f"{data.files[sak.id].path.removesuffix('.md')}/{navn}"


def skjermet_vedlegg_aapent(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An attachment that is wholly exempt while it is to be published, or its file lies in the public tree."""
    for sak in data.saker.values():
        for nr, vedlegg in enumerate(sak.vedlegg):
            if vedlegg.skjerming is None or vedlegg.skjerming.omfang != "hele":
                continue
            ligger = vedlegg.fil is not None and filsti(data, sak, vedlegg.fil) in data.attachments
            if vedlegg.publiseres or ligger:
                hva = "filen ligger i det åpne treet" if ligger else "det står «publiseres: ja»"
                yield Hit(
                    f"vedlegg {nr + 1} er unntatt offentlighet, men {hva}",
                    data.place(sak.id, "vedlegg", nr, "fil" if ligger else "publiseres"),
                    (sak.id, str(nr)),
                    help="Flytt filen til samme mappe under skjermet/. Den ligger fremdeles i historikken i git."
                    if ligger
                    else "Ta bort «publiseres: ja». Er det en sladdet utgave som skal ut, skriv «omfang: deler».",
                )


def lenke_til_lukket(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A link in a public paper to an attachment that does not go out."""
    lukkede = dict(lukkede_vedlegg(data))
    for id_, tekst in bodies(data):
        for lenke in lenker(tekst):
            sti = lenke.fil(data.files[id_].path)
            if sti in lukkede:
                sak, nr = lukkede[sti]
                skjerming = data.saker[sak].vedlegg[nr].skjerming
                yield Hit(
                    "lenken går til et vedlegg som er unntatt offentlighet"
                    if skjerming
                    else "lenken går til et vedlegg som ikke publiseres",
                    lenkested(data, id_, lenke),
                    (id_, sak, str(nr)),
                    label="leseren får ikke åpnet den",
                    related=(Related(data.place(sak, "vedlegg", nr), "vedlegget"),),
                    severity=Severity.FEIL if skjerming else None,
                    help="Ta bort lenken."
                    if skjerming
                    else "Ta bort lenken, eller skriv «publiseres: ja» på vedlegget.",
                )


def lukkede_vedlegg(data: Dataset) -> Iterator[tuple[str, tuple[str, int]]]:
    """The path of each attachment that stays inside, and whose it is."""
    for sak in data.saker.values():
        for nr, vedlegg in enumerate(sak.vedlegg):
            if vedlegg.fil is not None and not vedlegg.publiseres:
                yield filsti(data, sak, vedlegg.fil), (sak.id, nr)
