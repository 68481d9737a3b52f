"""A data tree's own templates: which of them a council uses, and rendering with them in a process of its own.

A template is a program. It is sandboxed, and what the sandbox does not bound, time and memory, the system does.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.render.templates import ENDING, FOLDER, TooLargeError, environment, fill, template_name

#: What a template of a data tree may use.
SECONDS = 5
MEGABYTES = 1024


class TemplateError(EhelseError):
    """A template of the data tree that no paper can be made with."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"dokumentet er ikke laget: {what}",
            "Rett malen, eller ta den bort: da brukes malen som følger med. `ehelse lag --vis-maler` viser hvilke.",
        )


def own_templates(files: Mapping[str, str], forum: str | None) -> dict[str, str]:
    """Template name → source for one council, of the files below `maler/`: its own folder's before those for all."""
    own: dict[str, str] = {}
    for folder in ("", f"{forum}/" if forum else None):
        for path, source in files.items():
            name = path.removeprefix(f"maler/{folder}") if folder is not None else ""
            if folder is not None and path.startswith(f"maler/{folder}") and "/" not in name:
                own[f"{FOLDER}/{name}"] = source
    return own


#: How the shipped templates' folder is shown: where it is differs from machine to machine.
OURS_SHOWN = "templates/dokument"


def shown_templates(
    files: Mapping[str, str], kinds: Sequence[str], councils: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """For each kind the file it is made with; for a council another one only where it has its own."""
    shown: list[tuple[str, str]] = []
    for kind in kinds:
        felles = f"maler/{kind}{ENDING}"
        shown.append((kind, f"data/{felles}" if felles in files else f"{OURS_SHOWN}/{kind}{ENDING}"))
        egne = (f"maler/{forum}/{kind}{ENDING}" for forum in councils)
        shown += [(f"{kind} ({path.split('/')[1]})", f"data/{path}") for path in egne if path in files]
    return tuple(shown)


def render_isolated(kind: str, values: Mapping[str, Any], own: Mapping[str, str]) -> str:
    """The paper by the tree's templates, rendered in a child process with limits of time and memory.

    Raises:
        TemplateError: if the template cannot be used, or takes too long or too much.
    """
    question = pickle.dumps((kind, dict(values), dict(own)))
    command = [sys.executable, "-I", "-c", "from ehelse_cli.render.own_templates import answer; answer()"]
    with tempfile.TemporaryDirectory() as nowhere:
        try:
            ran = subprocess.run(  # noqa: S603 (our own interpreter and our own words)
                command, input=question, cwd=nowhere, env=_bare(), capture_output=True, timeout=SECONDS * 2, check=False
            )
        except subprocess.TimeoutExpired:
            raise TemplateError(f"malen ble ikke ferdig på {SECONDS * 2} sekunder") from None
    try:
        told: dict[str, str] = json.loads(ran.stdout)
    except ValueError:
        raise TemplateError(f"malen brukte mer enn {SECONDS} sekunder eller {MEGABYTES} MiB minne") from None
    if "feil" in told:
        raise TemplateError(told["feil"])
    return told["html"]


def _bare() -> dict[str, str]:
    """Nothing of the user's surroundings but what the system needs to start a program."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH") if name in os.environ}


def answer() -> None:
    """Run in the child: a question on stdin, the page or what is wrong on stdout."""
    kind, values, own = pickle.load(sys.stdin.buffer)  # noqa: S301 (our own parent wrote it)
    with suppress(ImportError):  # no such limits on Windows; there the parent's clock is the one that stops it
        _limit()
    sys.stdout.buffer.write(json.dumps(_answer(kind, values, own)).encode())


def _limit() -> None:
    import resource

    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEGABYTES * 2**20)):
        with suppress(ValueError, OSError):  # macOS bounds no memory; and what is bounded lower already, stays so
            resource.setrlimit(what, (most, most))


def _answer(kind: str, values: Mapping[str, Any], own: Mapping[str, str]) -> dict[str, str]:
    try:
        return {"html": fill(environment(own).get_template(template_name(kind)), values)}
    except TemplateSyntaxError as problem:
        return {"feil": f"malen «{_shown(problem.name)}» er skrevet feil på linje {problem.lineno}"}
    except TemplateNotFound as problem:
        return {"feil": f"malen bygger på «{_shown(problem.name)}», som ikke finnes"}
    except UndefinedError as problem:
        return {"feil": f"malen bruker noe som ikke finnes ({problem})"}
    except SecurityError:
        return {"feil": "malen prøver på noe en mal ikke har lov til"}
    except TooLargeError:
        return {"feil": "malen skriver uten å bli ferdig"}
    except MemoryError:
        return {"feil": f"malen brukte mer enn {MEGABYTES} MiB minne"}
    except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError, AttributeError) as problem:
        return {"feil": f"malen kan ikke brukes ({type(problem).__name__})"}


def _shown(name: object) -> str:
    return str(name or "").removeprefix(f"{FOLDER}/")
