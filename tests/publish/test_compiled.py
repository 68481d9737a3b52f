"""The site's templates as Python: everything is still escaped, a gap is still an error, nothing is left lying."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markupsafe
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from ehelse_cli.publish import compiled, sider_forum, sider_moete, sider_sak
from ehelse_cli.publish.compiled import Compiled, Generator, escape
from ehelse_cli.publish.page import PageType, Site
from ehelse_cli.publish.pages import pages
from tests.publish.test_sider import _o

OND = "<b onclick='x'>&\"</b>"


class _Said(str):
    """Text of another type than text."""

    __slots__ = ()


class _Shown:
    def __str__(self) -> str:
        return OND


class _Page:
    def __html__(self) -> str:
        return "<i>ja</i>"


_VALUES = st.one_of(
    st.text(st.sampled_from("<>&\"'abc æ")), st.integers(), st.none(), st.just(Markup("<i>&</i>")), st.just(_Said(OND))
)


@given(_VALUES)
def test_it_escapes_as_everybody_else_does(value: object) -> None:
    assert escape(value) == str(markupsafe.escape(value))


@pytest.mark.parametrize("value", [_Shown(), _Page(), _Said("<"), Markup("<"), ["<"], None, True])
def test_what_is_no_plain_text_is_escaped_as_well(value: object) -> None:
    assert escape(value) == str(markupsafe.escape(value))


def _environment(generator: Any = Generator, **more: Any) -> Environment:
    environment = Environment(autoescape=True, undefined=StrictUndefined, **more)
    environment.code_generator_class = generator
    return environment


_PLACES = [
    "{{ ond }}",
    "<p title='{{ ond }}'>",
    "{{ sak.ond }}",
    "{{ rad['ond'] }}",
    "{{ liste[0] }}",
    "{{ liste }}",
    "{{ vist }}",
    "{{ si(ond) }}",
    "{{ si(hva=ond) }}",
    "{{ si(*liste) }}",
    "{{ si(**{'hva': ond}) }}",
    "{{ ond.upper() }}",
    "{{ ond | upper }}",
    "{{ ond ~ 'a' }}",
    "{{ '<b>' | safe ~ ond }}",
    "{{ liste | join(', ') }}",
    "{{ ond if ond else '' }}",
    "{{ nei or ond }}",
    "{% set x = ond %}{{ x }}",
    "{% set x %}{{ ond }}{% endset %}{{ x }}",
    "{% for en in liste %}{{ en }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(ond) }}{{ m(m(ond)) }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{% set y = m(ond) ~ ond %}{{ y }}",
    "{% macro m(x, y=ond) %}{{ x }}{{ y }}{% endmacro %}{{ m(ond) }}{{ m(x=ond) }}{{ m(ond, y='<') }}",
    "{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}{{ ond }}{% endcall %}",
    "{% block b %}{{ ond }}{% endblock %}",
    "{% filter upper %}{{ ond }}{% endfilter %}",
]


@pytest.mark.parametrize("source", _PLACES)
def test_every_place_gives_the_same_as_by_jinja_itself(source: str) -> None:
    values: dict[str, Any] = {
        "ond": OND,
        "sak": SimpleNamespace(ond=OND),
        "rad": {"ond": OND},
        "liste": [OND, OND],
        "vist": _Shown(),
        "si": lambda hva, *_: hva,
        "nei": "",
    }
    ours = _environment().from_string(source).render(values)
    assert ours == Environment(autoescape=True).from_string(source).render(values)
    assert "<b on" not in ours.lower()
    assert "&lt;b on" in ours.lower()


def test_what_is_not_there_is_an_error() -> None:
    for source in ("{{ mangler }}", "{{ mangler.mer }}", "{{ mangler() }}"):
        with pytest.raises(UndefinedError, match="mangler"):
            _environment().from_string(source).render()
    with pytest.raises(TypeError, match="missing 1 required"):
        _environment().from_string("{% macro m(x) %}{% endmacro %}{{ m() }}").render()
    with pytest.raises(AttributeError, match="mangler"):
        _environment().from_string("{{ sak.mangler }}").render(sak=SimpleNamespace(id="a"))


def test_what_is_kept_compiled_is_made_anew_when_what_compiles_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> str:
        loader = DictLoader({"a": "{{ ord }}"})
        return (
            _environment(loader=loader, bytecode_cache=Compiled(tmp_path / "kompilert"))
            .get_template("a")
            .render(ord="<")
        )

    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert shown() == "&lt;"
    (file,) = (tmp_path / "kompilert").iterdir()
    kept = file.read_bytes()
    assert shown() == "&lt;"
    assert file.read_bytes() == kept
    monkeypatch.setattr(compiled, "_ours", lambda: "another")
    assert shown() == "&lt;"
    assert file.read_bytes() != kept
    file.write_bytes(kept[:-40])
    assert shown() == "&lt;"


def _with_tags(value: Any) -> Any:
    """The public values with a tag in every text of more than one word."""
    if isinstance(value, str):
        return f"{value} <q>" if " " in value else value
    if isinstance(value, tuple):
        return tuple(map(_with_tags, value))
    if isinstance(value, Mapping):
        return {key: _with_tags(one) for key, one in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = {name: _with_tags(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value


def test_no_tag_of_a_text_becomes_a_tag_on_any_page() -> None:
    site = {page.path: page.content for page in pages(Site(_with_tags(_o()), lambda _: b""))}
    html = {path: content for path, content in site.items() if path.endswith(".html")}
    assert [path for path, content in html.items() if b"<q" in content] == []
    assert sum(content.count(b"&lt;q&gt;") for content in html.values()) > 1000


@pytest.mark.parametrize("make", [sider_sak.saker, sider_moete.moeter, sider_forum.forum, sider_forum.mandater])
def test_a_page_leaves_nothing_that_holds_on_to_itself(make: PageType) -> None:
    site = Site(_o(), lambda _: b"")
    list(make(site))
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        list(make(site))
        assert gc.collect() == 0
    finally:
        if was_on:
            gc.enable()
