"""What every test stands on: surroundings that are the same on every machine."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import settings

# The same examples every time: a failure is about the change at hand. No deadline: a slow machine is not a finding.
settings.register_profile("repeatable", derandomize=True, deadline=None)
# The inner loop (make quick) tries fewer of them.
settings.register_profile("quick", settings.get_profile("repeatable"), max_examples=20)
settings.load_profile("repeatable")

_ABSENT = (
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "NO_COLOR",
    "PYTHONPATH",
    "SOURCE_DATE_EPOCH",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)
_PRESENT = {
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LANG": "C.UTF-8",
    "TERM": "dumb",
}


@pytest.fixture(scope="session", autouse=True)
def _same_surroundings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No terminal, no personal settings for git, nothing kept from before, Ctrl-C heard: also by what a test starts."""
    for name in [name for name in os.environ if name.startswith("GIT_")] + list(_ABSENT):
        os.environ.pop(name, None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for all that is run in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.update(_PRESENT, XDG_CACHE_HOME=str(tmp_path_factory.mktemp("cache")))
