"""What is not given comes from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from .hooks import Hooks, log_as_the_environment_says
from .options import Settings


def read_settings(
    *,
    url: str | None,
    secret_key: str | None,
    timeout: float,
    retries: int,
    headers: Mapping[str, str] | None,
    hooks: Hooks | None,
) -> Settings:
    """What is given wins over HEADLESSPRO_URL and HEADLESSPRO_SECRET_KEY."""
    url = url or os.environ.get("HEADLESSPRO_URL")
    if not url:
        raise ValueError(
            "No url: pass url=… or set HEADLESSPRO_URL. `hp dev` prints it; "
            "http://127.0.0.1:4000 unless that was taken."
        )
    if not _is_of_the_web(url):
        raise ValueError(
            f"The url {url!r} is none of the web: write it like http://127.0.0.1:4000."
        )
    # Files and secret stores like to end with a line break.
    secret_key = (secret_key or os.environ.get("HEADLESSPRO_SECRET_KEY") or "").strip()
    if not secret_key:
        raise ValueError(
            "No secret key: pass secret_key=… or set HEADLESSPRO_SECRET_KEY. "
            "`hp dev` prints the keys of the local store."
        )
    if not re.fullmatch(r"[!-~]+", secret_key):
        raise ValueError(
            "The secret key has a character that no key has: a blank, a line break or "
            "one that is not ASCII. `hp dev` prints the keys of the local store."
        )
    log_as_the_environment_says()
    return Settings(
        url.rstrip("/"), secret_key, timeout, retries, headers or {}, hooks or Hooks()
    )


def _is_of_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        # Reading the port is what finds one that is no number.
        is_whole = bool(parts.hostname) and parts.port != 0
        return parts.scheme in ("http", "https") and is_whole
    except ValueError:
        return False
