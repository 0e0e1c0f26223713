"""When a call is tried again, and how long it waits before."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import httpx
import pytest
from headlesspro_store import (
    ApiError,
    ConnectionError,
    RateLimitError,
    ServerError,
    TimeoutError,
)

from conftest import given_store


def unavailable(request: httpx.Request, number: int) -> httpx.Response:
    return httpx.Response(503, json={"code": "unavailable"})


def test_waits_between_half_and_all_of_a_time_that_doubles_up_to_eight_seconds() -> (
    None
):
    waits: list[list[float]] = []
    for _ in range(60):
        given = given_store(unavailable, retries=7)
        with pytest.raises(ServerError):
            given.store.catalog.categories.get("cat_1")
        waits.append(given.waits)
    for number, at_this_attempt in enumerate(zip(*waits, strict=True)):
        full = min(0.5 * 2**number, 8)
        assert all(full / 2 <= wait <= full for wait in at_this_attempt)
        # Clients that failed together do not come back together.
        assert max(at_this_attempt) - min(at_this_attempt) > full / 4


def asked_to_wait(retry_after: str, **options: Any) -> list[float]:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        headers = {"retry-after": retry_after}
        return (
            httpx.Response(429, headers=headers, json={})
            if number == 1
            else httpx.Response(200, json={})
        )

    given = given_store(answer)
    given.store.request("GET", "/v1/store", **options)
    return given.waits


@pytest.mark.parametrize(
    ("header", "seconds"), [("3", 3), ("0", 0), ("1.5", 1.5), (" 60 ", 60)]
)
def test_waits_for_the_seconds_that_the_server_asks(
    header: str, seconds: float
) -> None:
    assert asked_to_wait(header) == [seconds]


def test_waits_until_the_time_that_the_server_names() -> None:
    soon = datetime.now(timezone.utc) + timedelta(seconds=30)
    (wait,) = asked_to_wait(format_datetime(soon, usegmt=True))
    assert 25 < wait <= 30
    assert asked_to_wait("Fri, 27 Nov 2020 08:00:00 GMT") == [0]
    assert asked_to_wait("Fri, 27 Nov 2020 08:00:00 -0000") == [0]


@pytest.mark.parametrize(
    "header",
    [
        *["soon", "-1", "1,5", ".", "1e3", "NaN", "0 0 0 0 0", ", , ,", "a,b c d"],
        *["Fri, 99 Nov 2026 08:00:00 GMT", "Fri, 27 Nov 2026 08:00:00 +999999999"],
    ],
)
def test_backs_off_as_usual_where_retry_after_is_none_that_http_knows(
    header: str,
) -> None:
    (wait,) = asked_to_wait(header)
    assert 0.25 <= wait <= 0.5


def test_fails_at_once_where_the_server_asks_for_more_than_a_minute() -> None:
    headers = {"retry-after": "61"}
    given = given_store(lambda *_: httpx.Response(429, headers=headers, json={}))
    with pytest.raises(RateLimitError) as caught:
        given.store.catalog.categories.get("cat_1")
    assert (caught.value.retry_after, caught.value.attempts, given.waits) == (61, 1, [])


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_tries_three_times_where_the_answer_may_be_better_later(status: int) -> None:
    given = given_store(lambda *_: httpx.Response(status, text="<html>"))
    with pytest.raises(ApiError) as caught:
        given.store.catalog.categories.get("cat_1")
    assert (caught.value.status, caught.value.attempts) == (status, 3)
    marks = [request.headers.get("retry-attempt") for request in given.requests]
    assert marks == [None, "1", "2"]


@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 409, 422, 501])
def test_does_not_try_again_what_stays_wrong(status: int) -> None:
    given = given_store(lambda *_: httpx.Response(status, json={"code": "stays"}))
    with pytest.raises(ApiError):
        given.store.catalog.categories.get("cat_1")
    assert len(given.requests) == 1


def test_keeps_the_key_of_a_write_while_the_first_is_still_being_worked_on() -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        busy = {"code": "idempotency_in_progress"}
        return httpx.Response(409, json=busy) if number == 1 else httpx.Response(204)

    given = given_store(answer)
    given.store.catalog.categories.delete("cat_1")
    keys = {request.headers["idempotency-key"] for request in given.requests}
    assert (len(given.requests), len(keys)) == (2, 1)


def test_says_after_how_many_attempts_no_answer_came() -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        raise httpx.ConnectError("refused") if number < 3 else httpx.ReadTimeout("late")

    given = given_store(answer)
    with pytest.raises(TimeoutError, match=r"timeout of 30 s \(attempt 3\)") as caught:
        given.store.catalog.categories.get("cat_1")
    assert (caught.value.attempts, caught.value.limit) == (3, "timeout")


def test_counts_no_attempt_that_was_not_made() -> None:
    given = given_store(unavailable)
    with pytest.raises(TimeoutError, match="deadline of 0 s") as caught:
        given.store.catalog.categories.get("cat_1", deadline=0)
    assert (caught.value.attempts, given.requests) == (0, [])


def test_sends_nothing_twice_that_can_not_be_sent() -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        raise httpx.LocalProtocolError("Illegal header value")

    given = given_store(answer)
    with pytest.raises(ConnectionError) as caught:
        given.store.catalog.categories.get("cat_1", extra_headers={"x-app": "a\nb"})
    assert (caught.value.attempts, given.waits) == (1, [])
