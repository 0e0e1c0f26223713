"""Sends the calls of `Store`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx

from .answer import ApiAnswer
from .content import page_query
from .exchange import Attempt, Exchange
from .lists import ApiList, ApiPage, read_page
from .options import ApiRequest, CallOptions, Settings


class ApiClient:
    """Shared by the resources of a store. Safe to use from several threads."""

    def __init__(
        self,
        settings: Settings,
        http_client: httpx.Client | None,
        sleep: Callable[[float], None] | None,
    ) -> None:
        self._settings = settings
        self._owns_http = http_client is None
        self._http = http_client or httpx.Client()
        self._sleep = sleep or time.sleep

    @property
    def url(self) -> str:
        return self._settings.url

    @property
    def answering(self) -> _AnsweringClient:
        return _AnsweringClient(self)

    def call(self, request: ApiRequest, options: CallOptions) -> Any:
        return self.send(request, options).data

    def list(self, request: ApiRequest, options: CallOptions) -> ApiList[Any]:
        """Sends nothing until it is iterated."""

        def fetch(after: str | None) -> ApiPage[Any]:
            query = page_query(request.query, after)
            answer = self.send(replace(request, query=query, output=None), options)
            return read_page(answer, request, self._settings, fetch)

        return ApiList(fetch, f"{request.method} {request.path}")

    def send(self, request: ApiRequest, options: CallOptions) -> ApiAnswer[Any]:
        exchange = Exchange(self._settings, request, options)
        while True:
            attempt = exchange.begin()
            try:
                response = self._transmit(attempt)
            except httpx.RequestError as cause:
                outcome: ApiAnswer[Any] | float = exchange.failed(cause)
            else:
                outcome = exchange.answered(attempt, response)
            if isinstance(outcome, ApiAnswer):
                return outcome
            self._sleep(outcome)

    def close(self) -> None:
        if self._owns_http:
            self._http.close()

    def _transmit(self, attempt: Attempt) -> httpx.Response:
        request = self._http.build_request(
            attempt.method,
            attempt.url,
            params=attempt.params,
            headers=attempt.headers,
            content=attempt.content,
            timeout=attempt.seconds,
        )
        response = self._http.send(request, stream=True)
        if isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _TimedStream(response.stream, attempt)
        try:
            response.read()
        finally:
            response.close()
        return response


class _AnsweringClient:
    """Gives the HTTP response too."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def call(self, request: ApiRequest, options: CallOptions) -> ApiAnswer[Any]:
        return self._client.send(request, options)


class _TimedStream(httpx.SyncByteStream):
    """httpx limits each read; an attempt is limited as a whole."""

    def __init__(self, stream: httpx.SyncByteStream, attempt: Attempt) -> None:
        self._stream = stream
        self._ends = attempt.started + attempt.seconds

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            if time.monotonic() > self._ends:
                raise httpx.ReadTimeout("The answer took too long.")
            yield chunk

    def close(self) -> None:
        self._stream.close()
