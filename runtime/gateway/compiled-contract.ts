import type { StoreConfig } from '../config/store-config.ts';
import { type Contract, createContract } from '../contract/contract.ts';
import { CompiledOperation } from './compiled-operation.ts';

/**
 * A store's contract, ready to serve: what is costly (validators, the GraphQL schema) is made on first use and
 * kept as long as the configuration is in force. A change of configuration makes a new one.
 */
export class CompiledContract {
  readonly config: StoreConfig;
  readonly contract: Contract;
  readonly #operations = new Map<string, CompiledOperation>();
  readonly #derived = new Map<string, unknown>();

  constructor(config: StoreConfig) {
    this.config = config;
    this.contract = createContract(config);
  }

  operation(id: string): CompiledOperation {
    const known = this.#operations.get(id);
    if (known) return known;
    const compiled = new CompiledOperation(this.contract.operation(id));
    this.#operations.set(id, compiled);
    return compiled;
  }

  /** Something made from this contract (OpenAPI, the GraphQL engine), made once. */
  derived<Value>(name: string, make: (contract: Contract) => Value): Value {
    if (!this.#derived.has(name)) this.#derived.set(name, make(this.contract));
    return this.#derived.get(name) as Value; // what `make` of this name put there
  }
}
