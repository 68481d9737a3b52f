"""REF: the attachments a case lists, and the files in its folder."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.place import Location
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.kinds import place
from ehelse_cli.load.suggest import closest


class _Mappe(Struct, frozen=True):
    """One case with its folder: what is listed and not there (with its number), what is there and not listed."""

    sak: Sak
    sti: str
    mangler: tuple[tuple[int, str], ...]
    loese: tuple[str, ...]


def _mapper(data: Dataset) -> Iterator[_Mappe]:
    filer = _filer(data)
    for sak in data.saker.values():
        sti = data.files[sak.id].path.removesuffix(".md")
        der = filer.get(sti, frozenset())
        mangler = tuple(
            (nr, vedlegg.fil)
            for nr, vedlegg in enumerate(sak.vedlegg)
            # what is exempt has its file in a tree that is never opened
            if vedlegg.fil is not None and vedlegg.skjerming is None and vedlegg.fil not in der
        )
        yield _Mappe(sak, sti, mangler, tuple(sorted(der - {vedlegg.fil for vedlegg in sak.vedlegg})))


def _filer(data: Dataset) -> Mapping[str, frozenset[str]]:
    """The attachments there are, by folder."""
    filer: dict[str, set[str]] = {}
    for path in data.attachments:
        folder, _, name = path.rpartition("/")
        filer.setdefault(folder, set()).add(name)
    return {folder: frozenset(names) for folder, names in filer.items()}


def manglende_vedlegg(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An attachment that is listed and is not there; where the whole folder is misnamed, once."""
    hjemloese = _hjemloese(data)
    for mappe in _mapper(data):
        sagt: set[str | None] = set()
        for nr, navn in mappe.mangler:
            annen = next((sti for sti, names in hjemloese.items() if navn in names and _er_naboer(sti, mappe)), None)
            if annen not in sagt:
                sagt |= {annen} - {None}
                yield Hit(
                    f"vedlegget «{navn}» finnes ikke",
                    data.place(mappe.sak.id, "vedlegg", nr, "fil"),
                    (mappe.sak.id, navn),
                    help=_hvor_det_er(mappe, navn, annen),
                )


def _hvor_det_er(mappe: _Mappe, navn: str, annen: str | None) -> str:
    if annen is not None:
        return f"Filen ligger i {annen}. Gi mappen samme navn som saken: {mappe.sti}."
    guess = closest(navn, mappe.loese)
    return f"Mente du «{guess}»?" if guess else f"Legg filen i mappen {mappe.sti}, eller rett navnet."


def loest_vedlegg(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A file in an attachment folder that no case lists; one that REF203 has a line for is not told twice."""
    mapper = tuple(_mapper(data))
    yield from _uten_sak(data, mapper)
    for mappe in mapper:
        ment = {closest(navn, mappe.loese) for _, navn in mappe.mangler}
        for navn in mappe.loese:
            if navn not in ment:
                yield Hit(
                    f"filen «{navn}» ligger blant vedleggene, men saken nevner den ikke",
                    data.place(mappe.sak.id, "vedlegg" if mappe.sak.vedlegg else "tittel", key=True),
                    (mappe.sak.id, navn),
                    help=f"Før den opp under «vedlegg», eller fjern filen fra mappen {mappe.sti}.",
                )


def _uten_sak(data: Dataset, mapper: Iterable[_Mappe]) -> Iterator[Hit]:
    """The first file of each folder that has the name of no case."""
    for sti, names in _hjemloese(data).items():
        if not any(_er_naboer(sti, mappe) and names & {navn for _, navn in mappe.mangler} for mappe in mapper):
            yield Hit(
                f"det finnes ingen sak {sti}.md, men vedlegg til den",
                Location(f"{sti}/{min(names)}", 1, 1, 1, 1),
                (sti,),
                help="Gi mappen samme navn som saken, legg til saken, eller fjern filene.",
            )


def _hjemloese(data: Dataset) -> Mapping[str, frozenset[str]]:
    """The folders that have the name of no case, not even of one that cannot be read."""
    saker = {fil.path.removesuffix(".md") for fil in data.files.values()}
    return {
        sti: names for sti, names in sorted(_filer(data).items()) if sti not in saker and not _er_uleselig(data, sti)
    }


def _er_uleselig(data: Dataset, sti: str) -> bool:
    placed = place(f"{sti.removeprefix('data/')}.md")
    return placed is not None and placed.id in data.broken


def _er_naboer(sti: str, mappe: _Mappe) -> bool:
    return sti.rpartition("/")[0] == mappe.sti.rpartition("/")[0]
