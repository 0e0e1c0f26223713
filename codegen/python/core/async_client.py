"""Sends the calls of `AsyncStore`. Cancelling the task cancels the call."""

from __future__ import annotations

import builtins
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import anyio
import httpx

from .answer import ApiAnswer
from .async_lists import AsyncApiList, AsyncApiPage, read_async_page
from .content import page_query
from .exchange import Attempt, Exchange
from .options import ApiRequest, CallOptions, Settings


class AsyncApiClient:
    """Shared by the resources of a store."""

    def __init__(
        self,
        settings: Settings,
        http_client: httpx.AsyncClient | None,
        sleep: Callable[[float], Awaitable[None]] | None,
    ) -> None:
        self._settings = settings
        self._owns_http = http_client is None
        self._http = http_client or httpx.AsyncClient()
        self._sleep = sleep or anyio.sleep

    @property
    def url(self) -> str:
        return self._settings.url

    @property
    def answering(self) -> _AsyncAnsweringClient:
        return _AsyncAnsweringClient(self)

    async def call(self, request: ApiRequest, options: CallOptions) -> Any:
        return (await self.send(request, options)).data

    def list(self, request: ApiRequest, options: CallOptions) -> AsyncApiList[Any]:
        """Sends nothing until it is iterated."""

        async def fetch(after: str | None) -> AsyncApiPage[Any]:
            query = page_query(request.query, after)
            answer = await self.send(
                replace(request, query=query, output=None), options
            )
            return read_async_page(answer, request, self._settings, fetch)

        return AsyncApiList(fetch, f"{request.method} {request.path}")

    async def send(self, request: ApiRequest, options: CallOptions) -> ApiAnswer[Any]:
        exchange = Exchange(self._settings, request, options)
        while True:
            attempt = exchange.begin()
            try:
                with anyio.fail_after(attempt.seconds):
                    response = await self._transmit(attempt)
            except (httpx.RequestError, builtins.TimeoutError) as cause:
                outcome: ApiAnswer[Any] | float = exchange.failed(cause)
            else:
                outcome = exchange.answered(attempt, response)
            if isinstance(outcome, ApiAnswer):
                return outcome
            await self._sleep(outcome)

    async def close(self) -> None:
        if self._owns_http:
            await self._http.aclose()

    async def _transmit(self, attempt: Attempt) -> httpx.Response:
        return await self._http.request(
            attempt.method,
            attempt.url,
            params=attempt.params,
            headers=attempt.headers,
            content=attempt.content,
            timeout=attempt.seconds,
        )


class _AsyncAnsweringClient:
    """Gives the HTTP response too."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def call(self, request: ApiRequest, options: CallOptions) -> ApiAnswer[Any]:
        return await self._client.send(request, options)
