from __future__ import annotations

from itertools import cycle

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from ehelse_cli.render.templates import TooLargeError, environment, fill, stil


def _render(source: str, **values: object) -> str:
    return environment({}).from_string(source).render(values)


def test_a_gap_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _render("{{ mangler }}")


@pytest.mark.parametrize("value", [None, True])
def test_nothing_that_is_no_word_is_printed(value: object) -> None:
    with pytest.raises(TypeError, match=str(value)):
        _render("{{ verdi }}", verdi=value)


@pytest.mark.parametrize("source", ["{{ ''.__class__.__mro__ }}", "{{ [].append(1) }}", "{{ f.__globals__ }}"])
def test_a_template_reaches_nothing_but_its_values(source: str) -> None:
    with pytest.raises(SecurityError):
        _render(source, f=_render)


def test_values_are_escaped_once() -> None:
    source = "{% macro m(x) %}{{ x }}{% endmacro %}a {{ m(verdi) }}"
    assert _render(source, verdi="*b* & <i>") == "a *b* &amp; &lt;i&gt;"


def test_a_template_that_never_ends_is_stopped() -> None:
    template = environment({}).from_string("{% for x in alt %}{{ x }}{% endfor %}")
    with pytest.raises(TooLargeError):
        fill(template, {"alt": cycle(["x" * 1_000_000])})


def test_the_stylesheet_can_be_put_in_a_page_as_it_is() -> None:
    assert "<" not in stil().tekst
