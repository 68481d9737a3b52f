"""UNN: exceptions must say why, name a rule there is and that can be set aside, and end when they said they would."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import partial

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, RuleInfo, Severity
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.unntak import Unntak, Unntakskode
from ehelse_cli.rules.common import formatregel
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.unntak import kan_unntas


def unn_rules(others: Iterable[RuleInfo]) -> tuple[Rule, ...]:
    """The rules about exceptions from the others."""
    names = {rule.code: rule.name for rule in others}
    return (
        Rule(formatregel("UNN001", "mangler-grunn"), "fil", mangler_grunn),
        Rule(formatregel("UNN002", "ukjent-kode"), "fil", partial(ukjent_kode, names)),
        Rule(formatregel("UNN004", "utloept-unntak", Severity.ADVARSEL), "fil", utloept),
        Rule(formatregel("UNN005", "feilskrevet-unntak"), "fil", feilskrevet),
        Rule(formatregel("UNN006", "ikke-tillatt-unntak"), "fil", partial(ikke_tillatt, names)),
    )


def mangler_grunn(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An exception counts without a reason, but is wrong: the one who reads it in five years must know why."""
    for unntak in data.unntak:
        if not unntak.grunn:
            koder = oppramsing(ett.kode for ett in unntak.koder)
            yield Hit(
                f"unntaket fra {koder} sier ikke hvorfor",
                unntak.sted,
                _key(unntak),
                help=f"Skriv grunnen etter «--», for eksempel: {koder} -- vedtatt av rådet, sak 12/2026.",
            )


def ukjent_kode(names: Mapping[str, str], data: Dataset, _dag: date) -> Iterator[Hit]:
    """There is no rule with the code."""
    for unntak, kode in _codes(data):
        if kode.kode not in names and not kode.kode.startswith("UNN"):
            yield Hit(
                f"det finnes ingen regel «{kode.kode}»",
                kode.sted,
                (*_key(unntak), kode.kode),
                help=_meant(kode.kode, names) or "`ehelse regel` viser alle kodene.",
            )


def _meant(given: str, names: Mapping[str, str]) -> str:
    words = {word.lower(): code for code, name in names.items() for word in (code, name)}
    near = get_close_matches(given.lower(), words, n=1, cutoff=0.75)
    return f"Mente du «{words[near[0]]}» ({names[words[near[0]]]})?" if near else ""


def utloept(data: Dataset, dag: date) -> Iterator[Hit]:
    """The last day is over: the exception takes nothing away any more."""
    for unntak in data.unntak:
        if unntak.til is not None and not unntak.gjelder(dag):
            yield Hit(
                f"unntaket fra {oppramsing(ett.kode for ett in unntak.koder)} gikk ut {datotekst(unntak.til)}",
                unntak.sted,
                (*_key(unntak), unntak.til.isoformat()),
                help="Rett det regelen sier fra om, og slett unntaket; eller gi det en ny dato, med ny grunn.",
            )


def feilskrevet(data: Dataset, _dag: date) -> Iterator[Hit]:
    """It begins as an exception, and is none."""
    for ett in data.feilskrevne:
        yield Hit(ett.feil, ett.sted, (ett.sted.path, ett.feil, ett.help), help=ett.help)


def ikke_tillatt(names: Mapping[str, str], data: Dataset, _dag: date) -> Iterator[Hit]:
    """Some rules nobody is excepted from."""
    for unntak, kode in _codes(data):
        if not kan_unntas(kode.kode) and (kode.kode in names or kode.kode.startswith("UNN")):
            yield Hit(
                f"det går ikke an å gjøre unntak fra {kode.kode}",
                kode.sted,
                (*_key(unntak), kode.kode),
                help=f"Rett det {kode.kode} sier fra om, og slett koden fra unntaket.",
            )


def _codes(data: Dataset) -> Iterator[tuple[Unntak, Unntakskode]]:
    for unntak in data.unntak:
        yield from ((unntak, kode) for kode in unntak.koder)


def _key(unntak: Unntak) -> tuple[str, ...]:
    """What tells an exception from the others: the file, the codes and the reason; two that agree are one mistake."""
    return (unntak.sted.path, *(ett.kode for ett in unntak.koder), unntak.grunn)
