import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { EventDefinition } from '../contract/event.ts';
import type { FieldError } from '../contract/problem.ts';
import { explainErrors } from '../validation/index.ts';

export interface EventFault {
  readonly storeId: string;
  readonly type: string;
  readonly subject: string;
  readonly errors: readonly FieldError[];
}

const validators = new WeakMap<TSchema, Validator>();

/** Where the data of an event is not what the contract says of it; empty where it is. */
export function eventErrors({ data: schema }: EventDefinition, data: unknown): FieldError[] {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  // As it is stored and sent.
  const sent: unknown = JSON.parse(JSON.stringify(data ?? null));
  return validator.Check(sent) ? [] : explainErrors(schema, sent, validator.Errors(sent));
}
