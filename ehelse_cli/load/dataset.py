"""The whole tree → one frozen Dataset, and what was wrong with its form."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import TypeAdapter

from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.ankre import kebab
from ehelse_cli.core.dataset import Dataset, Fil, Finder
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.place import Location
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.unntak import Feilskrevet, Unntak
from ehelse_cli.core.virksomhet import Datasett, Person, Virksomhet
from ehelse_cli.load import les
from ehelse_cli.load.ahead import NOTHING_AHEAD, Ahead
from ehelse_cli.load.check import check, wrong_id
from ehelse_cli.load.document import Document, Unreadable, take_apart
from ehelse_cli.load.historie import LestHistorie
from ehelse_cli.load.kinds import Placed, place
from ehelse_cli.load.placing import place_all
from ehelse_cli.load.problem import MAX_PROBLEMS, Problem
from ehelse_cli.load.spans import SpanTree
from ehelse_cli.load.tree import Entry, OneFile, Tree, read_text
from ehelse_cli.load.unntak import limited
from ehelse_cli.load.unntak_hode import find_unntak
from ehelse_cli.load.unntak_kropp import find_unntak_in_body, without_unntak

#: The folder's name in every path shown to people.
DATA = "data/"

MODELS: Mapping[str, Any] = {
    "datasett": Datasett,
    "forum": Forum,
    "mandat": Mandat,
    "moete": Moete,
    "sak": Sak,
    "aarshjul": Aarshjul,
    "virksomheter": Virksomhet,
    "personer": tuple[Person, ...],
    "godtatt": tuple[Godkjenning, ...],
}
#: The kinds whose file is a list.
_LISTS = frozenset({"personer", "godtatt"})


class Read(Struct, frozen=True):
    """One file read: its objects by id, or the ids that are broken, and what was wrong."""

    placed: Placed
    fil: Fil
    objects: Mapping[str, Any]
    broken: frozenset[str]
    findings: tuple[Finding, ...] = ()
    unntak: tuple[Unntak | Feilskrevet, ...] = ()


class Loaded(Struct, frozen=True):
    """The dataset, the findings about form, and how many files were read."""

    dataset: Dataset
    findings: tuple[Finding, ...]
    files: int


def load(tree: Tree, ahead: Ahead = NOTHING_AHEAD) -> Loaded:
    """Read every file of the tree; those that `ahead` has are not read again. One broken file never hides another."""
    placing = place_all(tuple(tree.files()))
    files = placing.files.values()
    reads = tuple(
        _read(one, ahead.get(entry.path) or take_apart(tree, entry, one.kind))
        for one, entry in files
        if one.kind.shape not in ("attachment", "template")
    )
    attachments = frozenset(DATA + entry.path for one, entry in files if one.kind.shape == "attachment")
    findings = (*placing.findings, *_no_files(tree, files), *(finding for read in reads for finding in read.findings))
    data = dataclasses.replace(_assemble(reads, attachments, placing.meant), maler=_maler(tree, files))
    twins = frozenset(DATA + path for path in tree.twins())
    return Loaded(dataclasses.replace(data, tvillinger=twins, historie=_historie(tree, data)), findings, len(reads))


def _maler(tree: Tree, files: Iterable[tuple[Placed, Entry]]) -> Mapping[str, str]:
    """The text of each template that is one; what cannot be read cannot be used either, and says so then."""
    texts = ((DATA + entry.path, read_text(tree, entry)) for one, entry in files if one.kind.shape == "template")
    return {path: text for path, text in texts if isinstance(text, str)}


def _historie(tree: Tree, data: Dataset) -> LestHistorie | None:
    versions = tree.versions()
    return None if versions is None else LestHistorie(versions, data)


def read_version(path: str, content: bytes) -> tuple[Any, str]:
    """What a file of this name and content says, or None if it cannot be read; and its text."""
    placed = place(path)
    if placed is None:
        return None, ""
    entry = Entry(path, len(content), "file")
    read = _read(placed, take_apart(OneFile(path, entry, content), entry, placed.kind))
    return read.objects.get(placed.id), read.fil.text


def _no_files(tree: Tree, files: Iterable[tuple[Placed, Entry]]) -> Iterator[Finding]:
    """Attachments are never read, but one that is no file cannot be sent out."""
    for placed, entry in files:
        if placed.kind.shape == "attachment" and entry.kind != "file":
            problem = read_text(tree, entry)
            if isinstance(problem, Problem):
                yield _from_problem(problem, DATA + entry.path)


def _read(placed: Placed, document: Document | Unreadable) -> Read:
    """Raw containers → models, of a file that could be taken apart without mistakes."""
    path = DATA + placed.path
    if isinstance(document, Unreadable):
        fil = Fil(path, document.text, 1, _nowhere(path))
        return _broken(placed, fil, [_from_problem(document.problem, path)])
    parts, composed = document.parts, document.composed
    fil = Fil(path, document.text, parts.body_line, _finder(path, composed.spans))
    if composed.problems:
        return _broken(placed, fil, [_from_problem(one, path) for one in composed.problems])
    read = _build(placed, fil, composed.value, without_unntak(parts.body))
    if not read.objects:  # what cannot be read is judged by no rule: there is nothing to set aside
        return read
    in_head = find_unntak(path, parts.head, parts.head_line, composed.spans)
    unntak = tuple(limited(chain(in_head, find_unntak_in_body(path, parts.body, parts.body_line))))
    return replace(read, unntak=unntak) if unntak else read


def _build(placed: Placed, fil: Fil, value: Any, body: str) -> Read:
    if placed.kind.name == "virksomheter":
        return _build_each(placed, fil, value)
    expected: type = list if placed.kind.name in _LISTS else dict
    if not isinstance(value, expected):
        what = "en liste" if expected is list else "nøkler (navn: verdi)"
        return _broken(placed, fil, [_no_content(fil, value, what)])
    model, findings = _model(placed, value, body, fil.find)
    findings += _against_path(placed, model, fil.find)
    return _broken(placed, fil, findings) if findings else Read(placed, fil, {placed.id: model}, frozenset())


def _model(placed: Placed, value: Any, body: str, find: Finder) -> tuple[Any, list[Finding]]:
    type_ = MODELS[placed.kind.name]
    return check(_adapter(placed.kind.name), type_, _with_facts(placed, value, body), find)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(MODELS[kind])


def _with_facts(placed: Placed, value: Any, body: str) -> Any:
    """What nobody types: the id, the body, and for a mandate the head as it was read."""
    if placed.kind.name == "datasett" or placed.kind.name in _LISTS:
        return value
    facts = {FIL_ID: placed.id}
    if placed.kind.shape == "markdown":
        facts[FIL_TEKST] = body
    return {**value, **facts, **({FIL_HODE: value} if placed.kind.name == "mandat" else {})}


def _build_each(placed: Placed, fil: Fil, value: Any) -> Read:
    """One organisation that cannot be read leaves the others whole."""
    if not isinstance(value, dict):
        return _broken(placed, fil, [_no_content(fil, value, "nøkler (id: opplysninger)")])
    objects: dict[str, Any] = {}
    findings: list[Finding] = []
    for id_, facts in value.items():
        if len(findings) >= MAX_PROBLEMS:
            break  # the rest counts as broken
        model, wrong = check(_adapter("virksomheter"), Virksomhet, facts, _below(fil.find, id_))
        if not id_ or id_ != kebab(id_):
            wrong.insert(0, wrong_id((id_,), fil.find))
        findings += wrong
        if not wrong:
            objects[id_] = model
    # other files name it as it should have been spelt: that is no second mistake
    broken = {id_ for given in value.keys() - objects.keys() for id_ in (given, kebab(given))} - objects.keys()
    return Read(placed, fil, {placed.id: objects}, frozenset(broken), tuple(findings))


def _no_content(fil: Fil, value: Any, what: str) -> Finding:
    message = f"her er det tomt; det skal stå {what}" if value is None else f"filen skal inneholde {what}"
    return les.finding(les.FEIL_VERDI, fil.find((), False), message)


def _below(find: Finder, step: str) -> Finder:
    return lambda path, key: find((step, *path), key)


def _against_path(placed: Placed, model: Any, find: Finder) -> Iterator[Finding]:
    """A mandate's head is also read alone, so `forum` and `gjelder_fra` stand there and must agree with the path."""
    if not isinstance(model, Mandat):
        return
    forum, _, day = placed.id.removesuffix("-utkast").partition("@")
    if model.forum != forum:
        yield les.finding(
            les.NAVN_MOT_INNHOLD,
            find(("forum",), False),
            f"filen ligger under {forum}, men sier «forum: {model.forum}»",
            "forum",
            help="Rett linjen, eller flytt filen til mappen den hører hjemme i.",
        )
    if str(model.fra) != day:
        field = "kjent_per" if model.gjelder_fra == "ukjent" else "gjelder_fra"
        yield les.finding(
            les.NAVN_MOT_INNHOLD,
            find((field,), False),
            f"filen heter {day}, men sier «{field}: {model.fra or 'ikke oppgitt'}»",
            field,
            help="Rett datoen, eller gi filen navn etter dagen mandatet gjelder fra.",
        )
    if placed.path.endswith("-utkast.md") != model.er_utkast:
        draft, name = ("et utkast", f"{day}-utkast.md") if model.er_utkast else ("vedtatt", f"{day}.md")
        yield les.finding(
            les.NAVN_MOT_INNHOLD,
            find(("status",), False),
            f"filen heter {placed.path.rpartition('/')[2]}, men sier at mandatet er {draft}",
            "status",
            help=f"Gi filen navnet {name}, eller rett «status».",
        )


def _broken(placed: Placed, fil: Fil, findings: list[Finding]) -> Read:
    return Read(placed, fil, {}, frozenset({placed.id}), tuple(findings))


def _from_problem(problem: Problem, path: str) -> Finding:
    rule, place = les.RULE_OF_PROBLEM[problem.kind], problem.span.of(path)
    return les.finding(rule, place, problem.message, problem.kind, help=problem.help or "")


def _finder(path: str, spans: SpanTree) -> Finder:
    return lambda keys, key: spans.find(keys, key=key).of(path)


def _nowhere(path: str) -> Finder:
    """The finder of a file with no readable head: its first line."""
    return lambda _keys, _key: Location(path, 1, 1, 1, 1)


def _assemble(reads: tuple[Read, ...], attachments: frozenset[str], meant: frozenset[str]) -> Dataset:
    of_kind: dict[str, dict[str, Any]] = {name: {} for name in MODELS}
    for read in reads:
        of_kind[read.placed.kind.name] |= read.objects
    return Dataset(
        datasett=of_kind["datasett"].get("datasett", Datasett()),
        virksomheter=of_kind["virksomheter"].get("virksomheter", {}),
        personer=of_kind["personer"].get("personer", ()),
        forum=of_kind["forum"],
        mandater=of_kind["mandat"],
        godtatt=of_kind["godtatt"].get("godtatt", ()),
        moeter=of_kind["moete"],
        saker=of_kind["sak"],
        aarshjul=of_kind["aarshjul"],
        broken=meant.union(*(read.broken for read in reads)),
        attachments=attachments,
        files={read.placed.id: read.fil for read in reads},
        unntak=tuple(one for read in reads for one in read.unntak if isinstance(one, Unntak)),
        feilskrevne=tuple(one for read in reads for one in read.unntak if isinstance(one, Feilskrevet)),
    )
