"""Exceptions: each takes away exactly what it names, where it stands, and nothing wrong with it goes unsaid."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.finding import Finding, Hit, RuleInfo, Severity, Source
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import Rule, judge
from tests.rules.raad import DAG, FORUM, MANDAT, MOETE, TRE, codes, findings, raad, read

#: A tree with mistakes of many kinds in several files, as block and as flow.
WRONG = raad(
    """
    sammensetning: {seter: 4}
    frister:
      - {id: innkalling, frist: 3 uker foer moetet}
      - id: saksdokumenter
        frist: 2 uker foer moetet
    """,
    forum=TRE
    + """stedfortredere:
  - navn: Tor Aas
    for: ukjent-gruppe
    periode: 2024-01-01
""",
    moete="""
    tid: 2026-03-12
    innkalt: 2026-03-01
    papirer_ute: 2026-03-10
    fremmoete:
      medlemmer:
        - Kari Moen
        - navn: Geir Aune
          virksomhet: ukjent-etat
      forfall: [Ola Sandvik]
    """,
    andre={"saker/raad/2026-01.md": "---\ntittel: En\nsakseiere: [ikke-til]\nfra_sak: [raad-2019-1]\n---\n\nTekst\n"},
)
WRONG = {path: text.lstrip() for path, text in WRONG.items()}
FOUND = findings(WRONG)
PLACES = st.sampled_from(FOUND)


def with_comment(
    files: dict[str, str], finding: Finding, *, alone: bool, code: str = "", tail: str = ""
) -> dict[str, str]:
    """The tree with an exception at the line of the finding, or above it."""
    path = finding.location.path.removeprefix("data/")
    lines = files[path].split("\n")
    at = finding.location.line - 1
    comment = f"# ehelse: unntak {code or finding.rule.code} -- vedtatt av rådet, sak 12/2026{tail}"
    if alone:
        indent = len(lines[at]) - len(lines[at].lstrip())
        lines.insert(at, " " * indent + comment)
    else:
        lines[at] += f"  {comment}"
    return files | {path: "\n".join(lines)}


def prints(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return sorted((one.rule.code, one.fingerprint) for one in found)


def test_the_tree_is_full_of_mistakes() -> None:
    assert len(FOUND) >= 7
    assert len({one.rule.code for one in FOUND}) >= 6


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("finding", FOUND, ids=lambda one: f"{one.rule.code}-{one.location.line}")
def test_an_exception_where_a_finding_is_takes_that_one_away(finding: Finding, alone: bool) -> None:
    left = findings(with_comment(WRONG, finding, alone=alone))
    assert prints(left) == prints(tuple(one for one in FOUND if one is not finding))


@given(finding=PLACES, other=PLACES, alone=st.booleans())
def test_an_exception_takes_away_no_other_rules_findings(finding: Finding, other: Finding, alone: bool) -> None:
    """Whatever line it stands at, what is missing afterwards has its code, and else nothing is changed."""
    left = findings(with_comment(WRONG, finding, alone=alone, code=other.rule.code))
    own = [one for one in left if one.rule.code[:3] == "UNN"]
    gone = set(prints(FOUND)) - set(prints(left))
    assert {code for code, _ in gone} <= {other.rule.code}
    assert [one.rule.code for one in own] == ([] if gone else ["UNN003"])
    assert len(left) == len(FOUND) - len(gone) + len(own)


@given(
    path=st.sampled_from([FORUM, MANDAT, MOETE]),
    share=st.floats(0, 1, exclude_max=True),
    alone=st.booleans(),
    code=st.sampled_from(sorted({one.rule.code for one in FOUND})),
)
def test_wherever_a_comment_stands_it_is_used_unused_or_at_nothing(
    path: str, share: float, alone: bool, code: str
) -> None:
    lines = WRONG[path].split("\n")
    first = 1 if path == FORUM else 2
    last = len(lines) - 1 if path == FORUM else len(lines) - 2
    at = first + int(share * (last - first))
    comment = f"# ehelse: unntak {code} -- grunn"
    text = (
        [*lines[:at], comment, *lines[at:]] if alone else [*lines[: at - 1], f"{lines[at - 1]}  {comment}", *lines[at:]]
    )
    if not alone and at - 1 < first - 1 + (path != FORUM):
        return
    left = findings(WRONG | {path: "\n".join(text)})
    own = [one.rule.code for one in left if one.rule.code[:3] == "UNN"]
    gone = set(prints(FOUND)) - set(prints(left))
    assert {one for one, _ in gone} <= {code}
    assert own in ([], ["UNN003"], ["UNN005"])
    assert bool(own) != bool(gone)


# --- what is wrong with exceptions


def late(comment: str, innkalt: str = "2026-03-01") -> dict[str, str]:
    return raad(
        "frister: [{id: innkalling, frist: 3 uker foer moetet}]",
        "navn: Rådet\n",
        moete=f"tid: 2026-03-12\ninnkalt: {innkalt}  {comment}",
    )


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("", ["MOT504"]),
        ("# ehelse: unntak MOT504 -- sak 1/2026", []),
        ("# ehelse: unntak MOT504 -- sak 1/2026 (til 2026-11-23)", []),
        ("# ehelse: unntak MOT504 -- sak 1/2026 (til 2026-11-22)", ["MOT504", "UNN004"]),
        ("# ehelse: unntak MOT505 -- sak 1/2026 (til 2026-11-22)", ["MOT504", "UNN004"]),
        ("# ehelse: unntak MOT504", ["UNN001"]),
        ("# ehelse: unntak MOT505 -- sak 1/2026", ["MOT504", "UNN003"]),
        ("# ehelse: unntak MOT504, MOT505 -- sak 1/2026", ["UNN003"]),
        ("# ehelse: unntak MOT999 -- sak 1/2026", ["MOT504", "UNN002"]),
        ("# ehelse: unntak mot504 -- sak 1/2026", ["MOT504", "UNN002"]),
        ("# ehelse: unntak MOT504 sak 1/2026", ["MOT504", "UNN005"]),
        ("# ehelse: unntak LES101 -- sak 1/2026", ["MOT504", "UNN006"]),
        ("# ehelse: unntak LES999 -- sak 1/2026", ["MOT504", "UNN002"]),
        ("# ehelse: unntak UNN003, MOT504 -- sak 1/2026", ["UNN006"]),
        ("# ehelse: unntak MOT504 -- a  # ehelse: unntak MOT504 -- b", []),
    ],
)
def test_each_mistake_is_one_finding(comment: str, expected: list[str]) -> None:
    assert codes(late(comment)) == expected


@pytest.mark.parametrize(("given_", "meant"), [("MOT54", "MOT504"), ("mot504", "MOT504"), ("sen-innkaling", "MOT504")])
def test_the_code_that_was_meant_is_named(given_: str, meant: str) -> None:
    found = findings(late(f"# ehelse: unntak {given_} -- sak 1/2026"))
    assert f"Mente du «{meant}»" in next(one.help for one in found if one.rule.code == "UNN002")


def test_a_finding_stands_at_its_code_in_the_comment() -> None:
    (found,) = findings(late("# ehelse: unntak MOT504, MOT505 -- sak 1/2026"))
    assert str(found.location) == "data/moeter/raad/2026-m1.md:3:47"
    assert "MOT505" in found.message
    assert found.help.startswith("Slett koden,")


def test_the_day_that_is_judged_decides_what_is_over() -> None:
    files = late("# ehelse: unntak MOT504 -- sak 1/2026 (til 2026-06-30)")
    assert codes(files, date(2026, 6, 30)) == []
    assert codes(files, date(2026, 7, 1)) == ["MOT504", "UNN004"]


def test_an_exception_from_what_can_not_be_judged_is_not_unused() -> None:
    files = late("# ehelse: unntak MOT504 -- sak 1/2026")
    assert codes(files | {MANDAT: "---\nforum: [\n---\n"}) == ["LES101"]


def test_in_a_file_that_can_not_be_read_nothing_is_said_of_exceptions() -> None:
    assert codes(late("# ehelse: unntak MOT999\nukjent: x")) == ["LES102"]


def test_a_rule_that_was_not_asked_or_stopped_makes_no_exception_unused() -> None:
    loaded = read(late("# ehelse: unntak MOT504 -- sak 1/2026", "2026-02-01"))

    def stop(*_: object) -> list[Hit]:
        raise ValueError("x")

    stopped = Rule(RuleInfo("MOT504", "x", Severity.FEIL, Source.MANDAT), "moete", stop)
    assert [one.rule.code for one in judge((), loaded.dataset, DAG, RULES).findings] == ["UNN003"]
    assert judge((), loaded.dataset, DAG, (stopped,)).findings == ()
    assert judge((), loaded.dataset, DAG, ()).findings == ()


@pytest.mark.parametrize("code", ["LES199", "PUB999", "UNN099"])
def test_from_some_rules_nothing_is_excepted(code: str) -> None:
    """Neither is the finding taken away, nor is the exception called unused: one mistake is one finding."""
    data = read({"saker/raad/2026-01.md": f"---\ntittel: En  # ehelse: unntak {code} -- grunn\n---\n"}).dataset
    hit = Hit("x", data.place("raad-2026-1", "tittel"), ("x",))
    info = RuleInfo(code, "x", Severity.FEIL, Source.FORMAT)
    speaks = Rule(info, "sak", lambda _data, _dag: [hit])
    silent = Rule(info, "sak", lambda _data, _dag: [])
    assert [one.rule.code for one in judge((), data, DAG, (speaks,)).findings] == [code]
    assert judge((), data, DAG, (silent,)).findings == ()


def test_the_outcome_tells_what_each_exception_took_away() -> None:
    loaded = read(late("# ehelse: unntak MOT504 -- sak 1/2026"))
    (bruk,) = judge((), loaded.dataset, DAG, RULES).unntak
    assert [one.rule.code for one in bruk.funn] == ["MOT504"]
    assert bruk.gjelder


def test_a_finding_about_the_whole_head_is_excepted_at_its_first_line() -> None:
    loaded = read(
        {"saker/raad/2026-01.md": "---\ntittel: En  # ehelse: unntak XXX001 -- grunn\nsakseiere: [ks]\n---\n"}
    )
    hit = Hit("x", loaded.dataset.place("raad-2026-1"), ("x",))
    key = Hit("x", loaded.dataset.place("raad-2026-1", "sakseiere"), ("y",))
    rule = Rule(RuleInfo("XXX001", "x", Severity.FEIL, Source.FORMAT), "sak", lambda _data, _dag: (hit, key))
    assert [one.location.line for one in judge((), loaded.dataset, DAG, (rule,)).findings] == [3]


def test_in_the_text_below_the_head_too() -> None:
    body = "## Del\n\nTekst\n\n## Neste <!-- ehelse: unntak XXX001 -- grunn -->\n\nMer tekst\n"
    data = read({"saker/raad/2026-01.md": f"---\ntittel: En\n---\n\n{body}"}).dataset
    places = [data.place_in_body("raad-2026-1", line) for line in range(1, 8)]
    rule = Rule(
        RuleInfo("XXX001", "x", Severity.FEIL, Source.FORMAT),
        "sak",
        lambda _data, _dag: [Hit("x", place, (str(place),)) for place in places],
    )
    assert [one.location.line for one in judge((), data, DAG, (rule,)).findings] == [5, 6, 7, 8]
    assert "ehelse" not in data.saker["raad-2026-1"].tekst


def test_in_another_file_nothing_is_covered() -> None:
    files = late("") | {
        "moeter/raad/2026-m2.md": late("# ehelse: unntak MOT504 -- grunn")[MOETE].replace("2026-0", "2025-0")
    }
    assert [one.location.path for one in findings(files)] == [f"data/{MOETE}"]
