"""Writes the examples of a package's docstrings as functions, for the type checkers to read.

What an example does not define is an argument: of any type, but for the store.
"""

import ast
import builtins
import inspect
import re
import symtable
import sys
from collections.abc import Iterator
from pathlib import Path

package, target = Path(sys.argv[1]), Path(sys.argv[2])
IMPORTED = ("AsyncStore", "Path", "Store", "webhooks")


def examples(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        _, mark, block = (ast.get_docstring(node) or "").partition("Example::\n")
        if mark:
            yield inspect.cleandoc(block)


def undefined(function: str) -> list[str]:
    table = symtable.symtable(function, "example", "exec").get_children()[0]
    names = [symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()]
    return sorted(set(names) - set(IMPORTED) - set(dir(builtins)))


def as_function(number: int, example: str) -> str:
    is_async = re.search(r"\b(async|await)\b", example) is not None
    kind = "AsyncStore" if is_async else "Store"
    body = example.replace("\n", "\n    ")
    head = f"{'async ' if is_async else ''}def example_{number}"
    arguments = [
        f"{name}: {kind if name == 'store' else 'Any'}"
        for name in undefined(f"{head}():\n    {body}\n")
    ]
    return f"{head}({', '.join(arguments)}) -> None:\n    {body}\n"


found = [
    example
    for file in sorted(package.rglob("*.py"))
    for example in examples(file.read_text(encoding="utf-8"))
]
has_webhooks = (package / "webhooks.py").exists()
imports = [
    "from pathlib import Path\nfrom typing import Any\n",
    f"from {package.name} import AsyncStore, Store",
    *([f"from {package.name} import webhooks"] if has_webhooks else []),
]
functions = [as_function(number, example) for number, example in enumerate(found)]
target.write_text("\n".join([*imports, "\n", *functions]), encoding="utf-8")
print(len(found))
