import { errorFamily, pascalCase, type SdkError, type SdkModel, shapesIn } from '../model/index.ts';
import type { Imports } from './imports.ts';
import { docstring, quote } from './layout.ts';
import { printModel } from './print-models.ts';
import type { PythonModel } from './python-model.ts';

export function familyOf(status: number): string {
  return `${errorFamily(status) ?? 'Api'}Error`;
}

/** `out_of_stock` is an `OutOfStockError`; `not_found` is what its family is named after. */
export function errorClass(error: SdkError): string {
  return `${pascalCase(error.code)}Error`;
}

export function detailsClass(error: SdkError): string {
  return `${pascalCase(error.code)}Details`;
}

/** Errors that have a class of their own: others are all that their family is. */
export function ownErrors(sdk: SdkModel): readonly SdkError[] {
  return sdk.errors.filter((error) => errorClass(error) !== familyOf(error.status) || error.details);
}

/** `errors.py`: a class a problem code, with its details typed. */
export function printErrors(model: PythonModel, imports: Imports): string {
  const own = ownErrors(model.sdk).filter((error) => errorClass(error) !== familyOf(error.status));
  imports.value('._core.errors', 'ApiError');
  const classes = own.map((error) => printError(error, model, imports));
  const codes = own.map((error) => `    ${quote(error.code)}: ${errorClass(error)},\n`);
  return `"""An error class for each problem code of this store's API."""

@imports@


${classes.map((text) => `${text}\n\n`).join('')}BY_CODE: dict[str, type[ApiError]] = {
${codes.join('')}}
`;
}

function printError(error: SdkError, model: PythonModel, imports: Imports): string {
  const family = familyOf(error.status);
  imports.value('._core.errors', family);
  const docs = docstring([`${error.status}. ${error.title} ${error.hint}`], '    ');
  const head = `class ${errorClass(error)}(${family}):\n${docs}`;
  if (!error.details) return head;
  for (const name of error.details.flatMap((field) => shapesIn(field.type))) {
    const module = model.moduleOf(name);
    if (module) imports.type(`.${module}`, name);
  }
  const details = printModel(detailsClass(error), undefined, error.details, model, imports);
  return `${details}\n\n${head}\n    details: ${detailsClass(error)}\n`;
}
