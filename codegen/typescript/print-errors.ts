import type { SdkModel } from '../model/index.ts';
import type { Imports } from './imports.ts';
import { docComment } from './layout.ts';
import { printField } from './print-shape.ts';
import { importTimes } from './print-type.ts';

/** `core/error-codes.ts`: the codes, each with what its `details` hold. */
export function printErrors(model: SdkModel, imports: Imports): string {
  const entries = model.errors.map((error) => {
    const docs = docComment([`${error.status}. ${error.title} ${error.hint}`], '  ');
    if (!error.details) return `${docs}  ${error.code}: Readonly<Record<string, unknown>>;\n`;
    for (const { type } of error.details) importTimes(type, imports);
    const fields = error.details.map((field) => printField(field, 'answered', '    ')).join('');
    return `${docs}  ${error.code}: {\n${fields}  };\n`;
  });
  return `/** Facts that errors of a code carry in \`details\`. */
export interface ErrorDetails {
${entries.join('')}}
`;
}
