"""Standard Webhooks: HMAC-SHA256 over id, timestamp and body."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import time
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from .errors import FailureContext, HeadlessProError

Reason = Literal["headers", "timestamp", "signature", "body", "secret"]


class WebhookVerificationError(HeadlessProError):
    """The webhook is not to be trusted. `reason` says what is wrong with it."""

    reason: Reason

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message, FailureContext(attempts=0, idempotency_key=None))
        self.reason = reason


def verify(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secrets: Sequence[str] | None = None,
    tolerance: float = 300,
    now: float | None = None,
) -> Any:
    """The parsed body. Nothing of it is read before its signature was found right."""
    keys = [_key(secret) for secret in _secrets(secrets)]
    content = _content(body)
    message_id = _header(headers, "webhook-id")
    timestamp = _header(headers, "webhook-timestamp")
    signatures = _header(headers, "webhook-signature").split(" ")
    present = time.time() if now is None else now
    if abs(present - _seconds(timestamp)) > tolerance:
        raise WebhookVerificationError(
            "timestamp",
            f"The webhook was signed at {timestamp}, too far from now "
            f"({present:.0f}): a replay, or a clock is wrong.",
        )
    for key in keys:
        expected = _signature(key, message_id, timestamp, content)
        for signature in signatures:
            if hmac.compare_digest(signature.encode(), expected.encode()):
                return _parsed(content)
    raise WebhookVerificationError(
        "signature",
        "No signature fits: the body was changed on its way, or the secret is another.",
    )


def sign(
    body: bytes | str,
    *,
    secret: str,
    id: str | None = None,
    timestamp: float | None = None,
) -> dict[str, str]:
    """Headers that make `body` a signed webhook, to test a receiver with."""
    message_id = id or f"msg_{uuid.uuid4().hex}"
    seconds = str(int(time.time() if timestamp is None else timestamp))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": _signature(
            _key(secret), message_id, seconds, _content(body)
        ),
    }


def _secrets(given: Sequence[str] | None) -> list[str]:
    names = os.environ.get("HEADLESSPRO_WEBHOOK_SECRET", "").split(",")
    present = [name.strip() for name in names if name.strip()]
    secrets = present if given is None else list(given)
    if not secrets:
        raise WebhookVerificationError(
            "secret", "No secret: pass secrets=[…] or set HEADLESSPRO_WEBHOOK_SECRET."
        )
    return secrets


def _key(secret: str) -> bytes:
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    # Whoever knows that it is empty could sign with it.
    if not key:
        raise WebhookVerificationError(
            "secret", "A webhook secret is whsec_ and base64."
        )
    return key


def _seconds(timestamp: str) -> float:
    """What is no number of seconds is as far away as can be."""
    is_number = timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 16
    return int(timestamp) if is_number else float("inf")


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError as cause:
        raise WebhookVerificationError(
            "body", "The signature is right, but the body is not JSON."
        ) from cause


def _content(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    raise WebhookVerificationError(
        "body",
        "The body was parsed already; the signature is of its bytes. Pass them: "
        "request.body in Django, request.get_data() in Flask, "
        "await request.body() in FastAPI and Starlette.",
    )


def _header(headers: Mapping[str, str], name: str) -> str:
    for key, value in headers.items():
        if key.lower() == name and value:
            return value
    raise WebhookVerificationError(
        "headers", f"The header {name} is missing: not a webhook of ours."
    )


def _signature(key: bytes, message_id: str, timestamp: str, content: bytes) -> str:
    signed = f"{message_id}.{timestamp}.".encode() + content
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"
