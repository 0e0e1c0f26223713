"""How Python's names stand in JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WireName:
    """Annotates a key of a TypedDict whose name in JSON is not its camelCase."""

    name: str


def to_camel(name: str) -> str:
    """`customer_id` is `customerId`; `class_` is `class`."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)
