"""When to try again, and after how long. Nothing here waits or sends."""

from __future__ import annotations

import random
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from .errors import ApiError, HeadlessProError

FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0
LONGEST_RETRY_AFTER = 60.0
"""The server may ask for this long. Longer, and the caller decides."""


def is_retryable(error: HeadlessProError) -> bool:
    """Whether the same request may succeed. Writes carry a key: a repeat is safe."""
    if not isinstance(error, ApiError) or error.status in (408, 429):
        return True
    if error.status == 409:
        return error.code == "idempotency_in_progress"
    return error.status >= 500 and error.status != 501


def wait_before_retry(attempt: int, retry_after: float | None) -> float | None:
    """Seconds after attempt `attempt`; None where the server asks for too many."""
    if retry_after is not None:
        return None if retry_after > LONGEST_RETRY_AFTER else retry_after
    full: float = min(FIRST_WAIT * 2.0 ** (attempt - 1), LONGEST_WAIT)
    return full * (0.5 + random.random() / 2)


def parse_retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds from a Retry-After header: a number, or an HTTP date."""
    if header is None or header.strip() == "":
        return None
    text = header.strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        # Neither of the two that HTTP knows: as if it were not there.
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=timezone.utc)
    return max(0.0, (date - now).total_seconds())
