"""What programs do with the SDK: the tests ask for one by name and look at the rest.

A line of JSON in, {"name", "url", …}; a line out, {"name", "result"} or {"name", "failure"}.
"""

import asyncio
import datetime as dt
import io
import json
import logging
import os
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from headlesspro_store import (
    ApiError,
    AsyncStore,
    HeadlessProError,
    Hooks,
    OutOfStockError,
    Store,
    TimeoutError,
    WebhookVerificationError,
    webhooks,
)

SECRET = "whsec_c2VjcmV0IG9mIHRoZSBzdG9yZQ=="
OTHER = "whsec_YW5vdGhlciBzZWNyZXQgb2YgaXQ="


def store_of(given, **options):
    options = {"secret_key": "hp_sk_test", "sleep": lambda seconds: None, **options}
    return Store(url=given["url"], **options)


def facts(error):
    names = (
        "status",
        "code",
        "title",
        "hint",
        "request_id",
        "retry_after",
        "body",
        "limit",
    )
    known = {name: getattr(error, name) for name in names if hasattr(error, name)}
    return {
        "kinds": [
            kind.__name__
            for kind in type(error).__mro__
            if issubclass(kind, HeadlessProError)
        ],
        "attempts": error.attempts,
        "idempotency_key": error.idempotency_key,
        "message": str(error),
        **known,
    }


def raised(call):
    try:
        call()
    except HeadlessProError as error:
        return facts(error)
    raise AssertionError("Nothing was raised.")


def create_category(given):
    waits = []
    with store_of(given, sleep=waits.append) as store:
        category = store.catalog.categories.create(name="Shoes")
    return {"title": category.name, "waits": waits}


def create_category_async(given):
    async def create():
        waits = []

        async def sleep(seconds):
            waits.append(seconds)

        async with AsyncStore(url=given["url"], secret_key="x", sleep=sleep) as store:
            category = await store.catalog.categories.create(name="Shoes")
        return {"title": category.name, "waits": waits}

    return asyncio.run(create())


def failing(given):
    with store_of(given) as store:
        return raised(lambda: store.catalog.categories.create(name="Shoes"))


def out_of_stock(given):
    with store_of(given) as store:
        try:
            store.request("POST", "/v1/orders", body={})
        except OutOfStockError as error:
            return {**facts(error), "available": error.details.available}


def too_slow(given):
    with store_of(given) as store:
        return [
            raised(lambda: store.settings.get(timeout=0.2, retries=0)),
            raised(lambda: store.settings.get(deadline=0.2)),
        ]


def too_slow_async(given):
    async def ask():
        async with AsyncStore(url=given["url"], secret_key="x") as store:
            try:
                await store.settings.get(timeout=0.2, retries=0)
            except TimeoutError as error:
                return facts(error)

    return asyncio.run(ask())


def cancelled_in_backoff(given):
    async def ask():
        waiting = asyncio.Event()
        hooks = Hooks(on_retry=lambda event: waiting.set())
        async with AsyncStore(url=given["url"], secret_key="x", hooks=hooks) as store:
            task = asyncio.create_task(store.settings.get())
            await waiting.wait()
            started = time.monotonic()
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                return {"cancelled": True, "seconds": time.monotonic() - started}

    return asyncio.run(ask())


def get_product(given):
    mismatches = []
    hooks = Hooks(on_mismatch=lambda event: mismatches.append(event.message))
    with store_of(given, hooks=hooks) as store:
        product = store.catalog.products.get("prod_1")
        return {
            "status": product.status,
            "title": product.title,
            "created_at": str(product.created_at),
            "extra": product.model_extra,
            "to_dict": product.to_dict(),
            "mismatches": mismatches,
        }


def list_titles(given):
    with store_of(given) as store:
        products = store.catalog.products.list(status="active", page_size=2)
        return {
            "all": [product.title for product in products],
            "taken": [product.title for product in products.take(3)],
            "pages": [len(page.data) for page in products.pages()],
        }


def list_titles_async(given):
    async def ask():
        async with AsyncStore(url=given["url"], secret_key="x") as store:
            products = store.catalog.products.list(status="active", page_size=2)
            return {
                "all": [product.title async for product in products],
                "taken": [product.title for product in await products.take(3)],
                "pages": [len(page.data) async for page in products.pages()],
            }

    return asyncio.run(ask())


def sent(given):
    with store_of(given) as store:
        store.catalog.products.update(
            "prod/1",
            title="Parka",
            description=None,
            if_version=3,
            idempotency_key="mine",
            extra_headers={"traceparent": "00-1-2-03"},
            extra_fields={"newField": 1},
        )
        store.checkout.carts.add_lines(
            "cart_1", lines=[{"variant_id": "var_1", "quantity": 2}]
        )
        store.catalog.media.upload(
            b"\x89PNG", filename="a.png", content_type="image/png"
        )


def downloads(given):
    with store_of(given) as store:
        answer = store.catalog.categories.with_response.get("cat_1")
        file = store.orders.documents.invoice("ord_1")
        return {
            "status": answer.http.status_code,
            "title": answer.data.name,
            "file": file.decode(),
        }


def naive_time(given):
    with store_of(given) as store:
        try:
            store.request("POST", "/v1/x", body={"at": dt.datetime(2026, 1, 1)})
        except ValueError as error:
            return str(error)


def many(given):
    async def ask():
        async with AsyncStore(url=given["url"], secret_key="x") as store:
            calls = [store.settings.get() for _ in range(100)]
            return len(await asyncio.gather(*calls))

    with store_of(given) as store, ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(lambda _: store.settings.get(), range(100)))
    return [len(answers), asyncio.run(ask())]


def environment(given):
    os.environ.update(
        HEADLESSPRO_URL=given["url"],
        HEADLESSPRO_SECRET_KEY="hp_sk_secret",
        HEADLESSPRO_LOG="debug",
    )
    lines = io.StringIO()
    logging.getLogger("headlesspro").addHandler(logging.StreamHandler(lines))
    logging.getLogger("headlesspro").setLevel("DEBUG")
    seen = []
    hooks = Hooks(on_request=lambda event: seen.append(dict(event.headers)))
    with Store(hooks=hooks) as store:
        store.settings.get()
        shown = lines.getvalue() + repr(store._client._settings) + repr(seen)
    for name in ("HEADLESSPRO_URL", "HEADLESSPRO_SECRET_KEY", "HEADLESSPRO_LOG"):
        del os.environ[name]
    logging.getLogger("headlesspro").handlers.clear()
    try:
        Store()
    except ValueError as error:
        return {
            "logged": "/v1/" in lines.getvalue(),
            "leaks": "hp_sk_secret" in shown,
            "missing": str(error),
        }


def webhook(given):
    event = {
        "id": "evt_1",
        "type": "category.created",
        "subject": "cat_1",
        "timestamp": "2026-01-01T00:00:00.000Z",
        "data": {"id": "cat_1", "name": "Schuhe"},
    }
    body = json.dumps(event)
    headers = webhooks.sign(body, secret=SECRET)
    now = time.time()

    def reason(*arguments, **options):
        try:
            webhooks.unwrap(*arguments, **{"secrets": [SECRET], **options})
        except WebhookVerificationError as error:
            return error.reason

    match webhooks.unwrap(body, headers, secrets=[OTHER, SECRET]):
        case webhooks.CategoryCreated(data=category):
            title = category.name
    newer = json.dumps({**event, "type": "drone.landed"})
    match webhooks.unwrap(newer, webhooks.sign(newer, secret=SECRET), secrets=[SECRET]):
        case webhooks.UnknownEvent(original_type=name):
            unknown = name
    upper = {name.upper(): value for name, value in headers.items()}
    return {
        "title": title,
        "unknown": unknown,
        "upper": webhooks.unwrap(body.encode(), upper, secrets=[SECRET]).id,
        "altered": reason(body.replace("Schuhe", "Hemden"), headers),
        "other": reason(body, headers, secrets=[OTHER]),
        "stale": reason(body, headers, now=now + 301),
        "future": reason(body, headers, now=now - 301),
        "parsed": reason(event, headers),
        "headers": reason(body, {}),
        "secret": reason(body, headers, secrets=["whsec_!"]),
        "none": reason(body, headers, secrets=[]),
    }


def validated(given):
    from headlesspro_store import Money

    return [
        Money(amount=5, currency="EUR").to_dict(),
        Money.model_validate({"amount": 5, "currency": "EUR"}).amount,
    ]


for line in sys.stdin:
    question = json.loads(line)
    try:
        answer = {"result": globals()[question["name"]](question)}
    except (Exception, ApiError):
        answer = {"failure": traceback.format_exc()}
    print(json.dumps({"name": question["name"], **answer}, default=str), flush=True)
