"""What a client is configured with, and one request as the methods describe it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any, TypeAlias, TypedDict
from urllib.parse import quote

from .hooks import Hooks

Upload: TypeAlias = bytes | IO[bytes] | os.PathLike[str]
"""A file to upload: its bytes, an open binary file, or a path."""


@dataclass(frozen=True)
class Settings:
    """Of a client, with what the environment gave."""

    url: str
    secret_key: str = field(repr=False)
    timeout: float
    retries: int
    headers: Mapping[str, str] = field(repr=False)
    hooks: Hooks


class RequestOptions(TypedDict, total=False):
    """What a single call can say."""

    timeout: float | None
    """Seconds for one attempt."""
    deadline: float | None
    """Seconds for everything, retries and waits included."""
    retries: int | None
    extra_headers: Mapping[str, str] | None
    """Added to the request, `traceparent` for one."""
    extra_fields: Mapping[str, object] | None
    """Added to the query or the body, as it is."""


class WriteOptions(RequestOptions, total=False):
    """For calls that change something."""

    idempotency_key: str | None
    """Names the change, so that repeating the call repeats nothing."""


class VersionedOptions(WriteOptions, total=False):
    """For calls that change something which may have changed meanwhile."""

    if_version: int | None
    """The `version` that was read; `version_conflict` where it is no longer that."""


@dataclass(frozen=True)
class CallOptions:
    """Of one call."""

    timeout: float | None = None
    deadline: float | None = None
    retries: int | None = None
    extra_headers: Mapping[str, str] | None = None
    extra_fields: Mapping[str, object] | None = None
    idempotency_key: str | None = None
    if_version: int | None = None


@dataclass(frozen=True)
class ApiRequest:
    """One request; `input` and `output` name types as annotations do."""

    method: str
    path: str
    input: str | None = None
    query: Mapping[str, object] | None = None
    body: Mapping[str, object] | None = None
    upload: Upload | None = None
    content_type: str | None = None
    output: str | None = None
    is_file: bool = False
    is_write: bool = False
    failure_in: Callable[[Any], tuple[int | None, Any] | None] | None = None
    """Status, where it says one, and problem in a body that came as an answer."""


def custom_request(
    method: str,
    path: str,
    query: Mapping[str, object] | None,
    body: Mapping[str, object] | None,
) -> ApiRequest:
    """A request that has no method of its own, below the store's own address."""
    if not path.startswith("/"):
        # Its start would be part of the host, and the key would go there.
        raise ValueError(f"The path is {path!r}; it starts with a slash: /v1/products.")
    return ApiRequest(method, path, query=query, body=body, is_write=method != "GET")


def path_segment(value: str) -> str:
    """A value in a path, encoded. An empty one would name another route."""
    if not isinstance(value, str) or value in ("", ".", ".."):
        raise ValueError(f"An id is {value!r}; give one that is not empty.")
    return quote(value, safe="")
