"""A data tree's own templates: which one is used, what one of them can do, and what none of them can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.render import own_templates as module
from ehelse_cli.render import papers
from ehelse_cli.render.errors import NotAPaperError
from ehelse_cli.render.own_templates import TemplateError, own_templates, shown_templates
from ehelse_cli.render.templates import stil
from tests.render.council import COUNCIL
from tests.render.pages import Page
from tests.trees import load_clean

_EXTENDED = """
{% extends "ehelse/saksliste.html.j2" %}
{% block slutt %}<p class="slutt">Hilsen {{ v.forum }} <b>& co</b></p>{% endblock %}
"""


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(COUNCIL)


def _page(data: Dataset, files: Mapping[str, str], format_: papers.Format = "html") -> str:
    ordered = papers.order(data, "saksliste", "fag-2026-m2", dag=date(2026, 11, 23))
    return papers.make("saksliste", replace(ordered, egne_maler=files), format_).decode()


def test_a_councils_own_comes_before_the_trees_and_that_before_ours() -> None:
    files = {"maler/saksliste.html.j2": "felles", "maler/nehr/saksliste.html.j2": "eget", "maler/_del.html.j2": "del"}
    assert own_templates(files, "nehr")["dokument/saksliste.html.j2"] == "eget"
    assert own_templates(files, "nufa")["dokument/saksliste.html.j2"] == "felles"
    assert own_templates(files, None)["dokument/saksliste.html.j2"] == "felles"
    assert set(own_templates(files, "nehr")) == {"dokument/saksliste.html.j2", "dokument/_del.html.j2"}


def test_which_file_each_paper_is_made_with() -> None:
    files = {"maler/referat.html.j2": "", "maler/nehr/saksliste.html.j2": ""}
    assert shown_templates(files, ("saksliste", "referat"), ("nehr", "nufa")) == (
        ("saksliste", "templates/dokument/saksliste.html.j2"),
        ("saksliste (nehr)", "data/maler/nehr/saksliste.html.j2"),
        ("referat", "data/maler/referat.html.j2"),
    )


def test_it_may_extend_ours_and_every_format_follows(data: Dataset) -> None:
    files = {"maler/fag/saksliste.html.j2": _EXTENDED}
    page = Page(_page(data, files).replace("<b>", "").replace("</b>", ""))
    assert "Hilsen Fagrådet for prøver & co" in page.text
    assert "Godkjenning av innkalling" in page.text
    assert "Hilsen Fagrådet for prøver" in _page(
        data, {"maler/saksliste.html.j2": _EXTENDED.replace("b>", "strong>")}, "md"
    )
    assert "Hilsen" not in _page(data, {"maler/annet/saksliste.html.j2": _EXTENDED})


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ finnes_ikke }}", "noe som ikke finnes"),
        ("{% if %}", "skrevet feil på linje 1"),
        ("{% include 'x' %}", "bygger på «x», som ikke finnes"),
        ("{% include '/etc/passwd' %}", "som ikke finnes"),
        ("{% include 'dokument/../../../etc/passwd' %}", "som ikke finnes"),
        ("{{ ''.__class__.__mro__ }}", "ikke har lov til"),
        ("{{ 1 / 0 }}", "kan ikke brukes (ZeroDivisionError)"),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}{{ 'x' * 999 }}{% endfor %}{% endfor %}",
            "uten å bli ferdig",
        ),
        ("{{ range(999999999) | list }}", ""),
    ],
)
def test_a_template_that_cannot_be_used_is_told_of(data: Dataset, source: str, said: str) -> None:
    with pytest.raises(TemplateError, match="dokumentet er ikke laget") as raised:
        _page(data, {"maler/saksliste.html.j2": source})
    assert said in raised.value.message
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    "source",
    [
        "{{ v.__class__ }}",
        "{{ v|attr('__class__') }}",
        "{{ ramme.__init__.__globals__ }}",
        "{{ ord['__class__'] }}",
        "{{ ''['__class__'] }}",
        "{{ '{0.__class__}'.format(v) }}",
        "{{ '{x.__class__.__mro__}'.format_map({'x': v}) }}",
        "{{ '%s'|format(v.__dict__) }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{% for x in v.deler %}{% endfor %}{{ loop.__class__ }}",
        "{{ (1).__class__.__base__.__subclasses__() }}",
        "{{ [].append(1) }}",
        "{{ {}.update(a=1) }}",
        "{% set ns = namespace(a=v) %}{{ ns.a.__class__ }}",
        "{{ v.fakta.__add__(()) }}",
        "{{ stil.tekst.__html__() }}",
        "{{ (v.fakta|map(attribute='__class__')|list) }}",
        "{% import 'dokument/_deler.html.j2' as d %}{{ d.tabell.__globals__ }}",
        "{{ [v]|map('attr', '__class__')|first }}",
        "{{ ([v]|groupby('__class__'))|first|first }}",
        "{{ open('/etc/passwd') }}",
        "{% include ['/etc/passwd', '../../../etc/passwd'] %}",
        "{{ range.__self__ }}",
        "{{ caller.__globals__ }}",
        "{{ v.tittel.encode().__class__ }}",
    ],
)
def test_nothing_behind_the_values_can_be_reached(data: Dataset, source: str) -> None:
    """Whatever a template tries to get at, it is refused or is nothing; never an object of ours on paper."""
    ordered = papers.order(data, "saksliste", "fag-2026-m2", dag=date(2026, 11, 23))
    values = {"v": ordered, "ramme": ordered.ramme, "ord": ordered.ramme.ord, "stil": stil()}
    told = module._answer("saksliste", values, {"dokument/saksliste.html.j2": source})
    assert set(told) == {"feil"}
    assert any(said in told["feil"] for said in ("ikke har lov til", "som ikke finnes", "kan ikke brukes"))


def test_what_is_no_paper_is_told_as_the_templates_mistake(data: Dataset) -> None:
    source = '{% extends "ehelse/saksliste.html.j2" %}{% block slutt %}<video></video>{% endblock %}'
    files = {"maler/saksliste.html.j2": source}
    assert "<video>" in _page(data, files)
    with pytest.raises(NotAPaperError, match="<video> kan ikke stå i et dokument") as raised:
        _page(data, files, "md")
    assert raised.value.exit_code == 2


def test_the_child_has_nothing_of_the_users_surroundings(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEMMELIG", "nøkkel")
    assert set(module._bare()) <= {"SYSTEMROOT", "PATH", "LD_LIBRARY_PATH"}


_RING = "{% for a in range(99999) %}{% for b in range(99999) %}BODY{% endfor %}{% endfor %}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% for n in [2000000000] %}{{ 'x' * n }}{{ 'y' * n }}{% endfor %}", "MiB minne|sekunder"),
        (_RING.replace("BODY", "{{ 'x' * 999 }}"), "uten å bli ferdig"),
        (_RING.replace("BODY", "{% for c in range(99999) %}{% endfor %}"), " sekunder"),
    ],
    ids=["memory", "length", "time"],
)
def test_a_template_that_takes_too_much_is_stopped(data: Dataset, source: str, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        _page(data, {"maler/saksliste.html.j2": source})


def test_a_system_that_refuses_one_limit_gives_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    given: list[int] = []

    def as_on_macos(what: int, limits: tuple[int, int]) -> None:
        if what == resource.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")
        given.append(what)

    monkeypatch.setattr(resource, "setrlimit", as_on_macos)
    module._limit()
    assert given == [resource.RLIMIT_CPU]


def test_a_child_that_never_answers_is_given_up(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.01)
    with pytest.raises(TemplateError, match="ble ikke ferdig"):
        _page(data, {"maler/saksliste.html.j2": "x"})
