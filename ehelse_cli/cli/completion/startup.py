"""The file that a shell reads when it starts: where it is, and one line of ours in it."""

from __future__ import annotations

import os
from pathlib import Path

from ehelse_cli.core.errors import EhelseError

#: What the start-up file has to say. Where `ehelse` is gone, nothing is said. ASCII, since PowerShell 5.1 reads
#: its files in the letters of the machine.
LINES = {
    "bash": 'command -v ehelse >/dev/null && eval "$(ehelse fullfoering bash)"',
    "zsh": 'command -v ehelse >/dev/null && eval "$(ehelse fullfoering zsh)"',
    "fish": "command -q ehelse; and ehelse fullfoering fish | source",
    "powershell": (
        "if (Get-Command ehelse -ErrorAction SilentlyContinue) "
        "{ ehelse fullfoering powershell | Out-String | Invoke-Expression }"
    ),
    "pwsh": (
        "if (Get-Command ehelse -ErrorAction SilentlyContinue) "
        "{ ehelse fullfoering pwsh | Out-String | Invoke-Expression }"
    ),
}


class NoStartupFileError(EhelseError):
    """The shell cannot be asked where its start-up file is."""

    def __init__(self, shell: str) -> None:
        super().__init__(
            f"finner ikke oppstartsfilen til {shell}",
            f"Skriv `ehelse fullfoering {shell}`, og legg linjene der selv. I PowerShell viser $PROFILE hvor.",
        )


class ForeignLettersError(EhelseError):
    """The start-up file is written in letters that a line of ours would break."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"«{file}» er ikke skrevet i UTF-8, og blir ikke rørt", "Åpne filen, og lagre den som UTF-8. Prøv så igjen."
        )


def startup_file(shell: str) -> Path:
    """Where the shell reads its lines when it starts.

    Raises:
        NoStartupFileError: if PowerShell is not there to be asked.
    """
    home, environment = Path.home(), os.environ
    if shell == "bash":
        # On macOS each new window is a login shell, which reads this one only.
        import sys

        return home / (".bash_profile" if sys.platform == "darwin" else ".bashrc")
    if shell == "zsh":
        return Path(environment.get("ZDOTDIR") or home) / ".zshrc"
    if shell == "fish":
        return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "fish" / "conf.d" / "ehelse.fish"
    return _profile(shell)


#: In letters that every machine has: a name with æ in it does not survive the console otherwise.
_ASK = "[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([string]$PROFILE))"


def _profile(shell: str) -> Path:
    """What PowerShell calls its profile: on Windows it may be anywhere, in a cloud folder too."""
    import base64
    import shutil
    import subprocess

    found = shutil.which(shell)
    if found is None:
        raise NoStartupFileError(shell)
    try:
        asked = subprocess.run(  # noqa: S603 (found by its whole path)
            [found, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", _ASK], capture_output=True, check=True
        )
        path = base64.b64decode(asked.stdout.strip(), validate=True).decode()
    except (OSError, subprocess.CalledProcessError, ValueError):
        path = ""
    if not path:
        raise NoStartupFileError(shell)
    return Path(path)


def read(file: Path) -> str | None:
    """The file as it is.

    Raises:
        ForeignLettersError: if it is not UTF-8.
    """
    if not file.exists():
        return None
    try:
        raw = file.read_bytes()
        if b"\0" in raw:  # UTF-16, which PowerShell 5.1 writes
            raise ForeignLettersError(file)
        return raw.decode()
    except UnicodeDecodeError:
        raise ForeignLettersError(file) from None


def with_line(old: str | None, line: str) -> str:
    """The text with the line once, at the end, with the line ends that it has."""
    text = old or ""
    if line in text.splitlines():
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    return text + ("" if not text or text.endswith("\n") else end) + line + end


def without_line(old: str | None, line: str) -> str | None:
    """The text without the line; None where nothing else is left."""
    if old is None:
        return None
    kept = "".join(one for one in old.splitlines(keepends=True) if one.strip() != line)
    return kept or None


def write(file: Path, new: str | None) -> None:
    """Put the text there; where there is none, take the file away, unless it is a link to somebody's own."""
    from ehelse_cli.cli.files import make_folder, write_file

    if not new and not file.is_symlink():
        file.unlink(missing_ok=True)
        return
    make_folder(file.parent)
    write_file(file, new or "")
