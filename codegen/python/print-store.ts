import { byName, type MethodNode } from '../model/index.ts';
import { byKind, type Imports, importLine } from './imports.ts';
import { quote } from './layout.ts';
import { printChild } from './print-resource.ts';
import type { Flavour } from './python-model.ts';

const docs: Readonly<Record<Flavour, string>> = {
  sync: `    """The whole API, for servers.

    What is not given comes from the environment: HEADLESSPRO_URL,
    HEADLESSPRO_SECRET_KEY, HEADLESSPRO_LOG.

    Example::

        with Store(url="http://127.0.0.1:4000", secret_key="hp_sk_…") as store:
            print(store.request("GET", "/v1/store"))
    """`,
  async: `    """The whole API, for servers that await.

    What is not given comes from the environment: HEADLESSPRO_URL,
    HEADLESSPRO_SECRET_KEY, HEADLESSPRO_LOG.

    Example::

        async with AsyncStore(url="http://127.0.0.1:4000", secret_key="…") as store:
            print(await store.request("GET", "/v1/store"))
    """`,
};

/** `store.py`: `Store` and `AsyncStore`, with a property a service. */
export function printStore(tree: readonly MethodNode[], imports: Imports): string {
  imports.value('._core.async_store', 'BaseAsyncStore');
  imports.value('._core.store', 'BaseStore');
  if (tree.length > 0) imports.value('functools', 'cached_property');
  const print = (name: string, base: string, flavour: Flavour) =>
    [
      `class ${name}(${base}):\n${docs[flavour]}\n`,
      ...tree.map((node) => printChild(node, flavour, imports)),
    ].join('\n');
  return `"""The clients of this store."""

@imports@


${print('Store', 'BaseStore', 'sync')}

${print('AsyncStore', 'BaseAsyncStore', 'async')}`;
}

/** `__init__.py`: every public name, imported when it is used. */
export function printEntry(exports: ReadonlyMap<string, readonly string[]>): string {
  const modules = [...exports].sort(([left], [right]) => byName(left, right));
  const places = modules
    .flatMap(([module, names]) => names.map((name) => [name, module] as const))
    .sort(([left], [right]) => byName(left, right));
  return `"""SDK of this store. Every name is imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
${modules.map(([module, names]) => importLine(`.${module}`, names, '    ')).join('')}
_PLACES = {
${places.map(([name, module]) => `    ${quote(name)}: ${quote(`.${module}`)},\n`).join('')}}

__all__ = [
${places
  .map(([name]) => name)
  .sort(byKind)
  .map((name) => `    ${quote(name)},\n`)
  .join('')}]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_PLACES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
`;
}

/** \`_modules.py\`: where the core finds the types that annotations name. */
export function printModules(places: ReadonlyMap<string, string>): string {
  const sorted = [...places].sort(([left], [right]) => byName(left, right));
  return `"""The module of each type."""

from __future__ import annotations

MODULES: dict[str, str] = {
${sorted.map(([name, module]) => `    ${quote(name)}: ${quote(module)},\n`).join('')}}
`;
}
