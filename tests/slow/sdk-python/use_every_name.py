"""Imports every name that packages export, and has pydantic build every model: types are found when they are needed."""

import importlib
import pkgutil
import sys

for name in sys.argv[1:]:
    package = importlib.import_module(name)
    exported = [getattr(package, one) for one in package.__all__]
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}.")
    ]
    own = [value for module in modules for value in vars(module).values()]
    models = {
        value
        for value in (*exported, *own)
        # In Python 3.10 `list[str]` is a type, too, but no class.
        if isinstance(value, type(package.ApiModel))
        and issubclass(value, package.ApiModel)
    }
    for model in models:
        model.model_rebuild(force=True)
    print(name, len(exported) > 50, len(models) > 5)
