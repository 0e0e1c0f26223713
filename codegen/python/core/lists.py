"""Lists that ask for a page when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

    def __init__(
        self, fetch: Callable[[str | None], ApiPage[Item]], place: str
    ) -> None:
        self._fetch = fetch
        self._place = place

    def __repr__(self) -> str:
        return f"ApiList({self._place})"

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


def read_page(
    answer: ApiAnswer[Any],
    request: ApiRequest,
    settings: Settings,
    fetch: Callable[[str | None], ApiPage[Any]],
) -> ApiPage[Any]:
    items, after = decode_page(answer.data, request, settings)
    return ApiPage(items, after, answer.http, fetch)


def decode_page(
    body: Any, request: ApiRequest, settings: Settings
) -> tuple[list[Any], str | None]:
    """The items of a page, and the cursor of the next."""
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
