"""Writes the examples of a package's docstrings as a module. Prints how many there are."""

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from example_functions import module_of

package, target = Path(sys.argv[1]), Path(sys.argv[2])


def examples(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        _, mark, block = (ast.get_docstring(node) or "").partition("Example::\n")
        if mark:
            yield inspect.cleandoc(block)


found = [
    example
    for file in sorted(package.rglob("*.py"))
    for example in examples(file.read_text(encoding="utf-8"))
]
named = {f"example_{number}": example for number, example in enumerate(found)}
target.write_text(module_of(package.name, named), encoding="utf-8")
print(len(found))
