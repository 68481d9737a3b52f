"""Answers a dataset remembers. It is frozen, so what was worked out once stays true as long as it lives."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ehelse_cli.core.dataset import Dataset

P = ParamSpec("P")
T = TypeVar("T")


def remembered(function: Callable[Concatenate[Dataset, P], T]) -> Callable[Concatenate[Dataset, P], T]:
    """Ask a pure function of the dataset once for each set of arguments. What has an `id` is known by it."""

    @wraps(function)
    def ask(data: Dataset, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known = (getattr(value, "id", value) for value in (*args, *kwargs.values()))
        key = (function.__module__, function.__qualname__, *known, *kwargs)
        if key not in data.memo:
            data.memo[key] = function(data, *args, **kwargs)
        return data.memo[key]  # type: ignore[no-any-return]  # the memo holds every function's answers

    return ask
