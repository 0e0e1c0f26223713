"""What a request carries, as bytes and text; and JSON out of an answer."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .encode import encode_input
from .options import ApiRequest, CallOptions

NOT_JSON = object()


def encode_query(request: ApiRequest, options: CallOptions) -> list[tuple[str, str]]:
    """`?tag=a&tag=b`; what is None is left out."""
    if request.query is None:
        return []
    query = encode_input(request.query, request.input, options.extra_fields)
    return [
        (name, query_text(item))
        for name, value in query.items()
        for item in (value if isinstance(value, list) else [value])
        if item is not None
    ]


def query_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def encode_content(
    request: ApiRequest, options: CallOptions
) -> tuple[bytes | None, str | None]:
    """The bytes to send with each attempt, and their content type."""
    if request.upload is not None:
        return read_upload(request)
    if request.body is None:
        return None, None
    body = encode_input(request.body, request.input, options.extra_fields)
    return json.dumps(
        body, ensure_ascii=False, allow_nan=False
    ).encode(), "application/json"


def read_upload(request: ApiRequest) -> tuple[bytes, str]:
    upload = request.upload
    content_type = request.content_type
    if isinstance(upload, os.PathLike):
        import mimetypes

        guessed = mimetypes.guess_type(os.fspath(upload))[0]
        content = Path(upload).read_bytes()
        return content, content_type or guessed or "application/octet-stream"
    content = upload if isinstance(upload, bytes) else upload.read() if upload else b""
    return content, content_type or "application/octet-stream"


def parse_json(content: bytes) -> Any:
    """Nothing (204) is None. What is not JSON is some proxy's page."""
    if content == b"":
        return None
    try:
        return json.loads(content)
    except ValueError:
        return NOT_JSON


def page_query(
    query: Mapping[str, object] | None, after: str | None
) -> Mapping[str, object]:
    """The same filters, from another place."""
    return {**(query or {}), **({} if after is None else {"after": after})}
