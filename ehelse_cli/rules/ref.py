"""REF: one object names another. A name that leads nowhere is a mistake; one that leads to a broken file is not."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Severity
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.suggest import closest
from ehelse_cli.rules.common import Path, formatregel
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.ref_levetid import utenfor_levetid
from ehelse_cli.rules.ref_vedlegg import loest_vedlegg, manglende_vedlegg
from ehelse_cli.rules.references import Reference, Target, references

_HVA = {
    "aktoer": "verken en virksomhet eller et forum",
    "forum": "ikke et forum",
    "moete": "ikke et møte",
    "sak": "ikke en sak",
    "mandat": "ikke et mandat",
    "gruppe": "ikke en gruppe i noe av forumets mandater",
    "sete": "verken et medlem eller en gruppe",
    "fast": "ikke en av forumets faste saker",
    "rolle": "ikke en av forumets roller",
}
_HVOR = {
    "aktoer": "Før virksomheten i data/virksomheter.yaml, eller rett skrivemåten.",
    "forum": "Legg til data/forum/{mål}.yaml, eller rett skrivemåten.",
    "fast": "Før den under «faste_saker» i data/forum/{forum}.yaml, eller skriv «tittel» i stedet for «fast».",
    "rolle": "Før den under «roller» i data/forum/{forum}.yaml, eller rett skrivemåten.",
    "gruppe": "Gruppene står i mandatet. Rett skrivemåten.",
    "sete": "Skriv medlemmets navn slik det står på raden, en gruppe i mandatet, eller «raadet».",
}


def ukjent_id(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An id that names nothing."""
    known: dict[tuple[Target, str], Collection[str] | None] = {}
    for reference in references(data):
        where = (reference.kind, reference.forum)
        if where not in known:
            known[where] = _known(data, *where)
        ids = known[where]
        if ids is not None and reference.target not in ids and reference.target not in data.broken:
            yield _ukjent(data, reference, ids)


def _ukjent(data: Dataset, reference: Reference, ids: Collection[str]) -> Hit:
    guess = closest(reference.target, ids)
    way = _HVOR.get(reference.kind, "Rett skrivemåten, eller legg til filen den viser til.")
    return Hit(
        f"«{reference.target}» er {_HVA[reference.kind]}",
        data.place(reference.owner, *(reference.path or _foerste(data, reference.owner)), key=not reference.path),
        (reference.owner, reference.kind, reference.target, *_noekler(reference.path)),
        help=f"Mente du «{guess}»?" if guess else way.format(mål=reference.target, forum=reference.forum),
    )


def _foerste(data: Dataset, id_: str) -> Path:
    """A key near the top of the head: where to point when the file as a whole is meant."""
    if id_ in data.mandater:
        return ("forum",)
    return ("tid",) if id_ in data.moeter else ("tittel",)


def _noekler(path: Path) -> tuple[str, ...]:
    """The path without places in lists: a row moved is the same row."""
    return tuple(step for step in path if isinstance(step, str))


def _known(data: Dataset, kind: Target, forum: str) -> Collection[str] | None:
    """The ids that would do; None when nothing can be said, since the file that would tell is broken or not there."""
    match kind:
        case "forum" | "moete" | "sak" | "mandat":
            return {"forum": data.forum, "moete": data.moeter, "sak": data.saker, "mandat": data.mandater}[kind]
        case "gruppe":
            return _groups(data, forum) or None
        case "aktoer":
            return _aktoerer(data, forum)
    return _i_forumet(data, kind, forum) if forum in data.forum else None


def _aktoerer(data: Dataset, forum: str) -> Collection[str] | None:
    """Organisations and councils; where a forum's own matters are told, its groups as well."""
    grupper = _groups(data, forum) if forum else set()
    if "virksomheter" in data.broken or "virksomheter" not in data.files or grupper is None:
        return None
    return {*data.virksomheter, *data.forum, *grupper}


def _i_forumet(data: Dataset, kind: Target, forum: str) -> Collection[str] | None:
    """What the forum's own file and mandates name."""
    eier = data.forum[forum]
    if kind == "sete":
        grupper = _groups(data, forum)
        return None if grupper is None else {*grupper, *(rad.navn for rad in eier.medlemmer)}
    return eier.faste_saker if kind == "fast" else eier.roller


def _groups(data: Dataset, forum: str) -> set[str] | None:
    """The groups of all the forum's revisions; None when one of them is broken."""
    if any(id_.startswith(f"{forum}@") for id_ in data.broken):
        return None
    return {gruppe.id for mandat in data.mandater_for(forum) for gruppe in grupper_i(mandat)}


def loest_punkt(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A clause that the mandate's text does not have."""
    for mandat in data.mandater.values():
        known = ankre(mandat.tekst)
        for path, punkt in _punkter(mandat.hode):
            if punkt not in known:
                yield _loest(data, mandat.id, path, punkt, known)
    for sak in data.saker.values():
        yield from _mandatpunkter(data, sak)


def _punkter(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every `punkt:` in the head, with its path."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "punkt" and isinstance(value, str):
                yield (*path, key), value
            else:
                yield from _punkter(value, (*path, key))
    elif isinstance(node, list):
        for nr, value in enumerate(node):
            yield from _punkter(value, (*path, nr))


def _mandatpunkter(data: Dataset, sak: Sak) -> Iterator[Hit]:
    mandater: tuple[Mandat, ...] = data.mandater_for(data.forum_of(sak.id))
    known = {punkt for mandat in mandater for punkt in ankre(mandat.tekst)}
    for nr, punkt in enumerate(sak.mandatpunkt):
        if known and punkt not in known:
            yield _loest(data, sak.id, ("mandatpunkt", nr), punkt, known)


def _loest(data: Dataset, owner: str, path: tuple[str | int, ...], punkt: str, known: Iterable[str]) -> Hit:
    return Hit(
        f"mandatets tekst har ikke noe punkt «{punkt}»",
        data.place(owner, *path),
        (owner, punkt, *_noekler(path)),
        help=_punktene(punkt, tuple(known)),
    )


def _punktene(punkt: str, known: Sequence[str]) -> str:
    guess = closest(punkt, known)
    if guess or not known:
        return f"Mente du «{guess}»?" if guess else "Legg inn mandatets tekst under hodet, eller fjern «punkt»."
    return "Punktene heter som overskriftene: " + ", ".join(known) + "."


REF_RULES = (
    Rule(formatregel("REF201", "ukjent-id"), "forum", ukjent_id),
    Rule(formatregel("REF202", "loest-punkt"), "mandat", loest_punkt),
    Rule(formatregel("REF203", "manglende-vedlegg"), "sak", manglende_vedlegg),
    Rule(formatregel("REF204", "loest-vedlegg", Severity.ADVARSEL), "sak", loest_vedlegg),
    Rule(formatregel("REF205", "utenfor-levetid", Severity.ADVARSEL), "virksomhet", utenfor_levetid),
)
