"""What is not given comes from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping

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
    secret_key = secret_key or os.environ.get("HEADLESSPRO_SECRET_KEY")
    if not secret_key:
        raise ValueError(
            "No secret key: pass secret_key=… or set HEADLESSPRO_SECRET_KEY. "
            "`hp dev` prints the keys of the local store."
        )
    log_as_the_environment_says()
    return Settings(
        url.rstrip("/"), secret_key, timeout, retries, headers or {}, hooks or Hooks()
    )
