"""Examples as functions, for the type checkers to read."""

import builtins
import importlib
import re
import symtable

FROM_ELSEWHERE = {"Path": "from pathlib import Path"}


def module_of(package: str, examples: dict[str, str]) -> str:
    """What an example does not define is imported from the SDK if it has it; else it
    is an argument: of any type, but for the store.
    """
    exported = importlib.import_module(package).__all__
    imports = {"from typing import Any"}
    functions = []
    for name, code in examples.items():
        is_async = re.search(r"\b(async|await)\b", code) is not None
        head = f"{'async ' if is_async else ''}def {name}"
        body = "    " + code.strip().replace("\n", "\n    ")
        arguments = []
        for word in undefined(f"{head}():\n{body}\n"):
            if word in FROM_ELSEWHERE:
                imports.add(FROM_ELSEWHERE[word])
            elif word in exported or word == "webhooks":
                imports.add(f"from {package} import {word}")
            elif word == "store":
                kind = "AsyncStore" if is_async else "Store"
                imports.add(f"from {package} import {kind}")
                arguments.append(f"store: {kind}")
            else:
                arguments.append(f"{word}: Any")
        functions.append(f"{head}({', '.join(arguments)}) -> None:\n{body}\n")
    return "\n".join([*sorted(imports), "\n", *functions])


def undefined(function: str) -> list[str]:
    table = symtable.symtable(function, "example", "exec").get_children()[0]
    names = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return sorted(names - set(dir(builtins)))
