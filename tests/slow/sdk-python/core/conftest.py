"""A store whose requests are answered as a test says, and a real server for what takes sockets."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from headlesspro_store import Store

Answer = Callable[[httpx.Request, int], httpx.Response]
SECRET_KEY = "hp_sk_0123456789"
CATEGORY = {
    "id": "cat_1",
    "version": 3,
    "createdAt": "2026-11-01T08:00:00.000Z",
    "updatedAt": "2026-11-02T08:00:00.250Z",
    "name": "Schuhe",
    "slug": "schuhe",
    "description": "",
    "parentId": None,
    "path": ["cat_0"],
    "position": 0,
    "translations": [
        {"locale": "de", "name": "Schuhe", "slug": None, "description": None}
    ],
}


@dataclass
class Given:
    """A store, what it sent, and how long it would have waited between attempts."""

    store: Store
    requests: list[httpx.Request] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    @property
    def body(self) -> Any:
        return json.loads(self.requests[-1].content)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "SECRET_KEY", "WEBHOOK_SECRET", "LOG"):
        monkeypatch.delenv(f"HEADLESSPRO_{name}", raising=False)


def given_store(answer: Answer, **options: Any) -> Given:
    """`answer` is told the request and its number, from 1."""

    def handle(request: httpx.Request) -> httpx.Response:
        given.requests.append(request)
        return answer(request, len(given.requests))

    client = httpx.Client(transport=httpx.MockTransport(handle))
    waits: list[float] = []
    options = {"secret_key": SECRET_KEY, "url": "http://store.test", **options}
    store = Store(http_client=client, sleep=waits.append, **options)
    given = Given(store, waits=waits)
    return given


def given_category(**changes: Any) -> Given:
    return given_store(
        lambda request, number: httpx.Response(200, json={**CATEGORY, **changes})
    )


class CategoryHandler(BaseHTTPRequestHandler):
    """Answers with the category that was asked for, and keeps its connections."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        content = json.dumps({**CATEGORY, "id": self.path.rpartition("/")[2]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: standard error is for what tests have to say."""


class CrowdServer(ThreadingHTTPServer):
    daemon_threads = True
    # A hundred connect at once.
    request_queue_size = 128


@pytest.fixture
def server_url() -> Iterator[str]:
    server = CrowdServer(("127.0.0.1", 0), CategoryHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
