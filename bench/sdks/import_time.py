"""Starts Python anew each time, in turn: to import the SDK, until its client is there, and until one of httpx is.

Prints seconds of each round as JSON.
"""

import json
import subprocess
import sys
import time

rounds = int(sys.argv[1])
client = "Store(url='http://127.0.0.1:1', secret_key='hp_sk_x').catalog.products"
programs = {
    "module": "import headlesspro_store",
    "client": f"from headlesspro_store import Store; {client}",
    "bare": "import httpx, pydantic; httpx.Client()",
}
costs: dict[str, list[float]] = {name: [] for name in programs}
for turn in range(rounds + 1):
    for name, program in programs.items():
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        # The first round compiles what was just installed.
        if turn > 0:
            costs[name].append(time.perf_counter() - start)
print(json.dumps(costs))
