"""JSON into models. Nothing is refused: what does not fit is kept as it came."""

from __future__ import annotations

import datetime as dt
import functools
import re
import types
from collections.abc import Callable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from .model import ApiModel, wire_name
from .type_names import hints_of

NOTHING = type(None)
FRACTION = re.compile(r"\.\d+")
Mismatches = list[str]
Decoder = Callable[[Any, str, Mismatches], Any]


def decode(value: Any, hint: Any, mismatches: Mismatches) -> Any:
    """The value as its type says; places that do not fit go to `mismatches`."""
    return decoder_of(hint)(value, "", mismatches)


@functools.cache
def decoder_of(hint: Any) -> Decoder:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return decoder_of(arguments[0])
    if hint is Any or hint is object:
        return lambda value, place, mismatches: value
    if origin is list:
        return _list_of(decoder_of(arguments[0]))
    if origin is dict:
        return _map_of(decoder_of(arguments[1]))
    if origin is Literal:
        return _one_of(arguments)
    if origin in (Union, types.UnionType):
        return _union_of(arguments)
    if isinstance(hint, type) and issubclass(hint, ApiModel):
        return _model_of(hint)
    if hint is dt.datetime:
        return _time
    if hint is dt.date:
        return _date
    return _plain(hint)


def _plain(expected: type) -> Decoder:
    accepted = (int, float) if expected is float else (expected,)

    def decode_plain(value: Any, place: str, mismatches: Mismatches) -> Any:
        fits = isinstance(value, accepted) and (
            expected is bool or not isinstance(value, bool)
        )
        if not fits:
            mismatches.append(_says(place, value, expected.__name__))
        return value

    return decode_plain


def _one_of(values: tuple[Any, ...]) -> Decoder:
    def decode_literal(value: Any, place: str, mismatches: Mismatches) -> Any:
        if value not in values:
            mismatches.append(_says(place, value, f"one of {list(values)}"))
        return value

    return decode_literal


def _list_of(item: Decoder) -> Decoder:
    def decode_list(value: Any, place: str, mismatches: Mismatches) -> Any:
        if not isinstance(value, list):
            mismatches.append(_says(place, value, "list"))
            return value
        return [
            item(one, f"{place}/{index}", mismatches) for index, one in enumerate(value)
        ]

    return decode_list


def _map_of(item: Decoder) -> Decoder:
    def decode_map(value: Any, place: str, mismatches: Mismatches) -> Any:
        if not isinstance(value, dict):
            mismatches.append(_says(place, value, "object"))
            return value
        return {
            name: item(one, f"{place}/{name}", mismatches)
            for name, one in value.items()
        }

    return decode_map


def _union_of(members: tuple[Any, ...]) -> Decoder:
    """The member that fits best; of two that fit alike, the first."""
    decoders = [decoder_of(member) for member in members if member is not NOTHING]
    is_nullable = len(decoders) < len(members)

    def decode_union(value: Any, place: str, mismatches: Mismatches) -> Any:
        if value is None and is_nullable:
            return None
        if len(decoders) == 1:
            return decoders[0](value, place, mismatches)
        best: tuple[Any, Mismatches] | None = None
        for decoder in decoders:
            found: Mismatches = []
            result = decoder(value, place, found)
            if not found:
                return result
            if best is None or len(found) < len(best[1]):
                best = (result, found)
        if best is None:
            return value
        mismatches.extend(best[1])
        return best[0]

    return decode_union


def _model_of(model: type[ApiModel]) -> Decoder:
    # Made on first use: models may mention each other in a circle.
    @functools.cache
    def fields() -> list[tuple[str, str, Decoder, bool]]:
        hints = hints_of(model)
        return [
            (name, wire_name(model, name), decoder_of(hints[name]), field.is_required())
            for name, field in model.model_fields.items()
        ]

    def decode_model(value: Any, place: str, mismatches: Mismatches) -> Any:
        if not isinstance(value, dict):
            mismatches.append(_says(place, value, model.__name__))
            return value
        rest = dict(value)
        known: dict[str, Any] = {}
        given: set[str] = set()
        for name, wire, decoder, is_required in fields():
            if wire in rest:
                known[name] = decoder(rest.pop(wire), f"{place}/{wire}", mismatches)
                given.add(name)
            elif is_required:
                mismatches.append(f"{place}/{wire} is missing.")
                known[name] = None
        return model.model_construct(_fields_set=given, **{**rest, **known})

    return decode_model


def _time(value: Any, place: str, mismatches: Mismatches) -> Any:
    try:
        # Python 3.10 knows neither the Z nor fractions but of three or six digits.
        text = FRACTION.sub(_six_digits, value.replace("Z", "+00:00"))
        time = dt.datetime.fromisoformat(text)
        return time if time.tzinfo else time.replace(tzinfo=dt.timezone.utc)
    except (AttributeError, ValueError):
        mismatches.append(_says(place, value, "date-time"))
        return value


def _six_digits(fraction: re.Match[str]) -> str:
    return fraction[0][:7].ljust(7, "0")


def _date(value: Any, place: str, mismatches: Mismatches) -> Any:
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        mismatches.append(_says(place, value, "date"))
        return value


def _says(place: str, value: Any, expected: str) -> str:
    return f"{place or '/'} is {type(value).__name__}, expected {expected}."
