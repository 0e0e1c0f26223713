"""One call, without the sending: what to send, what an answer means, when to go on.

The clients, sync and async, send what it says and tell it what came.
"""

from __future__ import annotations

import builtins
import time
import uuid
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

import httpx

from .answer import ApiAnswer
from .content import NOT_JSON, encode_content, encode_query, parse_json
from .decode import decode
from .errors import (
    ConnectionError,
    FailedAnswer,
    FailureContext,
    HeadlessProError,
    TimeoutError,
)
from .hooks import MismatchEvent, RequestEvent, ResponseEvent, RetryEvent
from .options import ApiRequest, CallOptions, Settings
from .problem import to_api_error
from .retry import is_retryable, parse_retry_after, wait_before_retry
from .type_names import resolve


@dataclass(frozen=True)
class Attempt:
    """What to send, and the seconds that it may take."""

    method: str
    url: str
    headers: dict[str, str]
    params: httpx.QueryParams | None
    content: bytes | None
    seconds: float
    started: float


class Exchange:
    """The state of one call, from its first attempt to its end."""

    def __init__(
        self, settings: Settings, request: ApiRequest, options: CallOptions
    ) -> None:
        self._settings = settings
        self._request = request
        self._options = options
        self._url = settings.url + request.path
        self._key = options.idempotency_key
        if request.is_write and self._key is None:
            self._key = uuid.uuid4().hex
        retries = settings.retries if options.retries is None else options.retries
        self._attempts = retries + 1
        deadline = options.deadline
        self._ends = float("inf") if deadline is None else time.monotonic() + deadline
        self._attempt = 0
        self._params = encode_query(request, options)
        self._content, self._content_type = encode_content(request, options)

    def begin(self) -> Attempt:
        """The next attempt."""
        started = time.monotonic()
        if started >= self._ends:
            raise self._late("deadline")
        self._attempt += 1
        headers = self._headers()
        self._settings.hooks.request(
            RequestEvent(self._request.method, self._url, self._attempt, headers)
        )
        # Beside those that hooks saw, who may keep them.
        authorized = {**headers, "authorization": f"Bearer {self._settings.secret_key}"}
        return Attempt(
            method=self._request.method,
            url=self._url,
            headers=authorized,
            params=httpx.QueryParams(tuple(self._params)) if self._params else None,
            content=self._content,
            seconds=min(self._timeout(), self._ends - started),
            started=started,
        )

    def answered(
        self, attempt: Attempt, response: httpx.Response
    ) -> ApiAnswer[Any] | float:
        """The answer, or the seconds to wait before the next attempt."""
        request_id = response.headers.get("x-request-id")
        self._settings.hooks.response(
            ResponseEvent(
                attempt.method,
                attempt.url,
                self._attempt,
                response.status_code,
                request_id,
                time.monotonic() - attempt.started,
            )
        )
        if response.is_success and self._request.is_file:
            return ApiAnswer(response.content, response)
        status, body = response.status_code, parse_json(response.content)
        failure = self._request.failure_in(body) if self._request.failure_in else None
        if failure is not None:
            declared, body = failure
            status = declared or (500 if response.is_success else status)
        elif response.is_success and body is not NOT_JSON:
            return ApiAnswer(self._read(body), response)
        retry_after = parse_retry_after(
            response.headers.get("retry-after"), datetime.now(timezone.utc)
        )
        answer = FailedAnswer(
            status,
            response.text if body is NOT_JSON else body,
            request_id,
            retry_after,
        )
        return self._wait_after(to_api_error(answer, self._context()), retry_after)

    def failed(self, cause: Exception) -> float:
        """Seconds to wait after an attempt that no answer came to."""
        if isinstance(cause, (httpx.TimeoutException, builtins.TimeoutError)):
            is_over = time.monotonic() + 0.001 >= self._ends
            if is_over:
                raise self._late("deadline") from cause
            return self._wait_after(self._late("timeout"), None, cause)
        place = f"{self._request.method} {self._url}"
        if isinstance(cause, httpx.LocalProtocolError):
            # The cause shows the header: its value may be a secret.
            message = f"{place}: could not be sent. Is each header one line of ASCII?"
            raise ConnectionError(message, self._context()) from cause
        message = (
            f"{place}: no answer ({cause}, attempt {self._attempt}). Is the platform "
            "running there?"
        )
        return self._wait_after(ConnectionError(message, self._context()), None, cause)

    def _wait_after(
        self,
        error: HeadlessProError,
        retry_after: float | None,
        cause: Exception | None = None,
    ) -> float:
        if self._attempt >= self._attempts or not is_retryable(error):
            raise error from cause
        wait = wait_before_retry(self._attempt, retry_after)
        if wait is None or time.monotonic() + wait >= self._ends:
            raise error from cause
        self._settings.hooks.retry(
            RetryEvent(self._request.method, self._url, self._attempt, error, wait)
        )
        return wait

    def _read(self, body: Any) -> Any:
        if self._request.output is None:
            return body
        mismatches: list[str] = []
        data = decode(body, resolve(self._request.output), mismatches)
        for message in mismatches:
            self._settings.hooks.mismatch(
                MismatchEvent(self._request.method, self._url, message, body)
            )
        return data

    def _headers(self) -> dict[str, str]:
        headers = {"accept": "application/json"}
        for given in (self._settings.headers, self._options.extra_headers or {}):
            headers.update({name.lower(): value for name, value in given.items()})
        if self._content_type is not None:
            headers["content-type"] = self._content_type
        if self._key is not None:
            headers["idempotency-key"] = self._key
        if self._options.if_version is not None:
            headers["if-match"] = f'"{self._options.if_version}"'
        if self._attempt > 1:
            headers["retry-attempt"] = str(self._attempt - 1)
        return headers

    def _timeout(self) -> float:
        timeout = self._options.timeout
        return self._settings.timeout if timeout is None else timeout

    def _context(self) -> FailureContext:
        return FailureContext(self._attempt, self._key)

    def _late(self, limit: Any) -> TimeoutError:
        allowed = self._options.deadline if limit == "deadline" else self._timeout()
        message = (
            f"{self._request.method} {self._url}: no answer within the {limit} of "
            f"{allowed} s (attempt {self._attempt})."
        )
        return TimeoutError(message, limit, self._context())
