import type { Static, TObject, TSchema } from 'typebox';
import type { HttpMethod } from '../../runtime/contract/operation.ts';
import type { ProblemDefinition } from '../../runtime/contract/problem.ts';

/**
 * One thing that the emulator offers beside the platform: to move the clock, say. Route, typed client and reference
 * are derived from this record. Asked with a store's secret key, which says which store or sandbox it is about.
 */
export interface Control<Input extends TObject = TObject, Output extends TSchema = TSchema> {
  /** `clock.advance` */
  readonly id: string;
  readonly summary: string;
  /** Markdown; rules a caller has to know. */
  readonly description?: string;
  /** Path parameters are `{name}` and name a property of `input`. */
  readonly http: `${HttpMethod} /_emulator/v1/${string}`;
  /** Flat; GET and DELETE take it from the query string, other methods from the JSON body. */
  readonly input: Input;
  /** The answer; of a stream, each of its messages. */
  readonly output: Output;
  /** Answers with Server-Sent Events until the caller hangs up. */
  readonly isStream?: true;
  /** Where it takes more than requests usually may have. */
  readonly maximumBodyBytes?: number;
  readonly errors: readonly ProblemDefinition[];
  /** Whether it changes anything. */
  readonly effect: 'read' | 'write';
}

export type ControlDefinition = Omit<Control, 'id'>;

export type ControlInput<C extends Pick<Control, 'input'>> = Static<C['input']>;
export type ControlOutput<C extends Pick<Control, 'output'>> = Static<C['output']>;

/** The controls of one capability, keyed by id. */
export function defineControls<const Definitions extends Record<string, ControlDefinition>>(
  definitions: Definitions,
): { readonly [Id in keyof Definitions]: Definitions[Id] & { readonly id: Id & string } } {
  const entries = Object.entries(definitions).map(([id, definition]) => [id, { id, ...definition }]);
  return Object.fromEntries(entries);
}

/** What a handler knows of who asks. */
export interface ControlContext {
  /** The store or sandbox of the key. */
  readonly storeId: string;
  /** Aborted when the caller hangs up, or the emulator ends. */
  readonly signal: AbortSignal;
}

/** Does the work of a control. Refuses by throwing a `Problem`. */
export type ControlHandler<C extends Control> = (
  input: ControlInput<C>,
  context: ControlContext,
) => C extends { readonly isStream: true } ? AsyncIterable<ControlOutput<C>> : Promise<ControlOutput<C>>;

/** A handler for each of these controls, so that the compiler names those that are missing. */
export type ControlHandlers<Controls extends Readonly<Record<string, Control>>> = {
  readonly [Id in keyof Controls]: ControlHandler<Controls[Id]>;
};
