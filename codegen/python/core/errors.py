"""Everything that a call can raise. Classes a problem code are in `errors`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class FieldError:
    """One faulty place in the input; `pointer` is a JSON pointer into it."""

    pointer: str
    message: str


@dataclass(frozen=True)
class FailureContext:
    attempts: int
    idempotency_key: str | None


class HeadlessProError(Exception):
    """The base of everything that a call can raise."""

    attempts: int
    """How often it was tried."""
    idempotency_key: str | None
    """Sent with each try of a write; with it, a repeated call has one effect."""

    def __init__(self, message: str, context: FailureContext) -> None:
        super().__init__(message)
        self.attempts = context.attempts
        self.idempotency_key = context.idempotency_key

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are made again from their message alone: these have more to them.
        return _blank, (type(self), self.args), self.__dict__


def _blank(kind: type[HeadlessProError], args: tuple[Any, ...]) -> HeadlessProError:
    return kind.__new__(kind, *args)


@dataclass(frozen=True)
class FailedAnswer:
    status: int
    body: Any
    request_id: str | None
    retry_after: float | None


class ApiError(HeadlessProError):
    """An error that the API answered with; its subclasses are families of status."""

    status: int
    code: str
    """Stable. A newer platform may answer with codes that this SDK does not list."""
    title: str
    detail: str
    """What happened this time."""
    hint: str | None
    """What to do next."""
    errors: Sequence[FieldError]
    details: Any
    """Facts for programs, typed in the class of the code."""
    request_id: str | None
    """Finds the request in the log of `hp dev`."""
    retry_after: float | None
    """Seconds to wait before a retry."""
    body: Any
    """As it came: parsed where it was JSON, else text."""

    def __init__(self, answer: FailedAnswer, context: FailureContext) -> None:
        body = answer.body
        problem: dict[str, Any] = body if isinstance(body, dict) else {}
        title = _text(problem, "title") or f"The server answered {answer.status}."
        excerpt = body.strip()[:200] if isinstance(body, str) else ""
        detail = _text(problem, "detail") or f"{title} {excerpt}".strip()
        hint = _text(problem, "hint")
        request_id = _text(problem, "requestId") or answer.request_id
        shown = request_id and f"(request {request_id})"
        parts = [part for part in (detail, hint, shown) if part]
        super().__init__(" ".join(parts), context)
        self.status = answer.status
        self.code = _text(problem, "code") or "unknown"
        self.title = title
        self.detail = detail
        self.hint = hint
        self.errors = _field_errors(problem.get("errors"))
        self.details = problem.get("details") or {}
        self.request_id = request_id
        self.retry_after = answer.retry_after
        self.body = body


class BadRequestError(ApiError):
    """400: the request could not be understood."""


class UnauthenticatedError(ApiError):
    """401: no key, or not a valid one."""


class ForbiddenError(ApiError):
    """403: the key may not do that."""


class NotFoundError(ApiError):
    """404: there is no such resource."""


class ConflictError(ApiError):
    """409: the state of the resource does not allow it."""


class InvalidError(ApiError):
    """422: `errors` names what is wrong with the input."""


class RateLimitError(ApiError):
    """429: `retry_after` says when to come back."""


class ServerError(ApiError):
    """5xx: not the caller's fault."""


class ConnectionError(HeadlessProError):
    """No answer came: the server is not there, or the connection broke."""


class TimeoutError(HeadlessProError):
    """It took longer than `timeout` (one attempt) or `deadline` (everything)."""

    limit: Literal["timeout", "deadline"]

    def __init__(
        self,
        message: str,
        limit: Literal["timeout", "deadline"],
        context: FailureContext,
    ) -> None:
        super().__init__(message, context)
        self.limit = limit


FAMILIES: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: UnauthenticatedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: InvalidError,
    429: RateLimitError,
}


def family_of(status: int) -> type[ApiError]:
    return FAMILIES.get(status) or (ServerError if status >= 500 else ApiError)


def _text(problem: dict[str, Any], name: str) -> str | None:
    value = problem.get(name)
    return value if isinstance(value, str) and value else None


def _field_errors(value: object) -> list[FieldError]:
    entries = value if isinstance(value, list) else []
    return [
        FieldError(str(entry.get("pointer", "")), str(entry.get("message", "")))
        for entry in entries
        if isinstance(entry, dict)
    ]
