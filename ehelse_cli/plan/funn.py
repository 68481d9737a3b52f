"""What the rules find under one mandate and not under the other."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.plan.fakta import Fakta, Faktum
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke, Omraade
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import Rule

#: Rules that look at who sits. Vacancies (MED401, MED402) and lapsed terms (MED406) are told by `seter` and `perioder`.
OM_DEM_SOM_SITTER = (
    "MED403", "MED404", "MED405", "MED408", "MED410", "MED411", "MED412", "MED418",
)  # fmt: skip
#: Rules that find on the first day what they find at all. Deadlines (MOT504, MOT505) are reckoned in `moeter`.
UANSETT_DAG = ("MED407", "MED409", "AAR703", "AAR704", "SAK603", "SAK605", "SAK613", "MAN301", "MAN305", "MAN311")

_REGLER: dict[str, Rule] = {rule.info.code: rule for rule in RULES}

#: The family of a rule → what it is about.
_OMRAADER: dict[str, Omraade] = {"MED": "medlemmer", "AAR": "moeter", "SAK": "saker", "MAN": "mandatet"}
_STEDFORTREDER = frozenset({"MED410", "MED418"})
#: Findings by which a person has no place any more.
_UTE = frozenset({"MED410", "MED411", "MED412"})


def funn(verden: Verden, dag: date, kode: str) -> Fakta:
    """What one rule finds on the day; how grave it is may be all that differs."""
    regel = _REGLER[kode]
    funnet = (Finding.of(regel.info, hit) for hit in regel.check(verden.data, dag))
    return {ett.fingerprint: Faktum(ett.severity, ett) for ett in funnet if ett.severity is not Severity.MERKNAD}


def omraadet(kode: str, navn: str) -> Omraade:
    """What the rule's finding is about: the one it names, or what the mandate asks of them all."""
    if kode in _STEDFORTREDER:
        return "stedfortredere"
    return "mandatet" if kode.startswith("MED") and not navn else _OMRAADER[kode[:3]]


def hvem(verden: Verden, finding: Finding) -> str:
    """The member or substitute that the finding is about; empty where it is about no one."""
    navn = {rad.navn for rad in verden.forum.stedfortredere} if finding.rule.code == "MED410" else set()
    navn |= {rad.navn for rad in verden.forum.medlemmer} if not navn else set()
    return next((ett for ett in reversed(finding.key) if ett in navn), "")


def fortell(foer: Faktum | None, naa: Faktum | None) -> Melding:
    """A finding that comes, goes, or becomes more or less grave."""
    if naa is None:
        return Melding(Merke.ENDRET, f"ikke lenger et brudd: {_melding(foer)}")
    if foer is not None:
        return Melding(_grad(naa, foer), f"{_melding(naa)} (er nå {naa.verdi}, før {foer.verdi})")
    finding: Finding = naa.med
    merke = Merke.UTE if finding.rule.code in _UTE else Merke.HANDLING
    return Melding(merke, finding.message, sted=finding.location)


def _grad(naa: Faktum, foer: Faktum) -> Merke:
    return Merke.HANDLING if naa.med.severity.rank < foer.med.severity.rank else Merke.ENDRET


def _melding(faktum: Faktum | None) -> str:
    return str(faktum.med.message) if faktum is not None else ""
