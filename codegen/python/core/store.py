"""What `Store` is before it has services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

import httpx
from typing_extensions import Self, Unpack

from .client import ApiClient
from .environment import read_settings
from .hooks import Hooks
from .options import ApiRequest, CallOptions, VersionedOptions


class BaseStore:
    """`timeout` is seconds for one attempt; `sleep` replaces waiting, for tests."""

    def __init__(
        self,
        *,
        url: str | None = None,
        secret_key: str | None = None,
        timeout: float = 30,
        retries: int = 2,
        headers: Mapping[str, str] | None = None,
        hooks: Hooks | None = None,
        http_client: httpx.Client | None = None,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        settings = read_settings(
            url=url,
            secret_key=secret_key,
            timeout=timeout,
            retries=retries,
            headers=headers,
            hooks=hooks,
        )
        self._client = ApiClient(settings, http_client, sleep)

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        **options: Unpack[VersionedOptions],
    ) -> Any:
        """Any request, with the same retries and errors. Names are those of the wire.

        Example::

            store.request("GET", "/v1/products", query={"pageSize": 1})
        """
        return self._client.call(
            ApiRequest(method, path, query=query, body=body, is_write=method != "GET"),
            CallOptions(**options),
        )

    def close(self) -> None:
        """Close the connections, unless they are those of a given `http_client`."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
