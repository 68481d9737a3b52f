"""Whatever is written in an option: it is read back as it was said, or refused in Norwegian with nothing changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import ehelse, write

pytestmark = [pytest.mark.slow, pytest.mark.soak]

TREE = {
    "data/datasett.yaml": "dag: 2027-05-03\n",
    "data/virksomheter.yaml": "ks: {navn: KS}\noslo: {navn: Oslo}\nhod: {navn: HOD}\n",
    "data/forum/raad.yaml": """\
navn: Rådet
nivaa: raad
saksnummer: N/AAAA
moetenummer: N/AAAA
faste_saker: {plan: {tittel: Plan, naar: aarlig}}
medlemmer:
  - {navn: Kari Moen, virksomhet: ks, periode: 2026-01-01/2027-12-31}
  - {navn: Ola Lie, virksomhet: oslo, periode: 2026-01-01/2027-12-31}
""",
    "data/aarshjul/2027.yaml": "forum: [raad]\nhendelser: []\n",
    "data/forum/nytt.yaml": "navn: Nytt\nnivaa: utvalg\n",
    "data/saker/raad/2027-01.md": "---\ntittel: Planen\nsakstype: orientering\nsakseiere: ks\n---\n",
    "data/saker/raad/2027-02.md": "---\ntittel: Planen\nsakstype: orientering\nsakseiere: ks\n---\n",
    "data/moeter/raad/2027-m1.md": "---\ntid: 2027-03-03\nsaksliste: [{sak: 1/2027, utfall: behandlet}]\n"
    "fremmoete: {medlemmer: [Kari Moen]}\n---\n",
    "data/moeter/raad/2027-m2.md": "---\ntid: 2027-06-02\nsaksliste:\n  - {sak: 2/2027}\n---\n",
    "data/moeter/raad/2027-m3.md": "---\ntid: 2027-09-01\nsaksliste: [{tittel: Noe}]\n---\n",
}

ODD = (
    "", " ", "x" * 10_000, "a\nb", "a\r\nb: c", "a\x07b", "a\x1b[31mb", "../../x", "30.2", "Tittel: kolon", "ja", "nei",
    "null", "~", "012", "\u202eabc", "a\u2028b", "\ufeffx", "- x", "# x", "{a: b}", "&a b", "*a", "!x", '"', "a\\", "|",
    "a # b", "a\u030a", "\udcff", "a,b", "--likevel", "---", "key: |",
)  # fmt: skip

#: A command for each option that takes words; `{}` is where they stand.
LINES = (
    "ny|sak|raad|--tittel|{}",
    "ny|sak|raad|--tittel|T|--sakseier|{}",
    "ny|sak|raad|--tittel|T|--sakstype|{}",
    "ny|sak|raad|--tittel|T|--fra-sak|{}",
    "ny|sak|raad|--tittel|T|--oensket-moete|{}",
    "ny|sak|raad|--tittel|T|--moete|{}",
    "ny|sak|{}|--tittel|T",
    "ny|moete|raad|{}",
    "ny|moete|raad|2027-12-15|--sted|{}",
    "ny|forum|{}|--navn|N|--nivaa|utvalg",
    "ny|forum|xx|--navn|{}|--nivaa|utvalg",
    "ny|forum|xx|--navn|N|--nivaa|utvalg|--overordnet|{}",
    "ny|medlem|raad|{}|--virksomhet|ks",
    "ny|medlem|raad|N|--virksomhet|{}",
    "ny|medlem|raad|N|--rolle|{}",
    "ny|medlem|raad|N|--oppnevnt-av|{}",
    "ny|medlem|raad|N|--fra|{}",
    "ny|mandat|nytt|{}",
    "ny|mandat|nytt|2027-01-01|--til|{}",
    "ny|mandat|nytt|2027-01-01|--gruppe|{}=3",
    "ny|aarshjul|{}",
    "ny|virksomhet|xx|--navn|{}",
    "medlem|forny|raad|Kari Moen|--til|2028-12-31|--kilde|{}",
    "medlem|forny|raad|{}|--til|2028-12-31",
    "medlem|avslutt|raad|Kari Moen|--dato|{}",
    "medlem|bytt|raad|Kari Moen|{}",
    "medlem|stedfortreder|raad|N|--for|{}",
    "moete|avlys|raad-2027-m3|--begrunnelse|{}",
    "moete|flytt|raad-2027-m3|2027-09-08|--begrunnelse|{}",
    "moete|flytt|raad-2027-m3|{}",
    "moete|flytt|raad-2027-m3|2027-05-17|--likevel|{}",
    "moete|forfall|raad-2027-m3|{}",
    "moete|fremmoete|raad-2027-m2|--vara|{} for Kari Moen",
    "moete|fremmoete|raad-2027-m2|--sekretariat|{}",
    "moete|protokoller|raad-2027-m1|--publisert|{}",
    "moete|saksliste|raad-2027-m2|--fast|{}",
    "aarshjul|2027|--publisert|{}",
    "aarshjul|2027|--behandlet|{}",
    "sak|trekk|raad-2027-2|--begrunnelse|{}",
    "sak|behandle|raad-2027-2|--vedtak|{}",
    "sak|behandle|raad-2027-2|--vedtak|X|--votering|{}",
    "sak|behandle|raad-2027-2|--utfall|utsatt|--videre-til|{}",
    "sak|foelg-opp|raad-2027-1|fulgt|--av|hod|--kilde|{}",
    "sak|renummerer|raad-2027-2|{}",
    "sak|utfyll|raad-2027-2|--forslag|{}",
    "sak|utfyll|raad-2027-2|--konsekvens-kommuner|pris={}",
    "sak|utfyll|raad-2027-2|--videre|{}",
    "sak|utfyll|raad-2027-2|--spoersmaal|{}",
)

_FOREIGN = re.compile(r"\w+Error|Traceback|should|Input|unable|[\x00-\x08\x0b-\x1f\x7f\u202e\u2028]")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("line", LINES)
def test_odd_words_are_kept_as_they_are_or_refused(tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, odd in enumerate(ODD):
        folder = write(tmp_path / str(number), TREE)
        monkeypatch.chdir(folder)
        before = content(tmp_path)
        ran = ehelse(*(word.replace("{}", odd) for word in line.split("|")))
        assert ran.code in (0, 2), (odd, ran.err)
        assert not _FOREIGN.search(ran.out + ran.err), (odd, ran.err)
        after = content(tmp_path)
        if ran.code == 2:
            assert after == before, odd
            continue
        assert odd.strip(), "nothing was taken for an answer"
        changed = [path for path in after if after[path] != before.get(path)]
        assert all(path.startswith(f"{number}/data/") for path in changed), (odd, changed)
        assert ehelse("valider", "--feil-ved", "feil").code == 0, odd
