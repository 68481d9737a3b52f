"""PUB: does each file below `skjermet/` belong to an open one that says so? Of a twin only the path is known."""

from collections.abc import Iterator, Mapping
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.place import Location
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.kinds import SAK_I_KOE, Placed, place

_DATA = "data/"
_TREET = f"{_DATA}skjermet/"
_MERK = "Skriv «skjerming» med hjemmel i den åpne filen. Er ingenting unntatt, flytt innholdet dit og slett tvillingen."


def tvilling_uten_skjerming(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A twin whose open sibling says nowhere that anything is exempt."""
    for one in _tvillinger(data):
        if _er_umerket_sak(data, one):
            yield _umerket(data, one, "tittel", "saken", "saken")
        elif _er_umerket_moete(data, one):
            yield _umerket(data, one, "tid", "møtet", "noen linje på sakslisten")
    for sak, antall in _umerkede_vedlegg(data).items():
        hva = "ligger ett vedlegg" if antall == 1 else f"ligger {antall} vedlegg"
        yield Hit(
            f"under skjermet/ {hva} til saken, som det ikke står er unntatt",
            data.place(sak, "vedlegg", key=True),
            (sak, "vedlegg"),
            label=f"de ligger i {_mappen(data, sak)}" if antall > 1 else f"det ligger i {_mappen(data, sak)}",
            help="Før opp vedlegget med «fil» og «skjerming». Er det ikke unntatt, flytt filen ut av skjermet/.",
        )


def _umerket(data: Dataset, one: Placed, noekkel: str, hva: str, hvor: str) -> Hit:
    return Hit(
        f"{hva} har en tvilling under skjermet/, men her står det ikke at {hvor} er unntatt offentlighet",
        data.place(one.id, noekkel, key=True),
        (one.id,),
        label=f"tvillingen er {_TREET}{one.path}",
        help=_MERK,
    )


def loes_tvilling(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A file below skjermet/ that is the twin of nothing: it is laid over no paper, and nobody misses it."""
    for path in sorted(filter(_er_ment_som_data, data.tvillinger)):
        if place(path.removeprefix(_DATA)) is None:
            yield _loes(path, "filen under skjermet/ har et navn eller en plass som ikke sier hva den hører til")
    for one in _tvillinger(data):
        if one.kind.shape != "attachment" and one.kind.name not in {"sak", "moete"}:
            yield _loes(_DATA + one.path, "bare saker, møter og vedlegg kan ha en tvilling under skjermet/")
        elif one.kind.name in {"sak", "moete"} and one.kind is not SAK_I_KOE and not _er_kjent(data, one):
            yield _loes(_DATA + one.path, f"filen under skjermet/ er tvilling av {_DATA}{one.path}, som ikke finnes")
    for mappe in sorted(_hjemloese_mapper(data)):
        yield _loes(mappe, f"filene i mappen under skjermet/ er vedlegg til {mappe}.md, som ikke finnes")


def _loes(path: str, message: str) -> Hit:
    sted = _TREET + path.removeprefix(_DATA)
    return Hit(
        message,
        Location(sted, 1, 1, 1, 1),
        (path,),
        help="En tvilling har samme sti som den åpne filen. Rett navnet, eller lag den åpne filen, med «skjerming».",
    )


def _tvillinger(data: Dataset) -> Iterator[Placed]:
    """The twins whose path says what they are."""
    placed = (place(path.removeprefix(_DATA)) for path in sorted(filter(_er_ment_som_data, data.tvillinger)))
    return (one for one in placed if one is not None)


def _er_ment_som_data(path: str) -> bool:
    """Not what a repository of its own has at the top: a README, a folder of settings."""
    below = path.removeprefix(_DATA)
    return "/" in below and not below.startswith(".")


def _er_kjent(data: Dataset, one: Placed) -> bool:
    """Whether the sibling is there, by the same name; one that cannot be read is."""
    return one.id in data.broken or (one.id in data.files and data.files[one.id].path == _DATA + one.path)


# --- marked or not


def _er_umerket_sak(data: Dataset, one: Placed) -> bool:
    sak = data.saker.get(one.id)
    return sak is not None and _er_kjent(data, one) and not _noe_er_unntatt(sak)


def _noe_er_unntatt(sak: Sak) -> bool:
    return sak.skjerming is not None or any(rad.skjerming is not None for rad in sak.vedlegg)


def _er_umerket_moete(data: Dataset, one: Placed) -> bool:
    moete = data.moeter.get(one.id)
    return (
        moete is not None
        and _er_kjent(data, one)
        and not any(_punktet_er_unntatt(data, moete, punkt) for punkt in moete.saksliste)
    )


def _punktet_er_unntatt(data: Dataset, moete: Moete, punkt: Sakspunkt) -> bool:
    """Whether anything about the line is exempt: by its own word, its attachments', or its case's. Not known is yes."""
    if punkt.skjerming is not None or any(rad.skjerming is not None for rad in punkt.vedlegg):
        return True
    if not punkt.sak:
        return False
    forum = data.forum_of(moete.id)
    id_ = data.sak_id(forum, punkt.sak) or ""
    return not data.broken.isdisjoint((forum, id_)) or (id_ in data.saker and _noe_er_unntatt(data.saker[id_]))


# --- attachments: never named one by one, for a file's name may tell


def _umerkede_vedlegg(data: Dataset) -> Mapping[str, int]:
    """How many files there are below skjermet/ for each case that does not say they are exempt."""
    antall: dict[str, int] = {}
    for one in _tvillinger(data):
        sak = data.saker.get(_sakens(one)) if one.kind.shape == "attachment" else None
        if sak is not None and not _er_merket(sak, one.path.rpartition("/")[2]):
            antall[sak.id] = antall.get(sak.id, 0) + 1
    return antall


def _er_merket(sak: Sak, fil: str) -> bool:
    """Whether the case says the file is exempt; one that is exempt itself need not name it in the open."""
    rad = next((rad for rad in sak.vedlegg if rad.fil == fil), None)
    if rad is not None:
        return rad.skjerming is not None or sak.er_unntatt
    return sak.skjerming is not None


def _hjemloese_mapper(data: Dataset) -> set[str]:
    """The folders of attachments whose case is neither a file, nor a line on an agenda, nor in the queue."""
    vedlegg = (one for one in _tvillinger(data) if one.kind.shape == "attachment" and "/koe/" not in one.path)
    return {f"{_DATA}{one.path.rpartition('/')[0]}" for one in vedlegg if not _er_en_sak(data, _sakens(one))}


def _er_en_sak(data: Dataset, id_: str) -> bool:
    return id_ in data.saker or id_ in data.broken or bool(data.behandlinger(id_))


def _sakens(vedlegg: Placed) -> str:
    """The id of the case whose folder the attachment lies in."""
    sak = place(f"{vedlegg.path.rpartition('/')[0]}.md")
    return sak.id if sak is not None else ""


def _mappen(data: Dataset, sak: str) -> str:
    return data.files[sak].path.removesuffix(".md").replace(_DATA, _TREET, 1)
