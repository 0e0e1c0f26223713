import { Compile, type Validator } from 'typebox/compile';
import type { Operation, WireOperation } from '../contract/operation.ts';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import { explainErrors } from '../validation/index.ts';
import { coerceQuery } from './coerce-query.ts';
import { CompiledRows } from './compiled-rows.ts';
import { fillDefaults } from './fill-defaults.ts';
import { secretStripper } from './strip-secrets.ts';

export type Input = Record<string, unknown>;

/** An operation with what serving it needs, each made on first use. */
export class CompiledOperation<Served extends WireOperation = Operation> {
  readonly operation: Served;
  readonly isWrite: boolean;
  /** The input's properties that stand in the path. */
  readonly pathParameters: readonly string[];
  /** Whether properties that the path doesn't name come from the query string; from the body otherwise. */
  readonly takesQuery: boolean;
  /** Whether the answer has anything that only secret keys may see. */
  readonly hasSecrets: boolean;
  readonly #strictInput: object;
  readonly #rows: CompiledRows | undefined;
  #validator: Validator | undefined;
  #strip: ((value: unknown) => unknown) | undefined;

  constructor(operation: Served) {
    const [method = 'GET', path = ''] = operation.http.split(' ');
    this.operation = operation;
    this.isWrite = operation.effect !== 'read';
    this.pathParameters = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    this.takesQuery = method === 'GET' || method === 'DELETE' || operation.upload !== undefined;
    this.hasSecrets = JSON.stringify(operation.output).includes('"x-access":"secret"');
    this.#rows = operation.rows === undefined ? undefined : new CompiledRows(operation.rows, operation.input);
    const input = this.#rows?.inputWithAnyRows ?? operation.input;
    this.#strictInput = { ...input, additionalProperties: false };
  }

  /** Texts of a query string as the values that the input wants: numbers, booleans, lists. */
  coerce(query: Input): Input {
    return coerceQuery(this.operation.input.properties, query);
  }

  /**
   * The input with defaults filled in.
   * @throws {Problem} `invalid_input`, naming every fault with its place.
   */
  validate(input: Input): Input {
    this.#validator ??= Compile(this.#strictInput as never); // a TypeBox object schema, made stricter
    const complete = fillDefaults(this.#strictInput, input) as Input;
    if (this.#validator.Check(complete)) return this.#rows?.validate(complete) ?? complete;
    const errors = explainErrors(this.#strictInput, complete, this.#validator.Errors(complete));
    const [first] = errors;
    throw problem(problems.invalidInput, {
      detail: first ? `${first.pointer || 'The input'} ${first.message}` : 'The input is not valid.',
      errors,
    });
  }

  /** Takes away what only secret keys may see. */
  stripSecrets(answer: unknown): unknown {
    this.#strip ??= secretStripper(this.operation.output);
    return this.#strip(answer);
  }
}
