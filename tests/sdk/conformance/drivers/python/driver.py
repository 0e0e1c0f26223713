"""Plays the scenarios with the Python SDK that the test generates beside it."""

import asyncio
import base64
import json
import os
import sys
import time
import traceback

from headlesspro_store import (
    ApiError,
    AsyncStore,
    HeadlessProError,
    Hooks,
    InvalidError,
    NotFoundError,
    RateLimitError,
    ServerError,
    Store,
    TimeoutError,
    VersionConflictError,
    WebhookVerificationError,
    webhooks,
)

FAMILIES = {
    "invalid": InvalidError,
    "not-found": NotFoundError,
    "rate-limit": RateLimitError,
    "server": ServerError,
}
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def failure_of(call):
    try:
        call()
    except HeadlessProError as error:
        return error
    raise AssertionError("Nothing failed.")


def family_of(error):
    return next(name for name, kind in FAMILIES.items() if isinstance(error, kind))


def card(sku, title):
    return {"product_type": "gift-card", "title": title, "variants": [{"sku": sku}]}


def pages(store, given, at):
    products = store.catalog.products.list(
        tag=given["tag"], page_size=given["pageSize"]
    )
    ids = [product.id for product in products]
    return {"count": len(ids), "distinct": len(set(ids))}


def first_few(store, given, at):
    async def ask():
        async with AsyncStore(**at) as waiting:
            products = waiting.catalog.products.list(
                tag=given["tag"], page_size=given["pageSize"]
            )
            return await products.take(given["take"])

    return {"count": len(asyncio.run(ask()))}


def version_conflict(store, given, at):
    products = store.catalog.products
    made = products.create(**card(given["sku"], given["title"]))
    changed = products.update(made.id, title=given["newTitle"], if_version=made.version)
    error = failure_of(
        lambda: products.update(made.id, title=given["title"], if_version=made.version)
    )
    assert isinstance(error, VersionConflictError), error
    assert error.details.actual == changed.version, error.details
    return {
        "title": changed.title,
        "code": error.code,
        "status": error.status,
        "attempts": error.attempts,
        "hasRequestId": error.request_id is not None,
    }


def custom_attribute(store, given, at):
    made = store.catalog.products.create(
        product_type="apparel",
        title="Shirt",
        attributes={"material": given["material"], "is_organic": given["isOrganic"]},
        variants=[{"sku": given["sku"]}],
    )
    attributes = store.catalog.products.get(made.id).attributes
    return {"material": attributes.material, "isOrganic": attributes.is_organic}


def wrong_input(store, given, at):
    variant = {
        "sku": given["sku"],
        "prices": [{"amount": 100, "currency": given["currency"]}],
    }
    error = failure_of(
        lambda: store.catalog.products.create(
            **{**card(given["sku"], "Wrong"), "variants": [variant]}
        )
    )
    assert isinstance(error, ApiError), error
    return {
        "family": family_of(error),
        "status": error.status,
        "pointer": error.errors[0].pointer,
    }


def missing(store, given, at):
    error = failure_of(lambda: store.catalog.products.get_by_slug(given["slug"]))
    return {
        "family": family_of(error),
        "code": error.code,
        "hasHint": error.hint is not None,
    }


def upload(store, given, at):
    media = store.catalog.media.upload(
        base64.b64decode(PICTURE),
        content_type=given["contentType"],
        filename=given["filename"],
    )
    return {"contentType": media.content_type, "width": media.width}


def buy(store, given, at):
    carts = store.checkout.carts
    address = given["shippingAddress"]
    cart = carts.create(
        lines=[{"variant_id": given["variantId"], "quantity": 2}],
        currency="EUR",
        email="ada@example.com",
        shipping_address={
            "country": address["country"],
            "last_name": address["lastName"],
            "address_line1": address["addressLine1"],
            "city": address["city"],
            "postal_code": address["postalCode"],
        },
    ).cart
    carts.choose_shipping_method(cart.id, method="standard")
    payment = carts.start_payment(
        cart.id,
        provider="stripe",
        payment_token="pm_card_visa",
        return_url="https://shop.example/return",
    ).payment
    order = carts.complete(cart.id, payment_id=payment.id).order
    return {
        "state": order.state,
        "units": order.lines[0].quantity,
        "email": order.email,
    }


def refund(store, given, at):
    refunded = store.orders.refund(
        given["orderId"], amount=500, reason="A scratch"
    )
    return {"amount": refunded.amount.amount, "state": refunded.state}


def download(store, given, at):
    file = store.orders.documents.invoice(given["orderId"])
    return {"isPdf": file.startswith(b"%PDF-")}


def webhook(store, given, at):
    secrets, sent = given["secrets"], given["sent"]

    def unwrap(hook, keys=secrets):
        return webhooks.unwrap(hook["body"], hook["headers"], secrets=keys)

    def refused(hook, keys=secrets):
        error = failure_of(lambda: unwrap(hook, keys))
        assert isinstance(error, WebhookVerificationError), error
        return error.reason

    title = unknown = None
    match unwrap(sent):
        case webhooks.ProductUpdated(data=product) as event:
            title = product.title
    match unwrap(given["unknown"]):
        case webhooks.UnknownEvent(original_type=name):
            unknown = name
    body = json.dumps({"id": "evt_2", "type": "product.deleted", "data": {}})
    own = {"body": body, "headers": webhooks.sign(body, secret=given["secret"])}
    return {
        "type": event.type,
        "title": title,
        "altered": refused({**sent, "body": sent["body"] + " "}),
        "stale": refused(given["stale"]),
        "future": refused(given["future"]),
        "unsigned": refused({**sent, "headers": {}}),
        "undated": refused(given["undated"]),
        "empty": refused(given["empty"]),
        "misconfigured": refused(sent, ["whsec_"]),
        "unknown": unknown,
        "signed": unwrap(own).type,
    }


def create_once(store, given, at):
    return {"title": store.catalog.products.create(**card(given["sku"], "Once")).title}


def create_once_async(store, given, at):
    async def create():
        async with AsyncStore(**at) as waiting:
            return await waiting.catalog.products.create(**card(given["sku"], "Once"))

    return {"title": asyncio.run(create()).title}


def retry_after_too_long(store, given, at):
    error = failure_of(store.catalog.products.list().first_page)
    return {
        "family": family_of(error),
        "retryAfter": error.retry_after,
        "attempts": error.attempts,
    }


def time_out(store, given, at):
    products = store.catalog.products.list(
        timeout=given["timeoutMilliseconds"] / 1000, retries=1
    )
    error = failure_of(products.first_page)
    kind = "timeout" if isinstance(error, TimeoutError) else str(error)
    return {"kind": kind, "attempts": error.attempts}


def deadline(store, given, at):
    seconds = given["deadlineMilliseconds"] / 1000
    error = failure_of(
        lambda: store.catalog.products.list(deadline=seconds).first_page()
    )
    return {"family": family_of(error), "attempts": error.attempts}


def trace(store, given, at):
    headers = {"traceparent": given["traceparent"]}
    page = store.catalog.products.list(page_size=1, extra_headers=headers).first_page()
    return {"count": len(page.data)}


def environment(store, given, at):
    os.environ["HEADLESSPRO_URL"] = at["url"]
    os.environ["HEADLESSPRO_SECRET_KEY"] = at["secret_key"]
    with Store() as found:
        page = found.catalog.products.list(page_size=1).first_page()
    return {"count": len(page.data)}


def cancel(store, given, at):
    async def ask():
        waiting = asyncio.Event()
        hooks = Hooks(on_retry=lambda event: waiting.set())
        async with AsyncStore(**at, hooks=hooks) as asked:
            task = asyncio.create_task(asked.catalog.products.list().first_page())
            await waiting.wait()
            begun = time.monotonic()
            task.cancel()
            await asyncio.wait([task])
            kind = "cancelled" if task.cancelled() else repr(task.exception())
            return {"kind": kind, "isPrompt": time.monotonic() - begun < 2}

    return asyncio.run(ask())


def newer_server(store, given, at):
    mismatches = []
    hooks = Hooks(on_mismatch=lambda event: mismatches.append(event.message))
    with Store(**at, hooks=hooks) as listening:
        product = listening.catalog.products.get(given["productId"])
    assert mismatches == ["/tags is missing."], mismatches
    return {
        "status": product.status,
        "futureField": (product.model_extra or {}).get("futureField"),
        "title": product.title,
    }


def not_json(store, given, at):
    error = failure_of(
        lambda: store.catalog.products.get("prod_00000000000000000000000000")
    )
    return {
        "family": family_of(error),
        "status": error.status,
        "attempts": error.attempts,
        "hasText": isinstance(error.body, str) and "Bad gateway" in error.body,
    }


def at_once(store, given, at):
    async def ask():
        async with AsyncStore(**at) as waiting:
            lists = [
                waiting.catalog.products.list(page_size=1)
                for _ in range(given["count"])
            ]
            return await asyncio.gather(*(each.first_page() for each in lists))

    return {"count": sum(len(page.data) for page in asyncio.run(ask()))}


SCENARIOS = {
    "pages": pages,
    "first-few": first_few,
    "version-conflict": version_conflict,
    "custom-attribute": custom_attribute,
    "wrong-input": wrong_input,
    "missing": missing,
    "upload": upload,
    "buy": buy,
    "refund": refund,
    "download": download,
    "webhook": webhook,
    "retry-after": create_once,
    "retry-unavailable": create_once_async,
    "retry-lost-answer": create_once,
    "retry-after-too-long": retry_after_too_long,
    "time-out": time_out,
    "deadline": deadline,
    "trace": trace,
    "environment": environment,
    "cancel": cancel,
    "newer-server": newer_server,
    "not-json": not_json,
    "at-once": at_once,
}

for line in sys.stdin:
    scenario = json.loads(line)
    name, at = (
        scenario["name"],
        {"url": scenario["url"], "secret_key": scenario["secretKey"]},
    )
    try:
        with Store(**at) as store:
            answer = {"result": SCENARIOS[name](store, scenario["given"], at)}
    except Exception:
        answer = {"failure": traceback.format_exc()}
    print(json.dumps({"name": name, **answer}), flush=True)
