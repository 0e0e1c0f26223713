"""Models and errors as values: compared, copied, pickled, shown."""

from __future__ import annotations

import copy
import pickle

import httpx
import pytest
from headlesspro_store import (
    Category,
    HeadlessProError,
    Money,
    TimeoutError,
    VersionConflictError,
    webhooks,
)
from pydantic import ValidationError

from conftest import CATEGORY, given_category, given_store


def given_model() -> Category:
    return given_category(futureField=1).store.catalog.categories.get("cat_1")


def test_a_model_is_the_same_after_pickling_and_copying() -> None:
    category = given_model()
    for again in (
        pickle.loads(pickle.dumps(category)),
        copy.copy(category),
        copy.deepcopy(category),
        category.model_copy(),
    ):
        assert again == category
        assert again.to_dict() == category.to_dict()
        assert again.translations[0].locale == "de"


def test_a_model_is_changed_by_copying_it() -> None:
    category = given_model()
    with pytest.raises(ValidationError, match="frozen"):
        category.name = "Shoes"  # type: ignore[misc]
    changed = category.model_copy(update={"name": "Shoes"})
    assert (changed.name, changed.to_dict()["name"], category.name) == (
        "Shoes",
        "Shoes",
        "Schuhe",
    )


def test_a_model_can_be_made_by_hand_for_tests() -> None:
    assert Money(amount=1, currency="EUR") == Money.model_validate(
        {"amount": 1, "currency": "EUR"}
    )
    assert Category.model_validate(CATEGORY).to_dict() == CATEGORY
    with pytest.raises(ValidationError):
        Category.model_validate({"name": "Schuhe"})


def test_a_model_shows_its_type_and_fields() -> None:
    assert (
        repr(Money(amount=1999, currency="EUR")) == "Money(amount=1999, currency='EUR')"
    )
    assert repr(given_model()).startswith("Category(id='cat_1', version=3, created_at=")


def test_a_list_and_its_pages_say_what_they_are_of() -> None:
    page = {"data": [CATEGORY], "page": {"next": "c1"}}
    given = given_store(lambda *_: httpx.Response(200, json=page))
    listed = given.store.catalog.categories.list(locale="de")
    assert repr(listed) == "ApiList(GET /v1/categories)"
    assert repr(listed.first_page()).startswith("ApiPage(data=[Category(id='cat_1'")
    assert given.requests[1:] == []


def failure(answer: httpx.Response | Exception) -> HeadlessProError:
    def respond(request: httpx.Request, number: int) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    categories = given_store(respond, retries=0).store.catalog.categories
    with pytest.raises(HeadlessProError) as caught:
        categories.update("cat_1", name="Shoes", idempotency_key="key_1")
    return caught.value


def test_errors_survive_the_way_to_another_process() -> None:
    details = {"expected": 2, "actual": 3}
    body = {"code": "version_conflict", "detail": "It changed.", "details": details}
    for error in (
        failure(httpx.Response(409, json=body)),
        failure(httpx.ReadTimeout("")),
    ):
        for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
            assert type(again) is type(error)
            assert str(again) == str(error)
            assert vars(again) == vars(error)
    conflict = pickle.loads(pickle.dumps(failure(httpx.Response(409, json=body))))
    assert isinstance(conflict, VersionConflictError)
    assert conflict.details.actual == 3
    late = pickle.loads(pickle.dumps(failure(httpx.ReadTimeout(""))))
    assert isinstance(late, TimeoutError)
    assert (late.limit, late.idempotency_key) == ("timeout", "key_1")


def test_a_webhook_error_survives_it_too() -> None:
    with pytest.raises(webhooks.WebhookVerificationError) as caught:
        webhooks.unwrap(b"{}", {}, secrets=["whsec_MDEyMzQ1Njc4OQ=="])
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.reason, str(again)) == ("headers", str(caught.value))


def test_events_are_models_too() -> None:
    secret = "whsec_MDEyMzQ1Njc4OQ=="
    body = b'{"id":"evt_1","type":"future.event","subject":"x","data":{"a":1}}'
    event = webhooks.unwrap(body, webhooks.sign(body, secret=secret), secrets=[secret])
    assert isinstance(event, webhooks.UnknownEvent)
    assert pickle.loads(pickle.dumps(event)) == event
    assert "future.event" in repr(event)
