"""REF: one object names another. A name that leads nowhere is a mistake; one that leads to a broken file is not."""

from collections.abc import Iterable, Iterator
from datetime import date

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, RuleInfo, Severity, Source
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.suggest import closest
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.references import Reference, references

_HVA = {
    "aktoer": "verken en virksomhet eller et forum",
    "forum": "ikke et forum",
    "moete": "ikke et møte",
    "sak": "ikke en sak",
    "mandat": "ikke et mandat",
    "gruppe": "ikke en gruppe i noe av forumets mandater",
}


def ukjent_id(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An id that names nothing."""
    for reference in references(data):
        known = _known(data, reference)
        if reference.target in known or reference.target in data.broken or not known:
            continue
        guess = closest(reference.target, known)
        yield Hit(
            f"«{reference.target}» er {_HVA[reference.kind]}",
            data.place(reference.owner, *reference.path),
            (reference.owner, *map(str, reference.path), reference.target),
            help=f"Mente du «{guess}»?" if guess else _where(reference),
        )


def _known(data: Dataset, reference: Reference) -> Iterable[str]:
    """The ids that would do; empty when nothing can be said (the file that would tell is broken or not there)."""
    match reference.kind:
        case "forum":
            return data.forum
        case "moete":
            return data.moeter
        case "sak":
            return data.saker
        case "mandat":
            return data.mandater
        case "gruppe":
            return _groups(data, reference.forum)
    if "virksomheter" in data.broken or "virksomheter" not in data.files:
        return ()
    return {*data.virksomheter, *data.forum, *(_groups(data, reference.forum) if reference.forum else ())}


def _groups(data: Dataset, forum: str) -> set[str]:
    if any(id_.startswith(f"{forum}@") for id_ in data.broken):
        return set()
    return {gruppe.id for mandat in data.mandater_for(forum) for gruppe in grupper_i(mandat)}


def _where(reference: Reference) -> str:
    if reference.kind == "aktoer":
        return "Før virksomheten i data/virksomheter.yaml, eller rett skrivemåten."
    return "Rett skrivemåten, eller legg til filen den viser til."


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
    guess = closest(punkt, known)
    help_ = f"Mente du «{guess}»?" if guess else "Punktene heter som overskriftene: " + ", ".join(known) + "."
    return Hit(
        f"mandatets tekst har ikke noe punkt «{punkt}»", data.place(owner, *path), (owner, *map(str, path)), help=help_
    )


def manglende_vedlegg(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An attachment that is listed and is not there."""
    for sak in data.saker.values():
        folder = data.files[sak.id].path.removesuffix(".md")
        for nr, vedlegg in enumerate(sak.vedlegg):
            if (
                vedlegg.fil is not None
                and vedlegg.skjerming is None
                and f"{folder}/{vedlegg.fil}" not in data.attachments
            ):
                yield Hit(
                    f"vedlegget «{vedlegg.fil}» finnes ikke",
                    data.place(sak.id, "vedlegg", nr, "fil"),
                    (sak.id, vedlegg.fil),
                    help=f"Legg filen i mappen {folder}, eller rett navnet.",
                )


def loest_vedlegg(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A file in an attachment folder that no case lists."""
    folders = {data.files[sak.id].path.removesuffix(".md"): sak for sak in data.saker.values()}
    for path in sorted(data.attachments):
        folder, _, name = path.rpartition("/")
        sak = folders.get(folder)
        if sak is not None and name not in {vedlegg.fil for vedlegg in sak.vedlegg}:
            yield Hit(
                f"filen «{name}» ligger blant vedleggene, men saken nevner den ikke",
                data.place(sak.id, "vedlegg", key=True),
                (sak.id, name),
                help="Før den opp under «vedlegg», eller fjern filen.",
            )


def _info(code: str, name: str, gravity: Severity = Severity.FEIL) -> RuleInfo:
    return RuleInfo(code, name, gravity, Source.FORMAT)


REF_RULES = (
    Rule(_info("REF201", "ukjent-id"), "forum", ukjent_id),
    Rule(_info("REF202", "loest-punkt"), "mandat", loest_punkt),
    Rule(_info("REF203", "manglende-vedlegg"), "sak", manglende_vedlegg),
    Rule(_info("REF204", "loest-vedlegg", Severity.ADVARSEL), "sak", loest_vedlegg),
)
