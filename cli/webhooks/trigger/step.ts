import type { ClientFile } from '../../../runtime/client/index.ts';
import type { InputOf, OutputOf } from '../../../runtime/contract/operation.ts';
import type { Made, Operations } from './made.ts';

export type Call = <Id extends keyof Operations & string>(
  operationId: Id,
  input: InputOf<Operations[Id]>,
  file?: ClientFile,
) => Promise<OutputOf<Operations[Id]>>;

/** One call of the API on the way to an event. */
export interface Step {
  readonly operation: keyof Operations & string;
  /** Steps that come before it. */
  readonly needs: readonly string[];
  input(made: Made): Readonly<Record<string, unknown>>;
  readonly file?: ClientFile;
  /** Whether it is left out, because this store or what was made does not ask for it. */
  isLeftOut?(made: Made): boolean;
  /** Takes what is there already, where the step is only needed by another one. */
  find?(call: Call): Promise<unknown>;
  /** Asked until it answers yes: for what a provider tells a moment later. */
  isSettled?(call: Call, made: Made): Promise<boolean>;
}

/** A step whose input is held to the contract by the compiler. */
export function step<const Id extends keyof Operations & string>(
  operation: Id,
  needs: readonly string[],
  input: (made: Made) => InputOf<Operations[Id]>,
  rest: Pick<Step, 'file' | 'isLeftOut' | 'find' | 'isSettled'> = {},
): Step {
  // Every input is an object by its schema.
  return { operation, needs, input: input as Step['input'], ...rest };
}
