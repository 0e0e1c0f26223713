"""Lists that ask for a page when it is needed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import httpx

from .answer import ApiAnswer
from .decode import decode
from .hooks import MismatchEvent
from .options import ApiRequest, Settings
from .type_names import resolve

Item = TypeVar("Item")


@dataclass(frozen=True)
class ApiPage(Generic[Item]):
    data: list[Item]
    next: str | None
    """Cursor of the next page, for `after`; None on the last."""
    http: httpx.Response = field(repr=False)
    _fetch: Callable[[str | None], ApiPage[Item]] = field(repr=False)

    @property
    def has_next_page(self) -> bool:
        return self.next is not None

    def next_page(self) -> ApiPage[Item] | None:
        """None on the last page. The filters stay as they are."""
        return None if self.next is None else self._fetch(self.next)


class ApiList(Generic[Item]):
    """Iterate it for all items, page by page as they are needed."""

    def __init__(self, fetch: Callable[[str | None], ApiPage[Item]]) -> None:
        self._fetch = fetch

    def first_page(self) -> ApiPage[Item]:
        return self._fetch(None)

    def pages(self) -> Iterator[ApiPage[Item]]:
        """Page by page, from the first."""
        page: ApiPage[Item] | None = self.first_page()
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.data

    def take(self, count: int) -> list[Item]:
        """The first items, at most `count`: say how many you can hold."""
        items: list[Item] = []
        if count <= 0:
            return items
        for page in self.pages():
            items.extend(page.data[: count - len(items)])
            if len(items) >= count:
                break
        return items


@dataclass(frozen=True)
class AsyncApiPage(Generic[Item]):
    data: list[Item]
    next: str | None
    """Cursor of the next page, for `after`; None on the last."""
    http: httpx.Response = field(repr=False)
    _fetch: Callable[[str | None], Awaitable[AsyncApiPage[Item]]] = field(repr=False)

    @property
    def has_next_page(self) -> bool:
        return self.next is not None

    async def next_page(self) -> AsyncApiPage[Item] | None:
        """None on the last page. The filters stay as they are."""
        return None if self.next is None else await self._fetch(self.next)


class AsyncApiList(Generic[Item]):
    """Iterate it for all items, page by page as they are needed."""

    def __init__(
        self, fetch: Callable[[str | None], Awaitable[AsyncApiPage[Item]]]
    ) -> None:
        self._fetch = fetch

    async def first_page(self) -> AsyncApiPage[Item]:
        return await self._fetch(None)

    async def pages(self) -> AsyncIterator[AsyncApiPage[Item]]:
        """Page by page, from the first."""
        page: AsyncApiPage[Item] | None = await self.first_page()
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.data:
                yield item

    async def take(self, count: int) -> list[Item]:
        """The first items, at most `count`: say how many you can hold."""
        items: list[Item] = []
        if count <= 0:
            return items
        async for page in self.pages():
            items.extend(page.data[: count - len(items)])
            if len(items) >= count:
                break
        return items


def read_page(
    answer: ApiAnswer[Any],
    request: ApiRequest,
    settings: Settings,
    fetch: Callable[[str | None], ApiPage[Any]],
) -> ApiPage[Any]:
    items, after = _read(answer.data, request, settings)
    return ApiPage(items, after, answer.http, fetch)


def read_async_page(
    answer: ApiAnswer[Any],
    request: ApiRequest,
    settings: Settings,
    fetch: Callable[[str | None], Awaitable[AsyncApiPage[Any]]],
) -> AsyncApiPage[Any]:
    items, after = _read(answer.data, request, settings)
    return AsyncApiPage(items, after, answer.http, fetch)


def _read(
    body: Any, request: ApiRequest, settings: Settings
) -> tuple[list[Any], str | None]:
    mismatches: list[str] = []
    answer = body if isinstance(body, dict) else {}
    data, page = answer.get("data"), answer.get("page")
    if not isinstance(data, list) or not isinstance(page, dict) or "next" not in page:
        mismatches.append('a list was answered without "data" or "page.next".')
    items = data if isinstance(data, list) else []
    after = page.get("next") if isinstance(page, dict) else None
    hint = resolve(request.output or "Any")
    decoded = [decode(item, hint, mismatches) for item in items]
    for message in mismatches:
        settings.hooks.mismatch(
            MismatchEvent(request.method, settings.url + request.path, message, body)
        )
    return decoded, after if isinstance(after, str) else None
