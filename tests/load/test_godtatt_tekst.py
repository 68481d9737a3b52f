"""An acceptance more: what stood in the file stands there still, and the new one is read back as given."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.load.godtatt_tekst import CannotAppendError, legg_til
from tests.trees import load_clean

_NY = Godkjenning(fingeravtrykk="0123456789abcdef", grunn="Ønsket av alle", sak="nehr-2027-2")
_FOER = '# øverst\n- fingeravtrykk: "fedcba9876543210"   # den første\n  grunn: a\n  sak: b\n'


def _lest(tekst: str) -> tuple[Godkjenning, ...]:
    return load_clean({"mandater/godtatt.yaml": tekst}).godtatt


def test_the_first_makes_the_file() -> None:
    tekst = legg_til(None, _NY)
    assert tekst.startswith("# ")
    assert [en.sak for en in _lest(tekst)] == ["nehr-2027-2"]


@pytest.mark.parametrize(
    "foer",
    [
        _FOER,
        _FOER.rstrip("\n"),
        _FOER.replace("\n", "\r\n"),
        "\n".join(f"    {linje}" for linje in _FOER.splitlines()) + "\n",
        f"{_FOER}\n# nederst\n",
    ],
)
def test_what_stood_there_stands_there_still(foer: str) -> None:
    tekst = legg_til(foer, _NY)
    assert tekst.startswith(foer)
    assert [en.fingeravtrykk for en in _lest(tekst)] == ["fedcba9876543210", "0123456789abcdef"]
    assert ("\r\n" in foer) == ("\r\n" in tekst)
    assert tekst.count("\r\n") in (0, tekst.count("\n"))


@pytest.mark.parametrize("foer", ["", "# bare dette\n", "[]\n", "# tom\n[ ]   # ennå\n", "---\n"])
def test_a_file_that_holds_nothing(foer: str) -> None:
    assert len(_lest(legg_til(foer, _NY))) == 1


@pytest.mark.parametrize("foer", ['[{fingeravtrykk: "fedcba9876543210", grunn: a, sak: b}]\n', "a: b\n", "- a: [\n"])
def test_another_form_is_left_alone(foer: str) -> None:
    with pytest.raises(CannotAppendError):
        legg_til(foer, _NY)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1)
                .filter(lambda tekst: tekst.strip()), min_size=2, max_size=2))  # fmt: skip
def test_any_words_are_read_back(ordene: list[str]) -> None:
    ny = _NY.model_copy(update={"grunn": ordene[0], "sak": ordene[1]})
    try:
        tekst = legg_til(_FOER, ny)
    except CannotAppendError:  # characters that no file of ours may hold
        return
    lest = _lest(tekst)[-1]
    ventet = [normalize("NFC", ord_).split() for ord_ in ordene]
    assert [lest.grunn.split(), lest.sak.split()] == ventet
