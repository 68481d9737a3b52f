"""What exceptions do to the findings: each takes away those of its codes that lie where it stands."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.core.finding import Finding, Hit, RuleInfo, Severity, Source
from ehelse_cli.core.unntak import Unntak, Unntakskode

#: The engine's own rule: no other can know what all of them found.
UBRUKT = RuleInfo("UNN003", "ubrukt-unntak", Severity.ADVARSEL, Source.FORMAT)

#: The families nobody is excepted from: a file that cannot be read, what must not be public, and exceptions themselves.
ALDRI = ("LES", "PUB", "UNN")


class Bruk(Struct, frozen=True):
    """One exception and what it took away on the day."""

    unntak: Unntak
    gjelder: bool
    funn: tuple[Finding, ...] = ()


def kan_unntas(kode: str) -> bool:
    """Whether an exception from the rule counts."""
    return not kode.startswith(ALDRI)


def set_aside(
    findings: Iterable[Finding], unntak: Iterable[Unntak], dag: date
) -> tuple[list[Finding], tuple[Bruk, ...]]:
    """The findings that are left, and for each exception those it took away."""
    rest = list(findings)
    bruk = tuple(Bruk(ett, ett.gjelder(dag), tuple(_covered(ett, rest, dag))) for ett in unntak)
    hidden = {id(finding) for one in bruk for finding in one.funn}
    return [finding for finding in rest if id(finding) not in hidden], bruk


def _covered(unntak: Unntak, findings: Iterable[Finding], dag: date) -> Iterator[Finding]:
    codes = {ett.kode for ett in unntak.koder if kan_unntas(ett.kode)}
    if unntak.gjelder(dag):
        yield from (one for one in findings if one.rule.code in codes and unntak.dekker(one.location))


def unused(bruk: Iterable[Bruk], answered: Collection[str]) -> Iterator[Finding]:
    """The codes that took nothing away, of exceptions that still count, where the rule was asked and answered."""
    for one in bruk:
        used = {finding.rule.code for finding in one.funn}
        for kode in one.unntak.koder if one.gjelder else ():
            if kode.kode in answered and kode.kode not in used and kan_unntas(kode.kode):
                yield Finding.of(UBRUKT, _unused(one.unntak, kode))


def _unused(unntak: Unntak, kode: Unntakskode) -> Hit:
    return Hit(
        f"unntaket fra {kode.kode} brukes ikke: regelen har ingenting å si her",
        kode.sted,
        (unntak.sted.path, kode.kode, unntak.grunn),
        help=f"Slett {'koden' if len(unntak.koder) > 1 else 'unntaket'}, eller flytt det til linjen der funnet står.",
    )
