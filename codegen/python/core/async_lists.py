"""Lists that ask for a page when it is needed, to be awaited."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import httpx

from .answer import ApiAnswer
from .lists import decode_page
from .options import ApiRequest, Settings

Item = TypeVar("Item")


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
        self,
        fetch: Callable[[str | None], Awaitable[AsyncApiPage[Item]]],
        place: str,
    ) -> None:
        self._fetch = fetch
        self._place = place

    def __repr__(self) -> str:
        return f"AsyncApiList({self._place})"

    async def first_page(self) -> AsyncApiPage[Item]:
        return await self._fetch(None)

    def pages(self) -> AsyncIterator[AsyncApiPage[Item]]:
        """Page by page, from the first."""
        return _AsyncPages(self.first_page)

    def __aiter__(self) -> AsyncIterator[Item]:
        return _AsyncItems(self.pages())

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


class _AsyncPages(AsyncIterator[AsyncApiPage[Item]]):
    """No generator: one that is left early must be closed, which `break` does not."""

    def __init__(
        self, first_page: Callable[[], Awaitable[AsyncApiPage[Item] | None]]
    ) -> None:
        self._ask = first_page

    async def __anext__(self) -> AsyncApiPage[Item]:
        page = await self._ask()
        if page is None:
            raise StopAsyncIteration
        self._ask = page.next_page
        return page


class _AsyncItems(AsyncIterator[Item]):
    def __init__(self, pages: AsyncIterator[AsyncApiPage[Item]]) -> None:
        self._pages = pages
        self._items: Iterator[Item] = iter(())

    async def __anext__(self) -> Item:
        while True:
            for item in self._items:
                return item
            self._items = iter((await self._pages.__anext__()).data)


def read_async_page(
    answer: ApiAnswer[Any],
    request: ApiRequest,
    settings: Settings,
    fetch: Callable[[str | None], Awaitable[AsyncApiPage[Any]]],
) -> AsyncApiPage[Any]:
    items, after = decode_page(answer.data, request, settings)
    return AsyncApiPage(items, after, answer.http, fetch)
