"""DOK: does a council's own template ask for something that its paper has?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_type_hints

from jinja2 import TemplateSyntaxError, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.place import Location
from ehelse_cli.load.suggest import closest
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.papers import PAPERS
from ehelse_cli.render.templates import ENDING, FOLDER, environment, shipped_folder

#: What makes the view of each kind of paper: its return says what the template's `v` has.
_VIEWS: Mapping[str, Callable[..., Any]] = {kind: slag.view for kind, slag in PAPERS.items()}
#: The names that every template is filled with.
_ALLE = frozenset({"v", "ramme", "ord", "stil"})
#: Those that Jinja itself gives, anywhere or in loops, macros and blocks.
_JINJAS = frozenset({*DEFAULT_NAMESPACE, "loop", "caller", "self", "super", "varargs", "kwargs"})


def ukjent_malvariabel(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A template of the data tree with a name that nothing fills; parts (`_…`) get theirs from who uses them."""
    for path, source in data.maler.items():
        kind = path.rpartition("/")[2].removesuffix(ENDING)
        if kind in PAPERS:
            yield from _i_malen(path, kind, source)


def _i_malen(path: str, kind: str, source: str) -> Iterator[Hit]:
    try:
        mal = environment({}).parse(source)
    except TemplateSyntaxError as problem:
        yield Hit(
            "malen er skrevet feil, og kan ikke brukes",
            _linjen(path, source, problem.lineno),
            (path, "form"),
            help="Rett linjen, eller ta bort malen: da brukes den som følger med.",
        )
        return
    sagt: dict[str, tuple[int, frozenset[str]]] = {}
    for navn, linje, kjente in _ukjente(mal, kind):
        sagt.setdefault(navn, (linje, kjente))
    for navn, (linje, kjente) in sagt.items():
        forslag = closest(navn, kjente)
        yield Hit(
            f"malen bruker «{navn}», som et dokument av slaget {kind} ikke har",
            _linjen(path, source, linje),
            (path, navn),
            help=f"Mente du «{forslag}»?" if forslag else "Ta det bort. Malen som følger med, viser hva som finnes.",
        )


def _linjen(path: str, source: str, linje: int) -> Location:
    """The whole line: Jinja tells no columns."""
    rader = source.split("\n")
    return Location(path, linje, 1, linje, len(rader[linje - 1]) + 1 if linje <= len(rader) else 1)


def _ukjente(mal: nodes.Template, kind: str) -> Iterator[tuple[str, int, frozenset[str]]]:
    """Each name or attribute that is nowhere, its line, and those there are."""
    egne = _gitt_navn(mal) | (_gitt_navn(*_bygger_paa(kind)) if mal.find(nodes.Extends) else frozenset())
    for node in mal.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in egne | _ALLE | _JINJAS:
            yield node.name, node.lineno, egne | _ALLE
    har = _attributter(kind)
    for attributt in mal.find_all(nodes.Getattr):
        eier = attributt.node.name if isinstance(attributt.node, nodes.Name) else ""
        if eier in har and eier not in egne and attributt.attr not in har[eier]:
            yield f"{eier}.{attributt.attr}", attributt.lineno, frozenset(f"{eier}.{navn}" for navn in har[eier])


def _gitt_navn(*maler: nodes.Template) -> frozenset[str]:
    """What templates name themselves: loops, `set`, macros and their arguments, imports. Blocks know them all."""
    navn: set[str] = set()
    for mal in maler:
        navn |= {node.name for node in mal.find_all(nodes.Name) if node.ctx != "load"}
        navn |= {node.name for node in mal.find_all(nodes.Macro)}
        navn |= {node.target for node in mal.find_all(nodes.Import)}
        for fra in mal.find_all(nodes.FromImport):
            navn |= {one if isinstance(one, str) else one[1] for one in fra.names}
    return frozenset(navn)


def _bygger_paa(kind: str) -> Iterator[nodes.Template]:
    """Our own template of the kind, and the frame it stands in."""
    folder = shipped_folder() / FOLDER
    for name in (kind, "_ramme"):
        yield environment({}).parse((folder / f"{name}{ENDING}").read_text(encoding="utf-8"))


def _attributter(kind: str) -> Mapping[str, frozenset[str]]:
    """What can be asked of `v`, `ramme` and `ord`."""
    ramme = Ramme("nb", eksempel=False, utkast=False, intern=False)
    view = get_type_hints(_VIEWS[kind])["return"]
    return {"v": _navnene(view), "ramme": _navnene(Ramme), "ord": _navnene(type(ramme.ord))}


def _navnene(slag: Any) -> frozenset[str]:
    felter = [felt.name for felt in fields(slag)] if is_dataclass(slag) else []
    return frozenset(felter) | {navn for navn in dir(slag) if not navn.startswith("_")}
