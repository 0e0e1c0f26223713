import { GenerationError } from './generation-error.ts';
import { methodPath } from './read-operation.ts';

/** `store.catalog.products` can not be a resource and a method at once, nor two methods one. */
export function checkMethodNames(ids: readonly string[]): void {
  const methods = new Map<string, string>();
  const resources = new Map<string, string>();
  for (const id of ids) {
    const { path, method } = methodPath(id);
    const name = [...path, method].join('.');
    const other = methods.get(name);
    if (other !== undefined) throw collision(name, other, id);
    methods.set(name, id);
    for (let length = 1; length <= path.length; length += 1) {
      const resource = path.slice(0, length).join('.');
      if (!resources.has(resource)) resources.set(resource, id);
    }
  }
  for (const [name, id] of methods) {
    const resource = resources.get(name);
    if (resource !== undefined) throw collision(name, id, resource);
  }
}

function collision(name: string, first: string, second: string): GenerationError {
  return new GenerationError(
    `The operations ${first} and ${second} would both be store.${name}. Rename one of them in the contract.`,
  );
}
