"""What the type checkers must refuse, a line each."""

from headlesspro_store import Store


def mistakes(store: Store) -> None:
    store.catalog.categories.create()  # its name is missing
    store.catalog.categories.create(name=None)  # not nullable
    store.catalog.products.list(status="sold")  # no such status
    store.catalog.products.get("prod_1", if_version=1)  # nothing is changed
    store.catalog.products.get("prod_1").titel  # misspelled
    store.checkout.carts.add_lines("cart_1", lines=[{"variant": "var_1"}])
