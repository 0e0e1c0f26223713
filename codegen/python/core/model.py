"""The base of what the API answers with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from .type_names import all_types
from .wire_names import to_camel


class ApiModel(BaseModel):
    """Frozen. Properties of a newer platform are kept in `model_extra`."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        defer_build=True,
        alias_generator=to_camel,
        populate_by_name=True,
        protected_namespaces=(),
    )

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Types of other modules are found, though they are imported on use."""
        return super().model_rebuild(
            force=force,
            raise_errors=raise_errors,
            _parent_namespace_depth=_parent_namespace_depth + 1,
            _types_namespace={**all_types(), **(_types_namespace or {})},
        )

    def to_dict(self) -> dict[str, Any]:
        """As the API had it: names of the wire, times as text."""
        given = {
            wire_name(type(self), name): value
            for name, value in self.__dict__.items()
            if name in self.model_fields_set
        }
        return {
            name: to_json(value)
            for name, value in {**given, **(self.model_extra or {})}.items()
        }


def wire_name(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].alias or to_camel(name)


def to_json(value: Any) -> Any:
    """A value of Python as JSON has it."""
    if isinstance(value, ApiModel):
        return value.to_dict()
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; give it one (tzinfo=…).")
        # As the API writes times: in milliseconds, unless they are more exact.
        exactness = "microseconds" if value.microsecond % 1000 else "milliseconds"
        return value.isoformat(timespec=exactness).replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: to_json(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    return value
