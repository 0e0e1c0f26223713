"""Called along the way, for logs, traces and metrics. Nothing here carries a key."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass

logger = logging.getLogger("headlesspro")
# A library is silent unless somebody asks for its lines.
logger.addHandler(logging.NullHandler())
_adding = threading.Lock()


@dataclass(frozen=True)
class RequestEvent:
    method: str
    url: str
    attempt: int
    """1 for the first."""
    headers: MutableMapping[str, str]
    """Headers set here are sent."""


@dataclass(frozen=True)
class ResponseEvent:
    method: str
    url: str
    attempt: int
    status: int
    request_id: str | None
    seconds: float


@dataclass(frozen=True)
class RetryEvent:
    method: str
    url: str
    attempt: int
    error: Exception
    wait: float
    """Seconds until the next attempt."""


@dataclass(frozen=True)
class MismatchEvent:
    method: str
    url: str
    message: str
    body: object


@dataclass(frozen=True)
class Hooks:
    """`on_mismatch` hears of answers that are not as the contract says."""

    on_request: Callable[[RequestEvent], None] | None = None
    on_response: Callable[[ResponseEvent], None] | None = None
    on_retry: Callable[[RetryEvent], None] | None = None
    on_mismatch: Callable[[MismatchEvent], None] | None = None

    def request(self, event: RequestEvent) -> None:
        logger.debug("%s %s (attempt %d)", event.method, event.url, event.attempt)
        if self.on_request:
            self.on_request(event)

    def response(self, event: ResponseEvent) -> None:
        logger.info(
            "%s %s %d in %.0f ms (request %s)",
            event.method,
            event.url,
            event.status,
            event.seconds * 1000,
            event.request_id,
        )
        if self.on_response:
            self.on_response(event)

    def retry(self, event: RetryEvent) -> None:
        logger.info("%s Retrying in %.1f s.", event.error, event.wait)
        if self.on_retry:
            self.on_retry(event)

    def mismatch(self, event: MismatchEvent) -> None:
        logger.warning("%s %s: %s", event.method, event.url, event.message)
        if self.on_mismatch:
            self.on_mismatch(event)


def log_as_the_environment_says() -> None:
    """With HEADLESSPRO_LOG=info or debug, lines go to standard error.

    Where the program has handlers of its own, they go there.
    """
    level = os.environ.get("HEADLESSPRO_LOG", "").upper()
    if level not in ("INFO", "DEBUG"):
        return
    with _adding:
        logger.setLevel(level)
        handlers = [*logging.root.handlers, *logger.handlers]
        if all(isinstance(handler, logging.NullHandler) for handler in handlers):
            logger.addHandler(logging.StreamHandler())
