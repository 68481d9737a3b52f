from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ehelse_cli.render import templates
from ehelse_cli.render.templates import Format, stil

FORMATS: list[Format] = ["md", "html"]


def _render(format_: Format, source: str, **values: object) -> str:
    environment: ImmutableSandboxedEnvironment = templates._environment(format_)
    return environment.from_string(source).render(values)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_gap_is_an_error(format_: Format) -> None:
    with pytest.raises(UndefinedError):
        _render(format_, "{{ mangler }}")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("value", [None, True])
def test_nothing_that_is_no_word_is_printed(format_: Format, value: object) -> None:
    with pytest.raises(TypeError, match=str(value)):
        _render(format_, "{{ verdi }}", verdi=value)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("source", ["{{ ''.__class__.__mro__ }}", "{{ [].append(1) }}", "{{ f.__globals__ }}"])
def test_a_template_reaches_nothing_but_its_values(format_: Format, source: str) -> None:
    with pytest.raises(SecurityError):
        _render(format_, source, f=_render)


def test_values_are_escaped_for_the_format_once() -> None:
    source = "{% macro m(x) %}{{ x }}{% endmacro %}a {{ m(verdi) }}"
    assert _render("md", source, verdi="*b* & <i>") == "a \\*b\\* & \\<i\\>"
    assert _render("html", source, verdi="*b* & <i>") == "a *b* &amp; &lt;i&gt;"


def test_the_stylesheet_can_be_put_in_a_page_as_it_is() -> None:
    assert "<" not in stil().tekst
