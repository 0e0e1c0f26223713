"""Types of the SDK by name. A module is imported when the first of its types is met."""

from __future__ import annotations

import builtins
import datetime
import functools
import importlib
import inspect
import typing
from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import NotRequired

from .._modules import MODULES
from .wire_names import WireName


class _Types(dict[str, Any]):
    def __missing__(self, name: str) -> Any:
        if name not in MODULES:
            raise KeyError(name)
        place, _, own_name = MODULES[name].partition(":")
        module = importlib.import_module(f"..{place}", __package__)
        value = getattr(module, own_name or name)
        self[name] = value
        return value


_types = _Types(
    {name: getattr(typing, name) for name in ("Annotated", "Any", "Literal", "Union")},
    Mapping=Mapping,
    NotRequired=NotRequired,
    Sequence=Sequence,
    WireName=WireName,
    builtins=builtins,
    dt=datetime,
)


def all_types() -> dict[str, Any]:
    """Every type by name; this imports every module."""
    return {**{name: _types[name] for name in MODULES}, **_types}


@functools.cache
def resolve(expression: str) -> Any:
    """The type that an annotation of this SDK's own code means."""
    return eval(expression, {}, _types)


def hints_of(owner: type) -> Mapping[str, Any]:
    """Types of the fields of a model or a TypedDict, with those that it inherits."""
    package = __name__.partition("._core")[0]
    hints: dict[str, Any] = {}
    for base in reversed(owner.__mro__):
        if not base.__module__.startswith(package) or base.__name__ == "ApiModel":
            continue
        for name, annotation in inspect.get_annotations(base).items():
            hints[name] = resolve(getattr(annotation, "__forward_arg__", annotation))
    return hints
