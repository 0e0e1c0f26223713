"""Asking in GraphQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .options import ApiRequest

MUTATION = re.compile(r"\bmutation\b")


def graphql_request(
    document: str, variables: Mapping[str, object] | None
) -> ApiRequest:
    return ApiRequest(
        "POST",
        "/graphql",
        body={"query": document, "variables": variables or {}},
        # A query whose text has the word is sent with a key, too: that does no harm,
        # and the other way round would.
        is_write=MUTATION.search(document) is not None,
        failure_in=_failure_in,
    )


def data_in(body: Any) -> Any:
    return body.get("data") if isinstance(body, dict) else None


def _failure_in(body: Any) -> tuple[int | None, Any] | None:
    """The first of the errors in an answer, as a problem of the API."""
    errors = body.get("errors") if isinstance(body, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else None
    if not isinstance(first, dict):
        return None
    given = first.get("extensions")
    facts = given if isinstance(given, dict) else {}
    status = facts.get("status")
    problem = {
        **facts,
        "detail": first.get("message"),
        "path": first.get("path"),
        "data": body.get("data"),
    }
    return status if isinstance(status, int) else None, problem
