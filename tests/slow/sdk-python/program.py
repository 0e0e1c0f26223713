"""A program as somebody writes it: what the type checkers must take."""

import datetime as dt

from headlesspro_store import (
    AsyncStore,
    ConflictError,
    OutOfStockError,
    Product,
    Store,
    webhooks,
)


def browse(store: Store) -> list[str]:
    titles: list[str] = []
    for product in store.catalog.products.list(status="active", page_size=100):
        created: dt.datetime = product.created_at
        material: str | None = product.attributes.material
        titles.append(f"{product.title} {created.year} {material}")
    first: list[Product] = store.catalog.products.list().take(5)
    return titles + [product.title for product in first]


def sell(store: Store, cart_id: str, variant_id: str) -> int:
    try:
        cart = store.checkout.carts.add_lines(
            cart_id,
            lines=[{"variant_id": variant_id, "quantity": 2}],
            idempotency_key=cart_id,
            timeout=10,
            deadline=30,
        )
    except OutOfStockError as error:
        available: int = error.details.available
        return available
    except ConflictError as error:
        print(error.code, error.hint, error.request_id)
        raise
    return len(cart.lines)


def rename(store: Store, product_id: str) -> int:
    product = store.catalog.products.get(product_id)
    store.catalog.products.update(
        product_id, title="Parka", brand=None, if_version=product.version
    )
    answer = store.catalog.products.with_response.get(product_id)
    print(answer.data.title)
    return answer.http.status_code


async def browse_async() -> int:
    async with AsyncStore() as store:
        count = 0
        async for product in store.catalog.products.list():
            count += len(product.title)
        answer = await store.catalog.products.with_response.get("prod_1")
        return count + answer.data.version


def receive(body: bytes, headers: dict[str, str]) -> str:
    match webhooks.unwrap(body, headers, secrets=["whsec_1", "whsec_2"]):
        case webhooks.CategoryCreated(data=category):
            return category.name
        case webhooks.UnknownEvent(original_type=name):
            return name
        case event:
            return event.id
