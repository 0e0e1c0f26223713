"""What HEADLESSPRO_LOG writes to standard error, in a program of its own as a user runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap

PROGRAM = textwrap.dedent(
    """
    import httpx
    from headlesspro_store import Store

    answers = iter([503, 200])

    def answer(request):
        headers = {"x-request-id": "req_1"}
        return httpx.Response(next(answers), headers=headers, json={"id": 7})

    def store():
        client = httpx.Client(transport=httpx.MockTransport(answer))
        return Store(
            url="http://store.test",
            secret_key="hp_sk_secret",
            http_client=client,
            sleep=lambda seconds: None,
        )

    store()
    store().catalog.categories.get("cat_1")
    """
)
REQUEST = r"GET http://store\.test/v1/categories/cat_1"


def logged(level: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "HEADLESSPRO_LOG": level},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == ""
    assert "hp_sk_secret" not in done.stderr
    return done.stderr.splitlines()


def matches(lines: list[str], patterns: list[str]) -> None:
    for line, pattern in zip(lines, patterns, strict=True):
        assert re.fullmatch(pattern, line), line


def test_info_has_a_line_for_each_answer_each_retry_and_each_mismatch() -> None:
    lines = logged("info")
    matches(
        lines[:3],
        [
            rf"{REQUEST} 503 in \d+ ms \(request req_1\)",
            r"The server answered 503\. \(request req_1\) Retrying in 0\.\d s\.",
            rf"{REQUEST} 200 in \d+ ms \(request req_1\)",
        ],
    )
    assert all(re.match(rf"{REQUEST}: /\w+ is ", line) for line in lines[3:])
    assert (
        lines[3]
        == "GET http://store.test/v1/categories/cat_1: /id is int, expected str."
    )


def test_debug_has_a_line_for_each_request_too() -> None:
    lines = [line for line in logged("DEBUG") if "attempt" in line]
    matches(lines, [rf"{REQUEST} \(attempt 1\)", rf"{REQUEST} \(attempt 2\)"])


def test_nothing_is_written_unless_it_is_asked_for() -> None:
    # What Python does with warnings of a logger that nobody configured stays.
    assert not [line for line in logged("") if "ms" in line or "attempt" in line]
