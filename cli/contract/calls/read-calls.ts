import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Compile } from 'typebox/compile';
import { explainErrors } from '../../../runtime/validation/index.ts';
import { refused } from '../../cli-error.ts';
import { CallsFile, type RecordedCall } from './calls-file.ts';
import type { Shape } from './shape.ts';
import { readShape } from './written-shape.ts';

/** A recorded call whose answer is a shape again; undefined where it had no body to rely on. */
export interface KnownCall {
  readonly call: RecordedCall;
  readonly answer: Shape | undefined;
}

const fix = 'Give a file that `hp contract record FILE` wrote.';

function contentsOf(file: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw refused('unreadable_calls', `${file} can not be read as recorded calls.`, {
      ...{ fix, where: { file: path }, cause },
    });
  }
}

/** The calls of a file. @throws {CliError} `unreadable_calls` */
export function readCalls(file: string, directory: string): readonly KnownCall[] {
  const path = resolve(directory, file);
  const contents = contentsOf(file, path);
  const validator = Compile(CallsFile);
  if (!validator.Check(contents)) {
    const faults = explainErrors(CallsFile, contents, validator.Errors(contents)).slice(0, 5);
    throw refused('unreadable_calls', `${file} does not hold recorded calls.`, {
      ...{ fix, where: { file: path } },
      lines: faults.map(({ pointer, message }) => `${pointer || 'The file'} ${message}`),
    });
  }
  return contents.calls.map((call, index) => {
    const answer = call.answer === undefined ? undefined : readShape(call.answer);
    if (call.answer === undefined || answer) return { call, answer };
    throw refused('unreadable_calls', `The answer of call ${index + 1} in ${file} is no shape.`, {
      fix: 'Texts in it are `string`, `number`, `boolean`, `null` or several of them with `|`; record it anew if unsure.',
      where: { file: path },
    });
  });
}
