import DataLoader from 'dataloader';
import type { Page } from '../../context/service.ts';
import type { GraphqlCaller, OperationInput } from './caller.ts';

function keyOf(input: OperationInput): string {
  return JSON.stringify(Object.entries(input).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/**
 * Gathers what one level of a query asks for and reads it at once: a relation costs one store read, however many
 * parents it has. Lives as long as one request, so nothing that was read is seen by another caller.
 */
export class RequestLoaders {
  readonly #caller: GraphqlCaller;
  readonly #resources = new Map<string, DataLoader<string, unknown>>();
  readonly #pages = new Map<string, DataLoader<OperationInput, Page<unknown>, string>>();

  constructor(caller: GraphqlCaller) {
    this.#caller = caller;
  }

  /** A resource by id; null or undefined where there is none. */
  resource(name: string, id: string, selection: OperationInput): Promise<unknown> {
    const key = `${name} ${keyOf(selection)}`;
    const loader =
      this.#resources.get(key) ??
      new DataLoader<string, unknown>(async (ids) => [...(await this.#caller.load(name, ids, selection))]);
    this.#resources.set(key, loader);
    return loader.load(id);
  }

  /** A page of a list operation. */
  page(operationId: string, input: OperationInput): Promise<Page<unknown>> {
    const loader =
      this.#pages.get(operationId) ??
      new DataLoader<OperationInput, Page<unknown>, string>(
        async (inputs) => {
          const pages = await this.#caller.executeMany(operationId, inputs);
          // The contract says that this operation answers pages.
          return pages as readonly (Page<unknown> | Error)[];
        },
        { cacheKeyFn: keyOf },
      );
    this.#pages.set(operationId, loader);
    return loader.load(input);
  }

  /** After a write nothing that was read before can be relied on. */
  clear(): void {
    this.#resources.clear();
    this.#pages.clear();
  }
}
