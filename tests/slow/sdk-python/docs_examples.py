"""Writes examples that come as JSON, a name and its code each, as a module: `docs_examples.py package target`."""

import json
import sys
from pathlib import Path

from example_functions import module_of

package, target = sys.argv[1], Path(sys.argv[2])
target.write_text(module_of(package, json.load(sys.stdin)), encoding="utf-8")
