"""The named code blocks of a page: what a reader sees is what a test reads."""

import re
from pathlib import Path

#: ```yaml forum/nehr.yaml … ``` — with as many backticks as the block needs.
_BLOCK = re.compile(
    r"^(?P<fence>`{3,})\w+ (?P<path>\S+/?\S*\.\w+)[^\n]*\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)


def named_blocks(page: Path) -> dict[str, str]:
    """Path → text of every block that names a file, in order."""
    return {match["path"]: match["text"] for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))}
