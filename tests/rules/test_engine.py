"""The engine: no rule hides another, practice warns at most, order and fingerprints do not hang on lines or keys."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import ehelse_cli.rules
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding, Hit, RuleInfo, Severity, Source
from ehelse_cli.core.place import Location
from ehelse_cli.rules.catalogue import CATALOGUE, RULES
from ehelse_cli.rules.engine import About, Rule, judge
from tests.rules.raad import DAG, FORUM, MANDAT, MOETE, findings, raad, read
from tests.trees import load_clean


def rule(code: str, *hits: Hit, about: About = "forum", severity: Severity = Severity.FEIL) -> Rule:
    return Rule(RuleInfo(code, code.lower(), severity, Source.MANDAT), about, lambda _data, _dag: hits)


def hit(line: int, column: int = 1, path: str = "data/a.yaml", **more: object) -> Hit:
    return Hit("noe er galt", Location(path, line, column, line, column + 1), (str(line),), **more)  # type: ignore[arg-type]


def crashes(_data: Dataset, _dag: date) -> Iterator[Hit]:
    yield hit(1)
    raise KeyError("nehr")


def test_a_rule_that_crashes_hides_no_other() -> None:
    broken = Rule(RuleInfo("XXX002", "krasjer", Severity.FEIL, Source.FORMAT), "forum", crashes)
    outcome = judge((), Dataset(), DAG, (rule("XXX001", hit(1)), broken, rule("XXX003", hit(2))))
    assert [finding.rule.code for finding in outcome.findings] == ["XXX001", "XXX003"]
    assert [crash.rule.code for crash in outcome.crashes] == ["XXX002"]
    assert outcome.crashes[0].error.startswith("KeyError i ")
    assert "nehr" not in outcome.crashes[0].error


def test_a_crash_is_told_where_it_happened() -> None:
    def inner() -> Hit:
        raise KeyError

    deep = Rule(RuleInfo("XXX001", "x", Severity.FEIL, Source.FORMAT), "forum", lambda _data, _dag: [inner()])
    (crash,) = judge((), Dataset(), DAG, (deep,)).crashes
    assert crash.error.startswith("KeyError i inner, linje ")


def test_the_readers_findings_come_with_the_rules() -> None:
    form = Finding.of(RuleInfo("LES101", "ugyldig-yaml", Severity.FEIL, Source.FORMAT), hit(5))
    outcome = judge([form], Dataset(), DAG, (rule("XXX001", hit(9), hit(1)),))
    assert [finding.location.line for finding in outcome.findings] == [1, 5, 9]


def test_findings_stand_by_path_line_column_and_code() -> None:
    later = rule("XXX002", hit(2, path="data/b.yaml"), hit(1, 5), hit(1, 3), hit(1, 1))
    outcome = judge((), Dataset(), DAG, (later, rule("XXX001", hit(1, 1))))
    order = [(finding.location.path, finding.location.column, finding.rule.code) for finding in outcome.findings]
    assert order == [
        ("data/a.yaml", 1, "XXX001"),
        ("data/a.yaml", 1, "XXX002"),
        ("data/a.yaml", 3, "XXX002"),
        ("data/a.yaml", 5, "XXX002"),
        ("data/b.yaml", 1, "XXX002"),
    ]


@pytest.mark.parametrize(
    ("source", "severity", "expected"),
    [
        (Source.PRAKSIS, None, Severity.ADVARSEL),
        (Source.PRAKSIS, Severity.FEIL, Severity.ADVARSEL),
        (Source.PRAKSIS, Severity.MERKNAD, Severity.MERKNAD),
        (Source.LOV, None, Severity.FEIL),
        (None, Severity.ADVARSEL, Severity.ADVARSEL),
        (None, None, Severity.FEIL),
    ],
)
def test_practice_warns_at_most(source: Source | None, severity: Severity | None, expected: Severity) -> None:
    outcome = judge((), Dataset(), DAG, (rule("XXX001", hit(1, source=source, severity=severity)),))
    assert outcome.findings[0].severity is expected


def test_a_rule_that_met_nothing_is_named() -> None:
    data = load_clean({"forum/raad.yaml": "navn: Rådet\n"})
    outcome = judge((), data, DAG, (rule("XXX001"), rule("XXX002", about="moete"), rule("XXX003", about="mandat")))
    assert [info.code for info in outcome.idle] == ["XXX002", "XXX003"]


def test_no_code_is_used_twice() -> None:
    assert len({info.code for info in CATALOGUE}) == len({info.name for info in CATALOGUE}) == len(CATALOGUE)


# --- fingerprints

WRONG = raad(
    """
    sammensetning: {seter: 4}
    frister:
      - {id: innkalling, frist: 3 uker foer moetet}
    """,
    moete="""
    tid: 2026-03-12
    innkalt: 2026-03-01
    fremmoete:
      medlemmer:
        - Kari Moen
        - {navn: Geir Aune, virksomhet: ukjent-etat}
      forfall: [Ola Sandvik]
    """,
)


def fingerprints(files: dict[str, str]) -> set[tuple[str, str]]:
    return {(finding.rule.code, finding.fingerprint) for finding in findings(files)}


def test_the_tree_of_these_tests_is_full_of_mistakes() -> None:
    assert {code for code, _ in fingerprints(WRONG)} == {"MED401", "MOT503", "MOT504", "MOT506"}


def test_a_fingerprint_holds_when_lines_move() -> None:
    moved = {path: text.replace("---\n", "---\n# en kommentar\n\n", 1) for path, text in WRONG.items()}
    moved[FORUM] = "# en kommentar\n\n" + WRONG[FORUM]
    assert fingerprints(moved) == fingerprints(WRONG)


def test_a_fingerprint_holds_when_keys_change_places() -> None:
    lines = WRONG[MOETE].splitlines(keepends=True)
    turned = "".join([lines[0], *lines[3:-1], lines[2], lines[1], lines[-1]])
    assert turned != WRONG[MOETE]
    assert fingerprints(WRONG | {MOETE: turned}) == fingerprints(WRONG)


def test_a_fingerprint_holds_when_the_indent_changes() -> None:
    wider = WRONG[MOETE].replace("  medlemmer:", "    medlemmer:").replace("    - ", "        - ")
    wider = wider.replace("  forfall", "    forfall")
    assert wider != WRONG[MOETE]
    assert fingerprints(WRONG | {MOETE: wider}) == fingerprints(WRONG)


def test_a_fingerprint_holds_when_rows_change_places() -> None:
    lines = WRONG[FORUM].splitlines(keepends=True)
    assert fingerprints(WRONG | {FORUM: "".join([*lines[:-2], lines[-1], lines[-2]])}) == fingerprints(WRONG)


def test_another_mistake_has_another_fingerprint() -> None:
    other = WRONG | {MOETE: WRONG[MOETE].replace("Geir Aune", "Unni Vik")}
    assert len(fingerprints(other) ^ fingerprints(WRONG)) == 2


def test_the_same_mistake_in_two_places_is_two() -> None:
    for files in (WRONG, WRONG | {"moeter/raad/2026-m2.md": WRONG[MOETE].replace("2026-03", "2026-05")}):
        found = findings(files)
        assert len({finding.fingerprint for finding in found}) == len(found)


# --- broken files

BROKEN = ["tid: [", "tid: 2026-13-40\n", "utfall: {\n"]


@pytest.mark.parametrize("text", BROKEN)
@pytest.mark.parametrize("path", [FORUM, MANDAT, MOETE])
def test_a_file_that_can_not_be_read_is_one_mistake(path: str, text: str) -> None:
    """Nothing that stands on the file is judged, and nothing that names it is wrong."""
    files = raad(moete="tid: 2026-03-12") | {
        path: text if path == FORUM else f"---\n{text}\n---\n",
        "aarshjul/2026.yaml": "forum: [raad]\nbehandlet: raad-2026-m1\n",
    }
    found = findings(files)
    assert {finding.location.path for finding in found} == {f"data/{path}"}
    assert {finding.rule.code[:3] for finding in found} == {"LES"}


# --- what a rule may know

FORBIDDEN_MODULES = {
    "git",
    "os",
    "pathlib",
    "io",
    "shutil",
    "subprocess",
    "tempfile",
    "time",
    "random",
    "socket",
    "sys",
}
FORBIDDEN_CALLS = {"today", "now", "utcnow", "open", "input", "print", "eval", "exec", "__import__", "fromtimestamp"}
SOURCES = sorted(Path(ehelse_cli.rules.__file__).parent.glob("*.py"))


def modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_no_rule_reads_the_clock_the_disk_or_git(source: Path) -> None:
    tree = ast.parse(source.read_text("utf-8"))
    assert not FORBIDDEN_MODULES & set(modules(tree))
    assert not FORBIDDEN_CALLS & set(calls(tree))


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.info.code)
def test_a_rule_says_the_same_twice(one: Rule) -> None:
    data = read(WRONG).dataset
    assert list(one.check(data, DAG)) == list(one.check(data, DAG))
