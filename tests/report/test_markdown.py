from __future__ import annotations

import re

from ehelse_cli.report.markdown import markdown_as_text
from ehelse_cli.report.screen import Screen

_PAGE = """Slik:

```yaml forum/a.yaml
navn: A
```

````markdown saker/a/2026-01.md
```yaml
b: c
```
````

```
d
```
"""


def test_a_pipe_gets_the_page_as_it_stands() -> None:
    assert markdown_as_text(_PAGE, Screen()) == _PAGE


def test_a_terminal_shows_which_file_a_block_is() -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", markdown_as_text(_PAGE, Screen(60, colours=True)))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines == ["Slik:", "forum/a.yaml", "navn: A", "saker/a/2026-01.md", "```yaml", "b: c", "```", "d"]
