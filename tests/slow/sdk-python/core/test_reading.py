"""What is answered is never refused: it is typed where it fits, and kept where it does not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import httpx
import pytest
from headlesspro_store import (
    ApiError,
    Hooks,
    InvalidError,
    MismatchEvent,
    OutOfStockError,
    VersionConflictError,
)

from conftest import CATEGORY, given_category, given_store

PRODUCT = {"id": "prod_1", "status": "quarantined", "futureField": {"kept": [1]}}
MONEY = {"amount": 1999, "currency": "EUR"}


def test_a_model_goes_back_to_what_the_api_said() -> None:
    category = given_category().store.catalog.categories.get("cat_1")
    assert category.to_dict() == CATEGORY
    assert category.translations[0].to_dict() == CATEGORY["translations"][0]


def test_values_and_fields_of_a_newer_server_come_through() -> None:
    given = given_store(lambda *_: httpx.Response(200, json=PRODUCT))
    product = given.store.catalog.products.get("prod_1")
    assert product.status == "quarantined"
    assert product.model_extra == {"futureField": {"kept": [1]}}
    assert product.futureField == {"kept": [1]}  # type: ignore[attr-defined]
    assert product.to_dict() == PRODUCT


def test_what_is_missing_or_of_another_type_is_reported_and_kept() -> None:
    heard: list[MismatchEvent] = []
    body = {**CATEGORY, "position": "first", "path": "cat_0", "createdAt": "yesterday"}
    del body["slug"]
    hooks = Hooks(on_mismatch=heard.append)
    given = given_store(lambda *_: httpx.Response(200, json=body), hooks=hooks)
    category: Any = given.store.catalog.categories.get("cat_1")
    assert (category.position, category.path, category.slug) == ("first", "cat_0", None)
    assert category.created_at == "yesterday"
    assert category.to_dict() == body
    assert [event.message for event in heard] == [
        "/createdAt is str, expected date-time.",
        "/slug is missing.",
        "/path is str, expected list.",
        "/position is str, expected int.",
    ]
    assert (heard[0].method, heard[0].url) == (
        "GET",
        "http://store.test/v1/categories/cat_1",
    )
    assert heard[0].body == body


@pytest.mark.parametrize("body", [[], "text", 7, None])
def test_an_answer_that_is_no_object_is_given_as_it_came(body: Any) -> None:
    heard: list[MismatchEvent] = []
    hooks = Hooks(on_mismatch=heard.append)
    given = given_store(lambda *_: httpx.Response(200, json=body), hooks=hooks)
    assert given.store.catalog.categories.get("cat_1") == body
    assert len(heard) == 1


@pytest.mark.parametrize(
    ("text", "microsecond"),
    [
        ("2026-11-27T08:00:00Z", 0),
        ("2026-11-27T08:00:00.5Z", 500_000),
        ("2026-11-27T08:00:00.123Z", 123_000),
        ("2026-11-27T08:00:00.123456789Z", 123_456),
        ("2026-11-27T10:00:00.25+02:00", 250_000),
        ("2026-11-27T08:00:00", 0),
    ],
)
def test_times_are_aware_however_exact_they_were_written(
    text: str, microsecond: int
) -> None:
    created = (
        given_category(createdAt=text).store.catalog.categories.get("c").created_at
    )
    utc = dt.timezone.utc
    assert created == dt.datetime(2026, 11, 27, 8, 0, 0, microsecond, tzinfo=utc)
    assert created.tzinfo is not None


def test_money_is_whole_minor_units_and_a_currency() -> None:
    variant = {"id": "var_1", "cost": MONEY}
    given = given_store(lambda *_: httpx.Response(200, json={"variants": [variant]}))
    cost = given.store.catalog.products.get("prod_1").variants[0].cost
    assert cost is not None
    assert (cost.amount, cost.currency) == (1999, "EUR")
    assert isinstance(cost.amount, int)


def failure_of(status: int, body: Any) -> ApiError:
    given = given_store(lambda *_: httpx.Response(status, json=body))
    with pytest.raises(ApiError) as caught:
        given.store.catalog.categories.update("cat_1", name="Shoes", if_version=2)
    return caught.value


def test_the_details_of_an_error_are_typed_by_its_code() -> None:
    body = {"code": "version_conflict", "details": {"expected": 2, "actual": 3}}
    error = failure_of(409, body)
    assert isinstance(error, VersionConflictError)
    assert (error.details.expected, error.details.actual) == (2, 3)


def test_details_that_are_not_as_declared_do_not_hide_the_error() -> None:
    error = failure_of(409, {"code": "out_of_stock", "details": ["sold"]})
    assert isinstance(error, OutOfStockError)
    assert error.details == ["sold"]


def test_a_code_of_a_newer_platform_is_of_the_family_of_its_status() -> None:
    faults = [{"pointer": "/name", "message": "is too long"}, "and more", {}]
    body = {"code": "too_modern", "title": "No.", "errors": faults, "hint": "Update."}
    error = failure_of(422, body)
    assert type(error) is InvalidError
    assert (error.code, error.hint, str(error)) == (
        "too_modern",
        "Update.",
        "No. Update.",
    )
    assert [(one.pointer, one.message) for one in error.errors] == [
        ("/name", "is too long"),
        ("", ""),
    ]
    assert error.body == body


@pytest.mark.parametrize("body", [None, [], "text", {"code": 7, "errors": "x"}])
def test_an_error_of_no_known_form_is_an_error_all_the_same(body: Any) -> None:
    error = failure_of(400, body)
    assert (error.status, error.code, error.errors) == (400, "unknown", [])


def test_with_response_gives_the_data_and_how_it_came() -> None:
    headers = {"x-request-id": "req_1"}
    given = given_store(lambda *_: httpx.Response(200, headers=headers, json=CATEGORY))
    answer = given.store.catalog.categories.with_response.get("cat_1")
    assert answer.data.name == "Schuhe"
    assert (answer.http.status_code, answer.http.headers["x-request-id"]) == (
        200,
        "req_1",
    )


def test_a_list_without_its_page_ends_and_is_reported() -> None:
    heard: list[MismatchEvent] = []
    hooks = Hooks(on_mismatch=heard.append)
    given = given_store(
        lambda *_: httpx.Response(200, json={"data": [CATEGORY]}), hooks=hooks
    )
    names = [category.name for category in given.store.catalog.categories.list()]
    assert names == ["Schuhe"]
    assert "page.next" in heard[0].message
