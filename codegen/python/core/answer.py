"""The data of a call together with the HTTP response that it came with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar, cast

import httpx

Data = TypeVar("Data")
Parameters = ParamSpec("Parameters")


@dataclass(frozen=True)
class ApiAnswer(Generic[Data]):
    """What a method of `with_response` gives."""

    data: Data
    http: httpx.Response


def with_response(
    method: Callable[Parameters, Data],
) -> Callable[Parameters, ApiAnswer[Data]]:
    """The same method, giving the HTTP response too."""
    return cast("Callable[Parameters, ApiAnswer[Data]]", _answering(method))


def async_with_response(
    method: Callable[Parameters, Awaitable[Data]],
) -> Callable[Parameters, Awaitable[ApiAnswer[Data]]]:
    """The same method, giving the HTTP response too."""
    return cast("Callable[Parameters, Awaitable[ApiAnswer[Data]]]", _answering(method))


def _answering(method: Any) -> Any:
    resource = method.__self__
    return getattr(type(resource)(resource._client.answering), method.__name__)
