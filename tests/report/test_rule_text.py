from __future__ import annotations

import pytest

from ehelse_cli.cli.rule_pages import pages
from ehelse_cli.report.rule_text import EXCEPTIONS, WHAT, WHY, paragraphs, readable, sections
from ehelse_cli.rules.catalogue import CATALOGUE


def test_sections_leave_out_the_examples_even_when_they_hold_headings() -> None:
    text = "# X\n\n## Hva\n\nEn.\n\n````markdown x.md\n## Ikke en\n```\n````\n\nTo.\n\n## Unntak\n\nTre.\n"
    assert sections(text) == {"Hva": "En.\n\n\nTo.", "Unntak": "Tre."}


def test_no_page_has_no_sections() -> None:
    assert sections("") == {}


@pytest.mark.parametrize(("code", "page"), pages(CATALOGUE).items())
def test_every_page_has_the_sections_that_are_told_elsewhere(code: str, page: str) -> None:
    text = sections(page)
    assert all(text[title] for title in (WHAT, WHY, EXCEPTIONS))
    assert "forvent:" not in "".join(text.values())


def test_a_paragraph_is_a_line() -> None:
    assert paragraphs("a\nb\n\n \nc\n") == ("a b", "c")


_BLOCK = """# X

Skriv `# forvent: MED403` i prøver.

```yaml forum/a.yaml forvent=LES106@1 koding=latin-1
navn: A  # forvent: MED403
```

````markdown saker/a/2026-01.md
```yaml
# forvent: UNN001, UNN002
```
Tekst <!-- forvent: REF202 -->
````
"""


def test_what_only_the_tests_need_is_a_plain_mark_for_people() -> None:
    assert (
        readable(_BLOCK)
        == """# X

Skriv `# forvent: MED403` i prøver.

```yaml forum/a.yaml
navn: A  # ← her
```

````markdown saker/a/2026-01.md
```yaml
# ← her
```
Tekst ← her
````
"""
    )


@pytest.mark.parametrize(("code", "page"), pages(CATALOGUE).items())
def test_no_page_shows_what_only_the_tests_need(code: str, page: str) -> None:
    assert "forvent" not in readable(page)
    assert "← her" in readable(page) or "forvent:" not in page
