"""Asked in GraphQL, with the retries, keys and errors of every other call."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest
from headlesspro_store import (
    AsyncStore,
    BadRequestError,
    NotFoundError,
    ServerError,
)

from conftest import SECRET_KEY, given_store

DOCUMENT = "query Title($id: ID!) { product(id: $id) { title } }"
PROBLEM = {
    "message": "There is no product prod_1.",
    "path": ["product"],
    "extensions": {
        "code": "not_found",
        "status": 404,
        "hint": "Look.",
        "requestId": "req_1",
    },
}


def answering(body: Any, status: int = 200) -> Any:
    return given_store(lambda *_: httpx.Response(status, json=body))


def test_a_document_is_sent_with_its_variables_and_answered_with_its_data() -> None:
    given = answering({"data": {"product": {"title": "Parka"}}})
    assert given.store.graphql(DOCUMENT, {"id": "prod_1"}) == {
        "product": {"title": "Parka"}
    }
    request = given.requests[0]
    assert (request.method, request.url.path) == ("POST", "/graphql")
    assert given.body == {"query": DOCUMENT, "variables": {"id": "prod_1"}}
    assert "idempotency-key" not in request.headers


@pytest.mark.parametrize("status", [200, 404])
def test_an_error_is_the_problem_that_rest_would_answer(status: int) -> None:
    given = answering({"data": {"product": None}, "errors": [PROBLEM]}, status)
    with pytest.raises(
        NotFoundError, match="There is no product prod_1. Look."
    ) as caught:
        given.store.graphql(DOCUMENT, {"id": "prod_1"})
    error = caught.value
    assert (error.status, error.code, error.request_id) == (404, "not_found", "req_1")
    assert error.body["path"] == ["product"]
    assert error.body["data"] == {"product": None}


def test_an_error_without_a_status_is_the_servers() -> None:
    given = answering({"errors": [{"message": "Broken."}]})
    with pytest.raises(ServerError, match="Broken."):
        given.store.graphql(DOCUMENT)
    assert len(given.requests) == 3


def test_an_error_without_a_status_has_the_one_of_the_response() -> None:
    given = answering({"errors": [{"message": "Syntax Error"}]}, 400)
    with pytest.raises(BadRequestError, match="Syntax Error"):
        given.store.graphql("{")
    assert len(given.requests) == 1


def test_what_is_only_busy_is_asked_again_and_a_mutation_with_its_key() -> None:
    busy = {"errors": [{"message": "Busy.", "extensions": {"status": 429}}]}
    given = given_store(
        lambda request, number: httpx.Response(
            200, json=busy if number == 1 else {"data": {}}
        )
    )
    document = (
        "fragment Id on Product { id } mutation { deleteProduct(id: 1) { ...Id } }"
    )
    assert given.store.graphql(document) == {}
    keys = {request.headers["idempotency-key"] for request in given.requests}
    assert (len(given.requests), len(keys)) == (2, 1)


def test_it_can_be_awaited() -> None:
    async def ask() -> Any:
        transport = httpx.MockTransport(
            lambda request: httpx.Response(200, json={"data": {"shop": 1}})
        )
        client = httpx.AsyncClient(transport=transport)
        at = {"url": "http://store.test", "secret_key": SECRET_KEY}
        return await AsyncStore(http_client=client, **at).graphql("{ shop }")

    assert anyio.run(ask) == {"shop": 1}
