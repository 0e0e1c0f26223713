"""Keys and what names people stay out of logs, of errors and of what is printed."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import httpx
import pytest
from headlesspro_store import (
    AsyncStore,
    ConnectionError,
    HeadlessProError,
    Hooks,
    Store,
    webhooks,
)

from conftest import CATEGORY, SECRET_KEY, given_store


def test_nothing_that_is_logged_has_the_key_or_a_query(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        if number == 1:
            raise httpx.ConnectError("refused")
        page = {"data": [{**CATEGORY, "position": "x"}], "page": {"next": None}}
        return httpx.Response(200, json=page)

    given = given_store(answer)
    with caplog.at_level(logging.DEBUG):
        given.store.catalog.categories.list(locale="ada@example.com").first_page()
    assert "Retrying" in caplog.text
    assert "position" in caplog.text
    own = "\n".join(r.getMessage() for r in caplog.records if r.name == "headlesspro")
    assert SECRET_KEY not in own
    assert "ada@example.com" not in own


def test_a_hook_hears_of_every_header_but_the_key() -> None:
    events: list[Any] = []
    hooks = Hooks(on_request=events.append, on_response=events.append)
    given = given_store(lambda *_: httpx.Response(200, json=CATEGORY), hooks=hooks)
    given.store.catalog.categories.get("cat_1")
    assert given.requests[0].headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert [SECRET_KEY in repr(event) for event in events] == [False, False]


def test_an_error_has_no_key_in_it() -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(HeadlessProError) as caught:
        given_store(answer).store.catalog.categories.get("cat_1")
    error = caught.value
    shown = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    for text in (str(error), repr(error), shown, repr(vars(error))):
        assert SECRET_KEY not in text


@pytest.mark.parametrize("kind", [Store, AsyncStore])
def test_a_store_says_where_it_is_and_not_by_which_key(kind: Any) -> None:
    store = kind(url="http://store.test/", secret_key=SECRET_KEY)
    assert repr(store) == f"{kind.__name__}(url='http://store.test')"
    assert SECRET_KEY not in repr(vars(store._client))


@pytest.mark.parametrize(
    "key", ["hp_sk_\u2026", "hp_sk_a\nb", "hp_sk_a b", "hp_sk_\x00"]
)
def test_a_key_that_no_header_can_hold_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(ValueError, match="secret key") as caught:
        Store(url="http://store.test", secret_key=key)
    assert key not in str(caught.value)


def test_blanks_around_a_key_are_not_part_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HEADLESSPRO_SECRET_KEY", f"{SECRET_KEY}\n")
    given = given_store(lambda *_: httpx.Response(204), secret_key=None)
    given.store.request("GET", "/v1/store")
    assert given.requests[0].headers["authorization"] == f"Bearer {SECRET_KEY}"


@pytest.mark.parametrize(
    "path", ["v1/store", "@evil.test/", ".evil.test/v1", ":81/", ""]
)
def test_a_path_can_not_take_the_key_to_another_host(path: str) -> None:
    given = given_store(lambda *_: httpx.Response(200, json={}))
    with pytest.raises(ValueError, match="path"):
        given.store.request("GET", path)
    assert given.requests == []


@pytest.mark.parametrize(
    "url", ["127.0.0.1:4000", "store.test", "ftp://store.test", "http://", "http://a:b"]
)
def test_an_address_that_is_none_of_the_web_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="http://127.0.0.1:4000"):
        Store(url=url, secret_key=SECRET_KEY)


def test_a_connection_error_names_the_address_and_no_query() -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        raise httpx.ConnectError("refused")

    categories = given_store(answer).store.catalog.categories
    with pytest.raises(
        ConnectionError, match=r"http://store\.test/v1/categories: no"
    ) as caught:
        categories.list(locale="ada@example.com").first_page()
    assert "ada" not in str(caught.value)


def test_a_webhook_secret_that_is_wrong_is_not_shown() -> None:
    with pytest.raises(webhooks.WebhookVerificationError) as caught:
        webhooks.sign(b"{}", secret="whsec_not base64!")
    assert "not base64" not in str(caught.value)
