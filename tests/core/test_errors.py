from __future__ import annotations

from ehelse_cli.core.errors import EhelseError


def test_an_error_carries_what_the_user_is_told() -> None:
    error = EhelseError("det går ikke", "gjør slik")
    assert (str(error), error.message, error.help, error.exit_code) == ("det går ikke", "det går ikke", "gjør slik", 2)


def test_help_may_be_missing() -> None:
    assert EhelseError("det går ikke").help is None
