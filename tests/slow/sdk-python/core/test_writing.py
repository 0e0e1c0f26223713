"""What is sent: what is left out, what is null, and how values of Python stand in JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import httpx
import pytest
from headlesspro_store import NOT_GIVEN, Money

from conftest import CATEGORY, given_category, given_store

CET = dt.timezone(dt.timedelta(hours=1))


def test_what_is_left_out_is_not_sent_and_none_is_null() -> None:
    given = given_category()
    create = given.store.catalog.categories.create
    create(name="Shoes")
    assert given.body == {"name": "Shoes"}
    create(name="Shoes", parent_id=NOT_GIVEN, position=NOT_GIVEN)
    assert given.body == {"name": "Shoes"}
    create(name="Shoes", parent_id=None, position=0)
    assert given.body == {"name": "Shoes", "parentId": None, "position": 0}


def test_what_is_left_out_inside_is_not_sent_either() -> None:
    given = given_category()
    translation: Any = {"locale": "de", "name": "Schuhe", "slug": NOT_GIVEN}
    given.store.catalog.categories.create(name="Shoes", translations=[translation])
    assert given.body["translations"] == [{"locale": "de", "name": "Schuhe"}]


def test_not_given_is_false_and_says_what_it_is() -> None:
    assert (bool(NOT_GIVEN), repr(NOT_GIVEN)) == (False, "NOT_GIVEN")


def test_names_are_those_of_the_wire_and_keys_of_maps_those_of_the_caller() -> None:
    given = given_store(lambda *_: httpx.Response(200, json={}))
    given.store.catalog.products.create(
        product_type="clothing",
        title="Parka",
        category_ids=["cat_1"],
        variants=[{"sku": "P-1", "inventory_policy": "backorder", "media_ids": []}],
        extra_fields={"future_field": {"kept_as_it_is": 1}},
    )
    assert given.body == {
        "productType": "clothing",
        "title": "Parka",
        "categoryIds": ["cat_1"],
        "variants": [{"sku": "P-1", "inventoryPolicy": "backorder", "mediaIds": []}],
        "future_field": {"kept_as_it_is": 1},
    }


def test_what_was_answered_can_be_sent() -> None:
    given = given_store(lambda *_: httpx.Response(200, json={"cost": None}))
    variants = given.store.catalog.variants
    variants.create("prod_1", cost=Money(amount=1999, currency="EUR"))
    assert given.body == {"cost": {"amount": 1999, "currency": "EUR"}}
    variants.create("prod_1", cost={"amount": 1, "currency": "EUR"})
    assert given.body == {"cost": {"amount": 1, "currency": "EUR"}}


def test_times_are_sent_with_their_zone_or_not_at_all() -> None:
    given = given_store(lambda *_: httpx.Response(200, json={}))
    explain = given.store.catalog.products.explain_price
    noon = dt.datetime(2026, 11, 27, 12, tzinfo=CET)
    explain(variant_id="var_1", at=noon)
    assert given.requests[-1].url.params["at"] == "2026-11-27T12:00:00.000+01:00"
    with pytest.raises(ValueError, match="no time zone"):
        explain(variant_id="var_1", at=noon.replace(tzinfo=None))


def test_a_number_that_json_has_not_is_refused_before_it_is_sent() -> None:
    given = given_category()
    with pytest.raises(ValueError, match="JSON"):
        given.store.request("POST", "/v1/things", body={"weight": float("nan")})
    assert given.requests == []


def test_a_query_repeats_lists_and_leaves_out_what_is_none() -> None:
    given = given_store(lambda *_: httpx.Response(200, json={}))
    query = {"tag": ["a", "b&c"], "currency": None, "pageSize": 5, "all": False}
    given.store.request("GET", "/v1/things", query=query)
    assert given.requests[0].url.query == b"tag=a&tag=b%26c&pageSize=5&all=false"


def test_ids_are_encoded_and_an_empty_one_is_refused() -> None:
    given = given_category()
    given.store.catalog.categories.get("a/b ü?")
    assert given.requests[0].url.raw_path == b"/v1/categories/a%2Fb%20%C3%BC%3F"
    for wrong in ("", ".", "..", None):
        with pytest.raises(ValueError, match="An id is"):
            given.store.catalog.categories.get(wrong)  # type: ignore[arg-type]


def test_a_write_has_a_key_of_its_own_or_the_callers_and_a_read_has_none() -> None:
    given = given_category()
    categories = given.store.catalog.categories
    categories.create(name="A")
    categories.create(name="A")
    categories.create(name="A", idempotency_key="mine")
    categories.update("cat_1", name="B", if_version=3)
    categories.get("cat_1")
    keys = [request.headers.get("idempotency-key") for request in given.requests]
    assert keys[2] == "mine"
    assert keys[4] is None
    assert len({*keys[:2], keys[3]}) == 3
    assert given.requests[3].headers["if-match"] == '"3"'


def test_pages_after_the_first_keep_the_filters() -> None:
    def answer(request: httpx.Request, number: int) -> httpx.Response:
        after = "c1" if number == 1 else None
        return httpx.Response(200, json={"data": [CATEGORY], "page": {"next": after}})

    given = given_store(answer)
    listed = given.store.catalog.categories.list(parent_id="cat_0", page_size=1)
    assert given.requests == []
    assert len(list(listed)) == 2
    assert dict(given.requests[1].url.params) == {
        "parentId": "cat_0",
        "pageSize": "1",
        "after": "c1",
    }


def test_text_is_sent_as_utf_8() -> None:
    given = given_category()
    given.store.catalog.categories.create(name="Söhne 👟")
    assert json.loads(given.requests[0].content.decode()) == {"name": "Söhne 👟"}
    assert "Söhne 👟".encode() in given.requests[0].content
