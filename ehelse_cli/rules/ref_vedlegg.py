"""REF: the attachments a case lists, and the files in its folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.place import Location
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.suggest import closest


@dataclass(frozen=True, slots=True)
class _Mappe:
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
    """An attachment that is listed and is not there."""
    for mappe in _mapper(data):
        for nr, navn in mappe.mangler:
            guess = closest(navn, mappe.loese)
            yield Hit(
                f"vedlegget «{navn}» finnes ikke",
                data.place(mappe.sak.id, "vedlegg", nr, "fil"),
                (mappe.sak.id, navn),
                help=f"Mente du «{guess}»?" if guess else f"Legg filen i mappen {mappe.sti}, eller rett navnet.",
            )


def loest_vedlegg(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A file in an attachment folder that no case lists; one that a misspelt line means is REF203's."""
    yield from _hjemloese(data)
    for mappe in _mapper(data):
        ment = {closest(navn, mappe.loese) for _, navn in mappe.mangler}
        for navn in mappe.loese:
            if navn not in ment:
                yield Hit(
                    f"filen «{navn}» ligger blant vedleggene, men saken nevner den ikke",
                    data.place(mappe.sak.id, "vedlegg" if mappe.sak.vedlegg else "tittel", key=True),
                    (mappe.sak.id, navn),
                    help=f"Før den opp under «vedlegg», eller fjern filen fra mappen {mappe.sti}.",
                )


def _hjemloese(data: Dataset) -> Iterator[Hit]:
    """The first file of each folder that has the name of no case."""
    saker = {fil.path.removesuffix(".md") for fil in data.files.values()}
    for folder, names in sorted(_filer(data).items()):
        if folder not in saker:
            path = f"{folder}/{min(names)}"
            yield Hit(
                f"det finnes ingen sak {folder}.md, men vedlegg til den",
                Location(path, 1, 1, 1, 1),
                (folder,),
                help="Gi mappen samme navn som saken, legg til saken, eller fjern filene.",
            )
