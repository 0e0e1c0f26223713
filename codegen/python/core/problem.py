"""The error class of a problem's code, with its details typed."""

from __future__ import annotations

import inspect

from .decode import decode
from .errors import ApiError, FailedAnswer, FailureContext, family_of
from .type_names import resolve


def to_api_error(answer: FailedAnswer, context: FailureContext) -> ApiError:
    """The class of the code; for a code of a newer platform, the status's family."""
    from ..errors import BY_CODE

    code = answer.body.get("code") if isinstance(answer.body, dict) else None
    known = BY_CODE.get(code) if isinstance(code, str) else None
    error = (known or family_of(answer.status))(answer, context)
    details = inspect.get_annotations(known).get("details") if known else None
    if details is not None:
        error.details = decode(error.details, resolve(details), [])
    return error
