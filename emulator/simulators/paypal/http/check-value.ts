import Type, { type Static, type TSchema } from 'typebox';
import type { TValidationError } from 'typebox/error';
import Value from 'typebox/value';
import type { Issue } from './issues.ts';
import { unknownNames } from './parameter-names.ts';
import { detailOf, type ErrorDetail, PayPalError } from './paypal-error.ts';

/** What an endpoint without a body or without a query declares. */
const nothing = Type.Object({});

const issueOfKeyword: Readonly<Record<string, Issue>> = {
  required: 'MISSING_REQUIRED_PARAMETER',
  minLength: 'INVALID_STRING_LENGTH',
  maxLength: 'INVALID_STRING_LENGTH',
  minItems: 'INVALID_ARRAY_MIN_ITEMS',
  maxItems: 'INVALID_ARRAY_MAX_ITEMS',
  enum: 'INVALID_PARAMETER_VALUE',
  const: 'INVALID_PARAMETER_VALUE',
};

function at(value: unknown, pointer: string): unknown {
  return pointer === '' ? value : Value.Pointer.Get(value, pointer);
}

function detailsOf(error: TValidationError, value: unknown, location: 'body' | 'query'): ErrorDetail[] {
  const { keyword, instancePath, params } = error;
  if (keyword === 'required' && 'requiredProperties' in params) {
    return params.requiredProperties.map((name) =>
      detailOf('MISSING_REQUIRED_PARAMETER', { field: `${instancePath}/${name}`, location }),
    );
  }
  const issue = issueOfKeyword[keyword] ?? 'INVALID_PARAMETER_SYNTAX';
  const found = at(value, instancePath);
  // What may hold the number of a card is not repeated: answers end up in logs.
  const isShown = typeof found !== 'object' && !instancePath.includes('/card/');
  const shown = isShown ? { value: found } : {};
  return [detailOf(issue, { field: instancePath || '/', ...shown, location })];
}

/**
 * The value, once it is what the schema says. What the schema does not know is told to `report` and let through, as
 * PayPal lets it through.
 *
 * @throws {PayPalError} 400 `INVALID_REQUEST` with a detail for each thing that is wrong.
 */
export function checkValue<Schema extends TSchema>(
  schema: Schema | undefined,
  value: unknown,
  location: 'body' | 'query',
  report: (name: string) => void,
): Static<Schema> {
  const declared: TSchema = schema ?? nothing;
  for (const name of unknownNames(declared, value)) report(name);
  const isAsDeclared = (given: unknown): given is Static<Schema> => Value.Check(declared, given);
  if (isAsDeclared(value)) return value;
  const details = Value.Errors(declared, value).flatMap((error) => detailsOf(error, value, location));
  throw new PayPalError(400, details);
}
