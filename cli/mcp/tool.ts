import type { Static, TObject } from 'typebox';
import { Compile } from 'typebox/compile';
import { explainErrors } from '../../runtime/validation/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import type { Connection } from './connect-store.ts';

/** What a tool may touch beside its input. */
export interface ToolContext {
  /** What it defers runs when this call ends, not when the server does. */
  readonly command: CommandContext;
  /** The store as it is now: found anew at each call. */
  connect(): Promise<Connection>;
}

/** One thing that an assistant can do. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: TObject;
  readonly changes: Changes;
  /** @throws {CliError} `invalid_input`, naming every fault with its place */
  run(input: unknown, context: ToolContext): Promise<unknown>;
}

/** What a client may ask its user about before a call. */
export type Changes = 'nothing' | 'adds' | 'destroys';

interface ToolDefinition<Input extends TObject> extends Omit<Tool, 'run' | 'input'> {
  readonly input: Input;
  run(input: Static<Input>, context: ToolContext): Promise<unknown>;
}

/** A tool whose input is held to its schema. */
export function defineTool<const Input extends TObject>(definition: ToolDefinition<Input>): Tool {
  const input = { ...definition.input, additionalProperties: false };
  const validator = Compile(input);
  return {
    ...definition,
    input,
    run(given, context) {
      // Checked by the very schema that the type is of.
      if (validator.Check(given)) return definition.run(given as Static<Input>, context);
      const faults = explainErrors(input, given, validator.Errors(given));
      throw usage('invalid_input', `The input of ${definition.name} is not valid.`, {
        lines: faults.map(({ pointer, message }) => `${pointer || 'The input'} ${message}`),
      });
    },
  };
}
