"""Many tasks with one `AsyncStore`, on asyncio and on trio."""

from __future__ import annotations

import anyio
import httpx
import pytest
from headlesspro_store import AsyncStore, Category, NotFoundError, TimeoutError

from conftest import CATEGORY, SECRET_KEY

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def answering(handler: object) -> AsyncStore:
    transport = httpx.MockTransport(handler)  # type: ignore[arg-type]
    client = httpx.AsyncClient(transport=transport)
    return AsyncStore(
        url="http://store.test", secret_key=SECRET_KEY, http_client=client
    )


async def test_a_hundred_tasks_get_each_its_own_answer(server_url: str) -> None:
    answered: dict[int, Category] = {}
    async with AsyncStore(url=server_url, secret_key=SECRET_KEY) as store:

        async def ask(number: int) -> None:
            answered[number] = await store.catalog.categories.get(f"cat_{number}")

        async with anyio.create_task_group() as tasks:
            for number in range(100):
                tasks.start_soon(ask, number)
    assert {n: category.id for n, category in answered.items()} == {
        number: f"cat_{number}" for number in range(100)
    }


async def test_a_cancelled_task_ends_while_it_waits_for_an_answer() -> None:
    asked = anyio.Event()

    async def never(request: httpx.Request) -> httpx.Response:
        asked.set()
        await anyio.sleep_forever()
        raise AssertionError

    attempts: list[bool] = []
    store = answering(never)
    async with anyio.create_task_group() as tasks:

        async def ask() -> None:
            attempts.append(True)
            await store.catalog.categories.get("cat_1")
            attempts.append(False)

        tasks.start_soon(ask)
        await asked.wait()
        tasks.cancel_scope.cancel()
    assert attempts == [True]


async def test_a_cancelled_task_ends_while_it_waits_for_another_attempt() -> None:
    asked = 0

    async def busy(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        return httpx.Response(429, headers={"retry-after": "60"}, json={})

    with anyio.move_on_after(0.05) as scope:
        await answering(busy).catalog.categories.get("cat_1")
    assert (scope.cancelled_caught, asked) == (True, 1)


async def test_the_timeout_of_the_caller_is_not_taken_for_the_stores_own() -> None:
    async def never(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    # Python's own, which is no error of the SDK.
    with pytest.raises(OSError) as caught:
        with anyio.fail_after(0.05):
            await answering(never).catalog.categories.get("cat_1")
    assert not isinstance(caught.value, TimeoutError)


async def test_an_attempt_ends_after_its_seconds() -> None:
    async def never(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    with pytest.raises(TimeoutError) as caught:
        await answering(never).catalog.categories.get("cat_1", timeout=0.05, retries=0)
    assert (caught.value.limit, caught.value.attempts) == ("timeout", 1)


async def test_lists_pages_answers_and_errors_are_as_in_the_store_that_blocks() -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/missing"):
            return httpx.Response(404, json={"code": "not_found"})
        if request.url.path != "/v1/categories":
            return httpx.Response(200, json=CATEGORY)
        after = None if "after" in request.url.params else "c1"
        return httpx.Response(200, json={"data": [CATEGORY], "page": {"next": after}})

    categories = answering(answer).catalog.categories
    assert [one.id async for one in categories.list()] == ["cat_1", "cat_1"]
    assert [page.has_next_page async for page in categories.list().pages()] == [
        True,
        False,
    ]
    assert len(await categories.list().take(1)) == 1
    async for one in categories.list():
        assert one.name == "Schuhe"
        break
    assert repr(categories.list()) == "AsyncApiList(GET /v1/categories)"
    assert (await categories.with_response.get("cat_1")).http.status_code == 200
    with pytest.raises(NotFoundError):
        await categories.get("missing")
