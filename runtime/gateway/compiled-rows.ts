import type { TObject } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { InvalidRow } from '../context/service.ts';
import { explainErrors } from '../validation/index.ts';
import { fillDefaults } from './fill-defaults.ts';

/** The rows of a bulk operation, each validated by itself so that one refuses no other. */
export class CompiledRows {
  /** The operation's input with anything for a row. */
  readonly inputWithAnyRows: TObject;
  readonly #name: string;
  readonly #row: object;
  #validator: Validator | undefined;

  constructor(name: string, input: TObject) {
    const list = input.properties[name] as unknown as { readonly items: object }; // the contract says it is a list
    this.#name = name;
    this.#row = list.items;
    this.inputWithAnyRows = {
      ...input,
      properties: { ...input.properties, [name]: { ...list, items: {} } as never },
    };
  }

  /** The input with defaults filled in its rows, and an `InvalidRow` in the place of each that is not valid. */
  validate(input: Record<string, unknown>): Record<string, unknown> {
    const validator = this.#validator ?? Compile(this.#row as never); // an object schema of the contract
    this.#validator = validator;
    const rows = input[this.#name] as readonly unknown[]; // validated as a list before
    const checked = rows.map((row) => {
      const complete = fillDefaults(this.#row, row);
      if (validator.Check(complete)) return complete;
      return new InvalidRow(explainErrors(this.#row, complete, validator.Errors(complete)));
    });
    return { ...input, [this.#name]: checked };
  }
}
