import { errorFamily, type SdkError, type SdkShape } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName } from './go-names.ts';
import type { Imports } from './imports.ts';
import { docComment, quote } from './layout.ts';
import { printShape } from './print-shape.ts';

function familyOf(status: number): string {
  return `${errorFamily(status) ?? 'API'}Error`;
}

/** `out_of_stock` is an `OutOfStockError`. */
export function errorName(error: SdkError): string {
  return `${exportedName(error.code)}Error`;
}

/** Types of problem codes; a code that its family is named after (`forbidden`) has no other one. */
export function hasOwnType(error: SdkError): boolean {
  return errorName(error) !== familyOf(error.status);
}

/** Facts that the errors of a code carry: a struct like those that are answered. */
export function detailsShape(error: SdkError): SdkShape | undefined {
  return (
    error.details && {
      name: `${exportedName(error.code)}Details`,
      description: `facts of the problem ${error.code}.`,
      fields: error.details,
      ...{ isSent: false, isAnswered: true, home: undefined, hidesFromVisitors: false },
    }
  );
}

/** `problems.go`: a type a problem code, with its details typed. */
export function printErrors(model: GoModel, imports: Imports): string {
  const { errors } = model.sdk;
  const own = errors.filter(hasOwnType);
  const core = imports.own('core', 'APIError');
  const cases = own.map((error) => `\tcase ${quote(error.code)}:\n${printCase(error)}`).join('');
  const types = errors.flatMap((error) => {
    const details = detailsShape(error);
    return [
      ...(hasOwnType(error) ? [printErrorType(error)] : []),
      ...(details ? [printShape(details, model, imports)] : []),
    ];
  });
  return `${types.join('\n')}
// typedError gives an error the type of its code, or of its status.
func typedError(failure *${core}) error {
	switch failure.Code {
${cases}	}
	return core.FamilyOf(failure)
}
`;
}

function printErrorType(error: SdkError): string {
  const name = errorName(error);
  const family = familyOf(error.status);
  const details = detailsShape(error);
  return `${docComment([`${name}: ${error.status}. ${error.title} ${error.hint}`])}type ${name} struct {
	*${family}${details ? `\n\tDetails ${details.name}` : ''}
}

// Unwrap gives the ${family}.
func (failure *${name}) Unwrap() error {
	return failure.${family}
}
`;
}

function printCase(error: SdkError): string {
  const name = errorName(error);
  const family = familyOf(error.status);
  const base = family === 'APIError' ? 'failure' : `&${family}{APIError: failure}`;
  if (!error.details) return `\t\treturn &${name}{${base}}\n`;
  return `\t\ttyped := &${name}{${family}: ${base}}
		// Details of another type than here stay empty; failure.Details has them.
		_ = failure.DecodeDetails(&typed.Details)
		return typed
`;
}
