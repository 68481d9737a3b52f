"""Whole small trees: every mistake told once at its place, nothing hidden by another, and disk and git alike."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ehelse_cli.load.dataset import Loaded, load
from ehelse_cli.load.git import open_revision
from ehelse_cli.load.tree import DiskTree
from tests.trees import load_clean, load_tree, shown, text_at

Files = Mapping[str, str | bytes]

FORUM = "navn: Rådet\nsaksnummer: N/AAAA\n"
MANDAT = "---\nforum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\n---\n## Formål\n"
MOETE = "---\ntid: 2024-11-27 10:00-15:00\nsaksliste:\n  - {sak: 1/2024}\n---\n## Sak 1/2024\n"
SAK = "---\ntittel: Veikart\n---\nTekst.\n"
VIRKSOMHETER = "ks: {navn: KS}\nnhn: {navn: Norsk helsenett}\n"
TRE: dict[str, str | bytes] = {
    "datasett.yaml": "eksempel: ja\ndag: 2026-11-23\n",
    "virksomheter.yaml": VIRKSOMHETER,
    "personer.yaml": "- {navn: Berit Nyvik, tidligere: Berit Granlund, byttet: 2023-08-01}\n",
    "forum/raad.yaml": FORUM,
    "mandater/raad/2024-01-01.md": MANDAT,
    "moeter/raad/2024-m1.md": MOETE,
    "saker/raad/2024-01.md": SAK,
    "saker/raad/2024-01/tall.csv": b"\xff\xfe",
    "saker/raad/koe/plan.md": SAK,
    "aarshjul/2024.yaml": "hendelser: []\n",
}


def told(files: Files) -> list[tuple[str, str, str]]:
    """Code, what the finding points at, message and help."""
    return [
        (one.rule.code, text_at(files, one.location), f"{one.message} {one.help}") for one in load_tree(files).findings
    ]


# --- a whole tree


def test_a_whole_tree_is_read_into_one_dataset() -> None:
    loaded = load_tree(TRE)
    data = loaded.dataset
    assert (loaded.findings, loaded.files) == ((), 9)
    assert data.datasett.er_eksempel
    assert list(data.virksomheter) == ["ks", "nhn"]
    assert [person.tidligere for person in data.personer] == ["Berit Granlund"]
    assert (list(data.forum), list(data.mandater), list(data.moeter)) == (
        ["raad"],
        ["raad@2024-01-01"],
        ["raad-2024-m1"],
    )
    assert sorted(data.saker) == ["raad-2024-1", "raad-koe-plan"]
    assert list(data.aarshjul) == ["aarshjul-2024"]
    assert data.attachments == {"data/saker/raad/2024-01/tall.csv"}
    assert data.broken == frozenset()


def test_the_body_and_the_head_as_read_come_along() -> None:
    data = load_clean(TRE)
    assert data.moeter["raad-2024-m1"].tekst == "## Sak 1/2024\n"
    assert data.mandater["raad@2024-01-01"].hode["gjelder_fra"] == "2024-01-01"


def test_an_empty_tree_is_an_empty_dataset() -> None:
    loaded = load_tree({})
    assert (loaded.findings, loaded.files, loaded.dataset.ider) == ((), 0, ())


def test_what_is_exempt_is_never_opened() -> None:
    loaded = load_tree({**TRE, "skjermet/saker/raad/2024-01.md": "hemmelig", "Skjermet/x": "hemmelig"})
    assert list(content(loaded)) == list(content(load_tree(TRE)))


@pytest.mark.parametrize("change", ["crlf", "bom", "nfd"])
def test_line_ends_and_marks_of_the_editor_change_nothing(change: str) -> None:
    def changed(text: str | bytes) -> bytes:
        raw = text if isinstance(text, bytes) else text.encode()
        if change == "crlf":
            return raw.replace(b"\n", b"\r\n")
        return b"\xef\xbb\xbf" + raw if change == "bom" else raw.replace("å".encode(), "å".encode())

    files = {path: text if path.endswith(".csv") else changed(text) for path, text in TRE.items()}
    loaded = load_tree(files)
    assert [shown(finding) for finding in loaded.findings] == []
    assert loaded.dataset.forum == load_clean(TRE).forum
    assert loaded.dataset.moeter["raad-2024-m1"].tid == load_clean(TRE).moeter["raad-2024-m1"].tid


def test_places_are_right_with_carriage_returns() -> None:
    files = {"saker/raad/2024-01.md": b"---\r\ntittel: X\r\nfase: forming\r\nsakstype: rad\r\n---\r\n"}
    assert told(files) == [("LES104", "rad", "«sakstype»: «rad» er ikke en lovlig verdi; mente du «raad»? ")]
    (finding,) = load_tree(files).findings
    assert (finding.location.line, finding.location.column) == (4, 11)


# --- one mistake, one finding, at its place

MEDLEM = FORUM + "medlemmer:\n  - navn: Kari Moen\n    %s\n"
PUNKT = "---\ntid: 2024-11-27\nsaksliste:\n  - sak: 1/2024\n    %s\n---\n"
LANG = "---\nforum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\nsammensetning:\n  verdi: %s\n---\n"
HODE = "---\ntittel: X\n%s\n---\n"


@pytest.mark.parametrize(
    ("path", "text", "code", "place", "words"),
    [
        # keys
        ("forum/raad.yaml", FORUM + "møtedato: x\n", "LES102", "møtedato", "ukjent nøkkel «møtedato»"),
        ("forum/raad.yaml", FORUM + "målform: nn\n", "LES102", "målform", "Mente du «maalform»?"),
        ("forum/raad.yaml", MEDLEM % "rollen: leder", "LES102", "rollen", "Mente du «rolle»?"),
        ("forum/raad.yaml", MEDLEM % "epost: x@y.no", "LES112", "epost", "«epost» hører ikke hjemme i git"),
        ("forum/raad.yaml", MEDLEM % "Fødselsnummer: x", "LES112", "Fødselsnummer", "hører ikke hjemme i git"),
        ("forum/raad.yaml", "nvan: Rådet\n", "LES102", "nvan", "Mente du «navn»?"),
        ("forum/raad.yaml", "kort: R\n", "LES105", "kort: R", "nøkkelen «navn» mangler"),
        ("forum/raad.yaml", FORUM + "navn: X\n", "LES103", "navn", "står også på linje 1"),
        ("forum/raad.yaml", FORUM + "stedfortredere:\n  - navn: A\n", "LES105", "navn: A", "nøkkelen «for» mangler"),
        ("moeter/raad/2024-m1.md", "---\nform: hybrid\n---\n", "LES105", "form: hybrid", "nøkkelen «tid» mangler"),
        ("moeter/raad/2024-m1.md", PUNKT % "utfal: utsatt", "LES102", "utfal", "Mente du «utfall»?"),
        (
            "virksomheter.yaml",
            "ks: {navn: [{fra: 2020-01-01, verd: KS}]}\n",
            "LES102",
            "verd",
            "Mente du «verdi»?",
        ),
        (
            "virksomheter.yaml",
            "ks: {navn: [{fra: 2020-01-01, verdi: KS, til: 2021-01-01}]}\n",
            "LES102",
            "til",
            "Kjente nøkler her: verdi, fra.",
        ),
        # values
        ("forum/raad.yaml", MEDLEM % "rolle: ledr", "LES104", "ledr", "mente du «leder»?"),
        ("forum/raad.yaml", MEDLEM % "rolle: sjef", "LES104", "sjef", "skriv leder, nestleder, medlem"),
        ("forum/raad.yaml", MEDLEM % "rolle:", "LES104", "", "her mangler verdien; skriv leder"),
        ("forum/raad.yaml", MEDLEM % "rolle: [leder]", "LES104", "[leder]", "her skal det stå ett ord, ikke en liste"),
        ("forum/raad.yaml", MEDLEM % "virksomhet: Oslo kommune", "LES104", "Oslo kommune", "er ikke en id"),
        ("forum/raad.yaml", MEDLEM % "virksomhet:", "LES104", "", "her mangler verdien"),
        ("forum/raad.yaml", MEDLEM % "periode: 2025-13-40", "LES104", "2025-13-40", "finnes ikke i kalenderen"),
        ("forum/raad.yaml", MEDLEM % "periode: 1.1.2025", "LES104", "1.1.2025", "Skriv år-måned-dag"),
        (
            "forum/raad.yaml",
            MEDLEM % "periode: 2025-01-01/2024-01-01",
            "LES104",
            "2025-01-01/2024-01-01",
            "slutter før",
        ),
        ("forum/raad.yaml", MEDLEM % "foedt: 19_70", "LES104", "19_70", "er ikke et helt tall"),
        ("forum/raad.yaml", MEDLEM % "oppnevnt: ks", "LES104", "ks", "her skal det stå nøkler under, ikke «ks»"),
        ("forum/raad.yaml", FORUM + "medlemmer: Kari\n", "LES104", "Kari", "her skal det stå en liste, ikke «Kari»"),
        (
            "forum/raad.yaml",
            FORUM + "medlemmer: {a: b}\n",
            "LES104",
            "{a: b}",
            "her skal det stå en liste, ikke nøkler",
        ),
        (
            "forum/raad.yaml",
            FORUM + "medlemmer: [[Kari]]\n",
            "LES104",
            "[Kari]",
            "her skal det stå nøkler under, ikke en",
        ),
        ("forum/raad.yaml", FORUM + "ord: [Råd]\n", "LES104", "[Råd]", "her skal det stå nøkler under, ikke en liste"),
        ("forum/raad.yaml", FORUM + "praksis: {innkalling: i god tid}\n", "LES104", "i god tid", "er ikke en frist"),
        ("forum/raad.yaml", "navn: [A, B]\n", "LES104", "[A, B]", "her skal det stå én verdi, eller rader med «fra»"),
        (
            "virksomheter.yaml",
            "ks: {navn: KS, orgnr: 123456789}\n",
            "LES104",
            "123456789",
            "er ikke et organisasjonsnummer",
        ),
        ("datasett.yaml", "eksempel: yes\n", "LES104", "yes", "skriv ja eller nei"),
        ("moeter/raad/2024-m1.md", "---\ntid: i morgen\n---\n", "LES104", "i morgen", "er ikke en møtetid"),
        (
            "moeter/raad/2024-m1.md",
            "---\ntid: 2024-11-27 15:00-10:00\n---\n",
            "LES104",
            "2024-11-27 15:00-10:00",
            "slutter før",
        ),
        (
            "moeter/raad/2024-m1.md",
            "---\ntid: [2024-11-28, 2024-11-27]\n---\n",
            "LES104",
            "[2024-11-28, 2024-11-27]",
            "rekkefølge",
        ),
        ("moeter/raad/2024-m1.md", PUNKT % 'kl: "25:00"', "LES104", '"25:00"', "er ikke et klokkeslett"),
        ("moeter/raad/2024-m1.md", PUNKT % "minutter: et kvarter", "LES104", "et kvarter", "skriv 20 eller 15+45"),
        ("moeter/raad/2024-m1.md", PUNKT % "votering: 12 mot 3", "LES104", "12 mot 3", ""),
        ("moeter/raad/2024-m1.md", PUNKT % "vedtak: {text: X}", "LES102", "text", "Mente du «tekst»?"),
        (
            "moeter/raad/2024-m1.md",
            "---\ntid: 2024-11-27\nsaksliste: [{minutter: 5}]\n---\n",
            "LES104",
            "{minutter: 5}",
            "sier ikke hva det er",
        ),
        ("saker/raad/2024-01.md", HODE % "fase: uttredning", "LES104", "uttredning", "mente du «utredning»?"),
        ("saker/raad/2024-01.md", HODE % "skjerming: {omfang: Hele, hjemmel: x}", "LES104", "Hele", "mente du «hele»?"),
        (
            "saker/raad/2024-01.md",
            HODE % "vedlegg: [{tittel: X, publiseres: Nei}]",
            "LES104",
            "Nei",
            "verken ja eller nei",
        ),
        (
            "aarshjul/2024.yaml",
            "hendelser: [{tittel: X, slag: anker, dato: 2024-1}]\n",
            "LES104",
            "2024-1",
            "er ikke en dato",
        ),
        # inside a lone value, and inside a long form
        (
            "saker/raad/2024-01.md",
            HODE % "framlegges_av: {navn: X, epots: y}",
            "LES102",
            "epots",
            "ukjent nøkkel «epots»",
        ),
        (
            "saker/raad/2024-01.md",
            HODE % "framlegges_av:\n  virksomhet: nhn",
            "LES105",
            "virksomhet: nhn",
            "«navn» mangler",
        ),
        ("mandater/raad/2024-01-01.md", LANG % "{seter: 7, sete: 8}", "LES102", "sete", "Mente du «seter»?"),
        (
            "mandater/raad/2024-01-01.md",
            LANG % "{grupper: {verdi: [{id: a}, {id: b, antall: ni}]}}",
            "LES104",
            "ni",
            "mengde",
        ),
        # heads against paths
        ("mandater/nuit/2024-01-01.md", MANDAT, "LES113", "raad", "filen ligger under nuit, men sier «forum: raad»"),
        (
            "mandater/raad/2025-01-01.md",
            MANDAT,
            "LES113",
            "2024-01-01",
            "filen heter 2025-01-01, men sier «gjelder_fra: 2024-01-01»",
        ),
        ("mandater/raad/2024-01-01-utkast.md", MANDAT, "LES113", "vedtatt", "utkast"),
        # text that is no YAML
        ("forum/raad.yaml", "navn: 'Rådet\n", "LES101", "'", "hermetegnet her blir aldri lukket"),
        ("forum/raad.yaml", "navn: Rådet # tallet\n", "LES107", "# tallet", "blir kuttet"),
        ("saker/raad/2024-01.md", "tittel: X\n", "LES101", "", "filen begynner ikke med et hode"),
        ("saker/raad/2024-01.md", "---\ntittel: X\n", "LES101", "---", "blir aldri avsluttet"),
        ("forum/raad.yaml", b"navn: R\xe5det\n", "LES106", "", "er ikke UTF-8"),
        ("forum/raad.yaml", "navn: &x Rådet\n", "LES110", "&x Rådet", "navn og henvisninger"),
        ("forum/raad.yaml", "<<<<<<< HEAD\nnavn: A\n", "LES111", "<<<<<<<", "flettekonflikt"),
        (
            "saker/raad/2024-01.md",
            HODE % "forslag_til_vedtak: [A, B]",
            "LES108",
            "forslag_til_vedtak",
            "et komma deler setningen",
        ),
    ],
)
def test_one_mistake_is_one_finding_at_its_place(
    path: str, text: str | bytes, code: str, place: str, words: str
) -> None:
    files = {path: text}
    (finding,) = load_tree(files).findings
    assert finding.rule.code == code
    if not isinstance(text, bytes):
        assert text_at(files, finding.location).startswith(place)
    assert words in f"{finding.message} {finding.help}"


def test_two_mistakes_are_two_findings() -> None:
    assert [place for _, place, _ in told({"forum/raad.yaml": MEDLEM % "rolle: sjef\n    virksomhet: Oslo By"})] == [
        "Oslo By",
        "sjef",
    ]


def test_no_message_is_left_in_english() -> None:
    wrong: list[Any] = ["", "tull & tøys?", "[x]", "[[x]]", "{x: y}", "{}", "2025-13-40"]
    english = re.compile(r"\b(?:should|value|field|expected|argument|valid|input|key)\b", re.IGNORECASE)
    for path, keys in {
        "forum/raad.yaml": ["kort", "overordnet", "roller", "faste_saker", "medlemmer_kjent_fra", "praksis", "ord"],
        "moeter/raad/2024-m1.md": ["tid", "fremmoete", "referat", "saksliste", "flyttet", "krevd_av"],
        "saker/raad/2024-01.md": ["videre_saksprosess", "konsekvens_kommuner", "oppdrag", "datert", "framlegges_av"],
        "mandater/raad/2024-01-01.md": ["sammensetning", "vedtatt", "frister", "moeter", "evaluering", "overordnet"],
    }.items():
        for key in keys:
            for value in wrong:
                text = f"{key}: {value}\n" if path.endswith("yaml") else f"---\n{key}: {value}\n---\n"
                for finding in load_tree({path: text}).findings:
                    assert not english.search(finding.message)


# --- what is broken hides nothing else


def test_one_broken_file_leaves_the_others_whole() -> None:
    loaded = load_tree({**TRE, "saker/raad/2024-02.md": "---\ntitel: X\n---\n"})
    assert [finding.location.path for finding in loaded.findings] == ["data/saker/raad/2024-02.md"]
    assert sorted(loaded.dataset.saker) == ["raad-2024-1", "raad-koe-plan"]
    assert loaded.dataset.broken == {"raad-2024-2"}


@pytest.mark.parametrize(
    ("path", "text", "id_"),
    [
        ("forum/raad.yaml", FORUM + "medlemmer: [{navn: A, rolle: x}]\n", "raad"),
        ("moeter/raad/2024-m1.md", PUNKT % "minutter: x", "raad-2024-m1"),
        ("mandater/raad/2024-01-01.md", MANDAT.replace("vedtatt", "x"), "raad@2024-01-01"),
        ("mandater/raad/2025-01-01.md", MANDAT, "raad@2025-01-01"),
        ("datasett.yaml", "dag: x\n", "datasett"),
        ("personer.yaml", "- {navn: A}\n", "personer"),
        ("aarshjul/2024.yaml", "hendelser: [{slag: x}]\n", "aarshjul-2024"),
    ],
)
def test_a_broken_child_breaks_its_parent(path: str, text: str, id_: str) -> None:
    data = load_tree({path: text}).dataset
    assert id_ in data.broken
    assert id_ not in data.ider
    assert data.place(id_).path == f"data/{path}"


def test_one_broken_organisation_leaves_the_others_whole() -> None:
    files = {"virksomheter.yaml": "ks: {navn: KS}\nnhn: {nvan: NHN, sektor: stt}\nfhi: {navn: FHI}\n"}
    loaded = load_tree(files)
    assert list(loaded.dataset.virksomheter) == ["ks", "fhi"]
    assert loaded.dataset.broken == {"nhn"}
    assert [text_at(files, finding.location) for finding in loaded.findings] == ["stt", "nvan"]


def test_a_file_of_organisations_that_is_no_yaml_breaks_them_all() -> None:
    loaded = load_tree({"virksomheter.yaml": "ks: {navn: KS\n"})
    assert list(loaded.dataset.virksomheter) == []
    assert loaded.dataset.broken == {"virksomheter"}


@pytest.mark.parametrize(
    ("first", "second", "id_"),
    [
        ("saker/raad/2024-01.md", "saker/raad/2024-1.md", "raad-2024-1"),
        ("moeter/raad/2024-m01.md", "moeter/raad/2024-m1.md", "raad-2024-m1"),
    ],
)
def test_the_same_number_twice_is_told_at_the_second(first: str, second: str, id_: str) -> None:
    text = SAK if first.startswith("saker") else MOETE
    ((code, _, words),) = told({first: text, second: text})
    assert code == "LES109"
    assert f"data/{first} har samme id ({id_})" in words


def test_a_file_that_belongs_nowhere_is_told_and_not_read() -> None:
    loaded = load_tree({**TRE, "saker/raad/notat.txt": "x"})
    assert [shown(finding) for finding in loaded.findings] == [
        "LES109 data/saker/raad/notat.txt:1:1 filen hører ikke hjemme her"
    ]
    assert loaded.files == 9


# --- the repository's own data


def test_every_file_of_the_example_loads_without_a_finding() -> None:
    loaded = load(DiskTree(Path(__file__).parents[2]))
    assert [shown(finding) for finding in loaded.findings] == []
    assert loaded.dataset.broken == frozenset()
    assert loaded.files > 60


# --- disk and git


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def write(root: Path, files: Files) -> None:
    for path, text in files.items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


def content(loaded: Loaded) -> Iterator[object]:
    """What was read, apart from how places are found."""
    data = loaded.dataset
    yield from (loaded.findings, loaded.files, data.datasett, data.virksomheter, data.personer, data.forum)
    yield from (data.mandater, data.moeter, data.saker, data.aarshjul, data.broken, data.attachments)
    yield {id_: (fil.path, fil.text, fil.body_line, fil.find((), False)) for id_, fil in data.files.items()}


SECOND = {"saker/raad/2024-02.md": SAK, "saker/raad/2024-03.md": "---\ntull: x\n---\n", "notat.txt": "x"}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Two commits, the second with more files and a mistake; then a working tree with much that is not committed."""
    root = tmp_path_factory.mktemp("repo")
    git(root, "init", "--quiet", "--initial-branch=main")
    commits = []
    for files in (TRE, SECOND):
        write(root, files)
        git(root, "add", "--all", "--force")
        git(root, "commit", "--quiet", "--message=x")
        commits.append(git(root, "rev-parse", "HEAD"))
    write(root, {"forum/raad.yaml": "navn: [", "forum/ny.yaml": "navn: Ny\n", "moeter/raad/2024-m1.md": "borte"})
    (root / "data/virksomheter.yaml").unlink()
    os.utime(root / "data/forum/raad.yaml", (0, 0))
    git(root, "add", "data/forum/ny.yaml")
    return root, commits[0], commits[1]


@pytest.mark.parametrize("revision", ["HEAD", "HEAD~1", "main", "first", "second"])
def test_a_revision_is_read_as_its_clean_checkout(
    repository: tuple[Path, str, str], tmp_path: Path, revision: str
) -> None:
    root, *commits = repository
    name = {"first": commits[0], "second": commits[1][:12]}.get(revision, revision)
    clean = tmp_path / "clean"
    git(root, "worktree", "add", "--quiet", "--detach", str(clean), name)
    from_git, from_disk = load(open_revision(root, name)), load(DiskTree(clean))
    assert list(content(from_git)) == list(content(from_disk))
    assert len(from_git.findings) == (0 if revision in ("HEAD~1", "first") else 2)


def test_a_dirty_working_tree_is_another_thing(repository: tuple[Path, str, str]) -> None:
    root = repository[0]
    assert "ny" in load(DiskTree(root)).dataset.forum
    assert "ny" not in load(open_revision(root, "HEAD")).dataset.forum
