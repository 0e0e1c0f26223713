"""Whose connections are closed, and what comes of a call after that."""

from __future__ import annotations

import httpx
import pytest
from headlesspro_store import AsyncStore, Store

from conftest import CATEGORY, SECRET_KEY, given_category


def test_a_call_after_close_says_so_and_is_not_tried_again(server_url: str) -> None:
    waits: list[float] = []
    with Store(url=server_url, secret_key=SECRET_KEY, sleep=waits.append) as store:
        assert store.catalog.categories.get("cat_1").id == "cat_1"
    with pytest.raises(RuntimeError, match="closed"):
        store.catalog.categories.get("cat_1")
    assert waits == []
    store.close()


@pytest.mark.anyio
async def test_so_it_is_where_calls_are_awaited(server_url: str) -> None:
    async with AsyncStore(url=server_url, secret_key=SECRET_KEY) as store:
        assert (await store.catalog.categories.get("cat_1")).id == "cat_1"
    with pytest.raises(RuntimeError, match="closed"):
        await store.catalog.categories.get("cat_1")
    await store.close()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_a_client_that_was_given_stays_open() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=CATEGORY))
    client = httpx.Client(transport=transport)
    with Store(url="http://store.test", secret_key=SECRET_KEY, http_client=client):
        pass
    assert not client.is_closed


def test_a_list_that_is_left_early_leaves_nothing_open() -> None:
    page = {"data": [CATEGORY, CATEGORY], "page": {"next": "c1"}}
    given = given_category(**page)
    for _ in given.store.catalog.categories.list():
        break
    assert len(given.requests) == 1
