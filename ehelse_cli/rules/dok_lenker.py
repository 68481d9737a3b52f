"""DOK: do links and pictures say what they are, and lead somewhere?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.lenker import Lenke, lenker
from ehelse_cli.load.suggest import closest
from ehelse_cli.rules.broedtekst import bodies, lenkested
from ehelse_cli.rules.pub_lukket import lukkede_vedlegg

#: Words that say nothing of where a link leads, when they are all there is.
_TOMME_ORD = frozenset(
    [
        "",
        "denne",
        "denne lenken",
        "denne lenka",
        "her",
        "klikk her",
        "lenke",
        "lenkje",
        "les her",
        "les meir",
        "les mer",
        "link",
        "lenken",
        "se her",
        "sjå her",
        "trykk her",
    ]
)


def _lenker(data: Dataset) -> Iterator[tuple[str, Lenke]]:
    for id_, tekst in bodies(data):
        for lenke in lenker(tekst):
            yield id_, lenke


def doed_lenke(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A link to a file that is not in the tree, or to a heading that is not in the text; closed ones are PUB907's."""
    kjente = frozenset(fil.path for fil in data.files.values()) | data.attachments
    lukkede = frozenset(sti for sti, _ in lukkede_vedlegg(data))
    for id_, lenke in _lenker(data):
        sti = lenke.fil(data.files[id_].path)
        if sti is not None and sti not in kjente and sti not in lukkede:
            forslag = closest(sti, kjente)
            yield Hit(
                f"lenken går til «{lenke.maal}», som ikke finnes",
                lenkested(data, id_, lenke),
                (id_, lenke.maal),
                help=f"Mente du {forslag}?" if forslag else "Rett stien; den regnes fra mappen filen ligger i.",
            )
        elif lenke.maal.startswith("#") and lenke.maal[1:] not in ankre(_teksten(data, id_)):
            yield Hit(
                f"lenken går til «{lenke.maal}», men det er ingen slik overskrift her",
                lenkested(data, id_, lenke),
                (id_, lenke.maal),
                help="En overskrift heter det den sier, med små bokstaver og bindestreker: «#oppgaver-og-ansvar».",
            )


def _teksten(data: Dataset, id_: str) -> str:
    objekt = data.mandater.get(id_) or data.moeter.get(id_) or data.saker[id_]
    return objekt.tekst


def bilde_uten_tekst(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A picture that those who cannot see it are told nothing of."""
    for id_, lenke in _lenker(data):
        if lenke.er_bilde and not lenke.tekst:
            yield Hit(
                "bildet har ingen tekst for dem som ikke ser det",
                lenkested(data, id_, lenke),
                (id_, lenke.maal),
                help="Skriv hva bildet viser, mellom klammene: «![Innføring i tre trinn](figur.png)».",
            )


def tom_lenketekst(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A link whose words do not say where it leads."""
    for id_, lenke in _lenker(data):
        if not lenke.er_bilde and lenke.tekst.lower().rstrip(".:!») ") in _TOMME_ORD:
            yield Hit(
                f"lenketeksten «{lenke.tekst}» sier ikke hvor lenken går",
                lenkested(data, id_, lenke),
                (id_, lenke.maal),
                help="Bruk navnet på det lenken går til: «Se [mandatet for NUIT](…)».",
            )
