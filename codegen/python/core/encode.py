"""Arguments into JSON: names of the wire, times as text, nothing that was left out."""

from __future__ import annotations

import functools
import types
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Union, get_args, get_origin, is_typeddict

from typing_extensions import NotRequired

from .model import to_json
from .not_given import NotGiven
from .type_names import hints_of, resolve
from .wire_names import WireName, to_camel


def encode_input(
    values: Mapping[str, Any], name: str | None, extra: Mapping[str, object] | None
) -> dict[str, Any]:
    """The input of an operation; `extra` is added as it is."""
    known = encode(values, resolve(name) if name else Any)
    return {**known, **(extra or {})}


def encode(value: Any, hint: Any) -> Any:
    """Keys of a TypedDict are renamed; those of a map are the caller's own."""
    shape = _shape_in(hint)
    if isinstance(value, Mapping) and is_typeddict(shape):
        fields = _fields_of(shape)
        return {
            fields[name][0] if name in fields else name: encode(
                item, fields[name][1] if name in fields else Any
            )
            for name, item in value.items()
            if not isinstance(item, NotGiven)
        }
    if isinstance(value, Mapping):
        inner = _argument(hint, Mapping)
        return {name: encode(item, inner) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        inner = _argument(hint, Sequence)
        return [encode(item, inner) for item in value]
    return to_json(value)


@functools.cache
def _fields_of(shape: type) -> dict[str, tuple[str, Any]]:
    return {name: (_wire(name, hint), hint) for name, hint in hints_of(shape).items()}


def _wire(name: str, hint: Any) -> str:
    if get_origin(hint) is NotRequired:
        return _wire(name, get_args(hint)[0])
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    given = [mark.name for mark in marks if isinstance(mark, WireName)]
    return given[0] if given else to_camel(name)


def _members(hint: Any) -> list[Any]:
    if get_origin(hint) in (Annotated, NotRequired):
        return _members(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return [one for member in get_args(hint) for one in _members(member)]
    return [hint]


def _shape_in(hint: Any) -> Any:
    return next((member for member in _members(hint) if is_typeddict(member)), None)


def _argument(hint: Any, kind: Any) -> Any:
    for member in _members(hint):
        if get_origin(member) is kind:
            return get_args(member)[-1]
    return Any
