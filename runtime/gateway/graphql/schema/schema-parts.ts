import type { Contract } from '../../../contract/contract.ts';
import type { Connections } from './connections.ts';
import type { InputTypes } from './input-types.ts';
import type { OutputTypes } from './output-types.ts';
import type { Scalars } from './scalars.ts';
import type { TypeRegistry } from './type-registry.ts';

/** What fields are made of while a schema is built. */
export interface SchemaParts {
  readonly contract: Contract;
  readonly registry: TypeRegistry;
  readonly scalars: Scalars;
  readonly outputs: OutputTypes;
  readonly inputs: InputTypes;
  readonly connections: Connections;
}
