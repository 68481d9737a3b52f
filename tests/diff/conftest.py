"""Heads and mandates from a few lines of text."""

from __future__ import annotations

import pytest

from tests.hoder import Hodeleser, Mandatleser, les_hode, les_mandat


@pytest.fixture(scope="session")
def hode() -> Hodeleser:
    return les_hode


@pytest.fixture(scope="session")
def mandat() -> Mandatleser:
    return les_mandat
