"""One store for all threads of a program."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor

from headlesspro_store import Store

from conftest import SECRET_KEY

# In a process of its own, so that nothing was imported before: that is what the threads do at once.
PROGRAM = textwrap.dedent(
    """
    import sys
    import threading

    import headlesspro_store

    store = headlesspro_store.Store(url=sys.argv[1], secret_key="hp_sk_x")
    start = threading.Barrier(20)
    found = []

    def work(number):
        start.wait()
        ids = []
        for turn in range(5):
            category = store.catalog.categories.get(f"cat_{number}_{turn}")
            assert isinstance(category, headlesspro_store.Category)
            assert category.translations[0].locale == "de"
            ids.append(category.id)
        # Each reaches for what no other has imported yet, and for what all have.
        name = ["OrderDict", "Product", "Cart", "Customer"][number % 4]
        getattr(headlesspro_store, name, None)
        from headlesspro_store import webhooks

        webhooks.OrderPlaced
        headlesspro_store.OutOfStockError
        found.append(ids == [f"cat_{number}_{turn}" for turn in range(5)])

    threads = [threading.Thread(target=work, args=[number]) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    print(found.count(True))
    """
)


def test_twenty_threads_use_it_at_once_from_the_first_import_on(
    server_url: str,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, server_url],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.stderr, done.stdout) == ("", "20\n")


def test_a_hundred_calls_by_twenty_threads_get_each_its_own_answer(
    server_url: str,
) -> None:
    ids = [f"cat_{number}" for number in range(100)]
    with Store(url=server_url, secret_key=SECRET_KEY) as store:
        get = store.catalog.categories.get
        with ThreadPoolExecutor(20) as pool:
            answered = [category.id for category in pool.map(get, ids)]
    assert answered == ids
