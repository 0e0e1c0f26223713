"""Reads one product over and over, by the SDK and by httpx alone, in turn. Prints seconds of each round as JSON."""

import json
import sys
import time

import httpx
from headlesspro_store import Store

url, key, product_id, rounds, reads = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
bare = httpx.Client(base_url=url, headers={"authorization": f"Bearer {key}"})
store = Store(url=url, secret_key=key)


def by_sdk() -> None:
    assert store.catalog.products.get(product_id).id == product_id


def by_httpx() -> None:
    assert bare.get(f"/v1/products/{product_id}").json()["id"] == product_id


costs: dict[str, list[float]] = {"sdk": [], "bare": []}
for turn in range(rounds + 1):
    for name, read in (("sdk", by_sdk), ("bare", by_httpx)):
        start = time.perf_counter()
        for _ in range(reads):
            read()
        # The first round warms connections and caches.
        if turn > 0:
            costs[name].append(time.perf_counter() - start)
print(json.dumps(costs))
