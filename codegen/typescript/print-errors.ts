import type { SdkModel } from '../model/index.ts';
import { docComment } from './layout.ts';
import { printField } from './print-shape.ts';

/** `core/error-codes.ts`: the codes, each with what its `details` hold. */
export function printErrors(model: SdkModel): string {
  const entries = model.errors.map((error) => {
    const docs = docComment([`${error.status}. ${error.title} ${error.hint}`], '  ');
    if (!error.details) return `${docs}  ${error.code}: Readonly<Record<string, unknown>>;\n`;
    const fields = error.details.map((field) => printField(field, 'answered', '    ')).join('');
    return `${docs}  ${error.code}: {\n${fields}  };\n`;
  });
  return `/** Facts that errors of a code carry in \`details\`. */
export interface ErrorDetails {
${entries.join('')}}
`;
}
