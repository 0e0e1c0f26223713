"""What every webhook event has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from .decode import decode
from .model import ApiModel


class Event(ApiModel):
    id: str
    subject: str
    """Id of what it happened to."""
    timestamp: dt.datetime
    """Business time, which the emulator can move."""


class UnknownEvent(Event):
    """An event of a newer platform than this SDK."""

    original_type: str
    """The type that it came with."""
    data: Any


def read_event(body: Any, known: Mapping[str, type[Event]]) -> Any:
    """Types that this SDK does not know become an `UnknownEvent`."""
    fields = body if isinstance(body, dict) else {"data": body}
    name = str(fields.get("type", ""))
    if name in known:
        return decode(fields, known[name], [])
    return decode({**fields, "originalType": name}, UnknownEvent, [])
