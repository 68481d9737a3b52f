"""The LES family: what is wrong with a file's text and form, before any rule looks at what it says."""

from collections.abc import Mapping

from ehelse_cli.core.finding import Finding, Hit, RuleInfo, Severity, Source
from ehelse_cli.core.place import Location


def _les(code: str, name: str) -> RuleInfo:
    return RuleInfo(code, name, Severity.FEIL, Source.FORMAT)


SYNTAKS = _les("LES101", "ugyldig-yaml")
UKJENT_NOEKKEL = _les("LES102", "ukjent-noekkel")
DOBBEL_NOEKKEL = _les("LES103", "dobbel-noekkel")
FEIL_VERDI = _les("LES104", "feil-verdi")
MANGLER_NOEKKEL = _les("LES105", "mangler-noekkel")
IKKE_UTF8 = _les("LES106", "ikke-utf8")
KUTTET_PROSA = _les("LES107", "kuttet-prosa")
OPPDELT_PROSA = _les("LES108", "oppdelt-prosa")
UKJENT_FIL = _les("LES109", "ukjent-fil")
IKKE_TILLATT_YAML = _les("LES110", "ikke-tillatt-yaml")
FLETTEKONFLIKT = _les("LES111", "flettekonflikt")
PRIVAT = _les("LES112", "privat-opplysning")
NAVN_MOT_INNHOLD = _les("LES113", "navn-mot-innhold")
ULESELIG_FIL = _les("LES114", "uleselig-fil")

LES_RULES: tuple[RuleInfo, ...] = (
    SYNTAKS,
    UKJENT_NOEKKEL,
    DOBBEL_NOEKKEL,
    FEIL_VERDI,
    MANGLER_NOEKKEL,
    IKKE_UTF8,
    KUTTET_PROSA,
    OPPDELT_PROSA,
    UKJENT_FIL,
    IKKE_TILLATT_YAML,
    FLETTEKONFLIKT,
    PRIVAT,
    NAVN_MOT_INNHOLD,
    ULESELIG_FIL,
)

#: Which rule each problem with the text itself belongs to (load/problem.py names the kinds).
RULE_OF_PROBLEM: Mapping[str, RuleInfo] = {
    "alias": IKKE_TILLATT_YAML,
    "direktiv": IKKE_TILLATT_YAML,
    "dobbel-noekkel": DOBBEL_NOEKKEL,
    "dybde": IKKE_TILLATT_YAML,
    "flere-dokumenter": IKKE_TILLATT_YAML,
    "flettekonflikt": FLETTEKONFLIKT,
    "for-stor": ULESELIG_FIL,
    "hode": SYNTAKS,
    "kuttet-prosa": KUTTET_PROSA,
    "lenke": ULESELIG_FIL,
    "noekkel": IKKE_TILLATT_YAML,
    "oppdelt-prosa": OPPDELT_PROSA,
    "sammenslaaing": IKKE_TILLATT_YAML,
    "spesialfil": ULESELIG_FIL,
    "syntaks": SYNTAKS,
    "tagg": IKKE_TILLATT_YAML,
    "tegnkoding": IKKE_UTF8,
    "ukjent-tegn": IKKE_UTF8,
    "uleselig": ULESELIG_FIL,
}


def finding(rule: RuleInfo, location: Location, message: str, *key: str, help: str = "", label: str = "") -> Finding:
    """A finding about form; its key is the file and what within it."""
    return Finding.of(rule, Hit(message, location, (location.path, *key), label, help=help))
