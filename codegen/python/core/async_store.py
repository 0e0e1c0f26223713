"""What `AsyncStore` is before it has services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any

import httpx
from typing_extensions import Self, Unpack

from .async_client import AsyncApiClient
from .environment import read_settings
from .graphql import data_in, graphql_request
from .hooks import Hooks
from .options import CallOptions, VersionedOptions, WriteOptions, custom_request


class BaseAsyncStore:
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
        http_client: httpx.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        settings = read_settings(
            url=url,
            secret_key=secret_key,
            timeout=timeout,
            retries=retries,
            headers=headers,
            hooks=hooks,
        )
        self._client = AsyncApiClient(settings, http_client, sleep)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(url={self._client.url!r})"

    async def request(
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

            await store.request("GET", "/v1/products", query={"pageSize": 1})
        """
        return await self._client.call(
            custom_request(method, path, query, body), CallOptions(**options)
        )

    async def graphql(
        self,
        document: str,
        variables: Mapping[str, object] | None = None,
        **options: Unpack[WriteOptions],
    ) -> Any:
        """The data of an answer in GraphQL, with the same retries and errors.

        What could be answered only in part is an error too: its `body` has the rest.

        Example::

            await store.graphql("{ products(first: 1) { nodes { title } } }")
        """
        request = graphql_request(document, variables)
        return data_in(await self._client.call(request, CallOptions(**options)))

    async def close(self) -> None:
        """Close the connections, unless they are those of a given `http_client`."""
        await self._client.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
