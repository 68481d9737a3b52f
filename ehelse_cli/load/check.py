"""Raw containers → models, and each mistake at its place in plain Norwegian."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ehelse_cli.core.ankre import kebab
from ehelse_cli.core.dataset import Finder
from ehelse_cli.core.felter import FINGERAVTRYKKMOENSTER, IDMOENSTER, ORDMOENSTER, navn_paa_slag
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.load import les
from ehelse_cli.load.problem import MAX_PROBLEMS
from ehelse_cli.load.suggest import closest, keys_at

T = TypeVar("T")

#: What pydantic calls it of a model, and of a dataclass.
_UNKNOWN_KEY = frozenset({"extra_forbidden", "unexpected_keyword_argument"})

#: Keys for private things, without what parts the words. There is no field for them (format rule 10).
PRIVATE = frozenset(
    {
        "adresse",
        "allergi",
        "allergier",
        "bostedsadresse",
        "diagnose",
        "dnummer",
        "email",
        "epost",
        "epostadresse",
        "fnr",
        "fodselsdato",
        "fodselsnummer",
        "foedselsdato",
        "foedselsnr",
        "foedselsnummer",
        "forfallsgrunn",
        "fravaersaarsak",
        "fravaersgrunn",
        "hjemmeadresse",
        "mail",
        "mailadresse",
        "mobil",
        "mobilnr",
        "mobilnummer",
        "mobiltelefon",
        "personnr",
        "personnummer",
        "privatadresse",
        "syk",
        "sykdom",
        "sykmeldt",
        "telefon",
        "telefonnr",
        "telefonnummer",
        "tlf",
        "tlfnr",
    }
)

#: Why: of an absence it is private, elsewhere the format has a key for it.
_WHY = frozenset({"aarsak", "grunn"})
_BEGRUNNELSE = "begrunnelse"

_HELP_PRIVATE = "Fjern nøkkelen. Det som er lagt i git, blir liggende i historikken også etter at det er slettet."


def check(adapter: TypeAdapter[T], type_: Any, value: Any, find: Finder) -> tuple[T | None, list[Finding]]:
    """The model, or None and one finding for each mistake."""
    try:
        return adapter.validate_python(value), []
    except ValidationError as problem:
        errors = problem.errors(include_url=False)[:MAX_PROBLEMS]  # nobody reads on, and each costs a search
        return None, list(_findings(errors, type_, value, find))


def _findings(errors: Sequence[ErrorDetails], type_: Any, value: Any, find: Finder) -> Iterator[Finding]:
    """One finding a place: a value that fits none of several forms is one mistake, and so is a key that is misspelt."""
    seen: set[tuple[int, int]] = set()
    misspelt = {(*error["loc"][:-1], _meant(error["loc"], type_)) for error in errors if error["type"] in _UNKNOWN_KEY}
    for error in errors:
        if error["type"] == "missing" and error["loc"] in misspelt:
            continue
        finding = _finding(error, type_, value, find)
        spot = (finding.location.line, finding.location.column)
        if spot not in seen or finding.rule is les.MANGLER_NOEKKEL:
            seen.add(spot)
            yield finding


def _finding(error: ErrorDetails, type_: Any, value: Any, find: Finder) -> Finding:
    if error["type"] in _UNKNOWN_KEY:
        return _unknown_key(error["loc"], type_, find)
    if error["type"] == "missing":
        return _missing_key(error["loc"], find)
    if error["loc"][-1:] == ("[key]",):
        return wrong_id(error["loc"][:-1], find)
    message = _MESSAGES.get(error["type"], _own_words)(error)
    key = _last_key(value, error["loc"])
    text = f"«{key}»: {message}" if key else message
    return les.finding(les.FEIL_VERDI, find(error["loc"], False), text, *map(str, error["loc"]))


def _last_key(value: Any, loc: Sequence[str | int]) -> str | None:
    """The last key on the way that somebody wrote: a bare value stands for an entry whose key is not there."""
    key = None
    for step in loc:
        if isinstance(value, dict) and step in value:
            key, value = str(step), value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
    return key


def wrong_id(loc: tuple[str | int, ...], find: Finder) -> Finding:
    """The key at `loc` names something of the user's own, but cannot be an id."""
    guess = kebab(str(loc[-1]))
    return les.finding(
        les.FEIL_VERDI,
        find(loc, True),
        f"«{loc[-1]}» er ikke en id: bare a–z, 0–9 og bindestrek (æ=ae, ø=oe, å=aa)",
        *map(str, loc),
        help=f"Mente du «{guess}»?" if guess else "Gi den et navn med slike tegn.",
    )


def _meant(loc: tuple[str | int, ...], type_: Any) -> str | None:
    """The key that an unknown one probably was meant to be."""
    return closest(str(loc[-1]), keys_at(type_, loc[:-1]))


def _unknown_key(loc: tuple[str | int, ...], type_: Any, find: Finder) -> Finding:
    key = str(loc[-1])
    known = keys_at(type_, loc[:-1])
    word = kebab(key).replace("-", "")
    has_reason = word in _WHY and _BEGRUNNELSE in known
    if word in PRIVATE | _WHY and not has_reason:
        return les.finding(
            les.PRIVAT, find(loc, True), f"«{key}» hører ikke hjemme i git", *map(str, loc), help=_HELP_PRIVATE
        )
    guess = _BEGRUNNELSE if has_reason else _meant(loc, type_)
    help_ = f"Mente du «{guess}»?" if guess else "Kjente nøkler her: " + ", ".join(known) + "."
    return les.finding(les.UKJENT_NOEKKEL, find(loc, True), f"ukjent nøkkel «{key}»", *map(str, loc), help=help_)


def _missing_key(loc: tuple[str | int, ...], find: Finder) -> Finding:
    where = f" under «{loc[-2]}»" if len(loc) > 1 and isinstance(loc[-2], str) else ""
    return les.finding(
        les.MANGLER_NOEKKEL,
        find(loc[:-1], True),
        f"nøkkelen «{loc[-1]}» mangler{where}",
        *map(str, loc),
        help=f"Legg til «{loc[-1]}:» med en verdi.",
    )


_NO_VALUE = "her mangler verdien"


def _own_words(error: ErrorDetails) -> str:
    return error["msg"]


def _one_of(error: ErrorDetails) -> str:
    words = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    given = error["input"]
    if not isinstance(given, str):
        return f"her skal det stå ett ord, ikke {navn_paa_slag(given)}"
    if not given:
        return f"{_NO_VALUE}; skriv {oppramsing(words, 'eller')}"
    guess = closest(given, words)
    hint = f"mente du «{guess}»?" if guess else "skriv " + oppramsing(words, "eller")
    return f"«{given}» er ikke en lovlig verdi; {hint}"


def _expected(what: str) -> Callable[[ErrorDetails], str]:
    def message(error: ErrorDetails) -> str:
        given = error["input"]
        if given == "":
            return _NO_VALUE
        shown = f"«{given}»" if isinstance(given, str) else navn_paa_slag(given)
        return f"her skal det stå {what}, ikke {shown}"

    return message


_LETTERS = "bare a–z, 0–9 og bindestrek (æ=ae, ø=oe, å=aa)"
#: Each with what it is, and what it is made of.
_PATTERNS = {
    IDMOENSTER: ("en id", _LETTERS),
    ORDMOENSTER: ("et ord i formatet", _LETTERS),
    FINGERAVTRYKKMOENSTER: ("et fingeravtrykk", "16 tegn av 0–9 og a–f, som `ehelse mandat diff` viser"),
}


def _pattern(error: ErrorDetails) -> str:
    """Empty text; or an id with letters that ids do not have."""
    what = _PATTERNS.get(error.get("ctx", {}).get("pattern", ""))
    given = str(error["input"])
    if what is None or not given.strip():
        return _NO_VALUE
    return f"«{given}» er ikke {what[0]}: {what[1]}"


_MESSAGES: dict[str, Callable[[ErrorDetails], str]] = {
    "literal_error": _one_of,
    "model_type": _expected("nøkler under"),
    "model_attributes_type": _expected("nøkler under"),
    "dict_type": _expected("nøkler under"),
    "tuple_type": _expected("en liste"),
    "list_type": _expected("en liste"),
    "string_type": _expected("én verdi"),
    "string_pattern_mismatch": _pattern,
}
