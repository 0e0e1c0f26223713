import { fieldText, fieldValue } from './field-values.ts';
import { fitInput } from './fit-input.ts';
import { type ApiDocument, resolve, type Schema } from './open-api.ts';
import { shapeOf, type ValueShape } from './value-kind.ts';

/** A field of a form, as a schema has it. */
export interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly shape: ValueShape;
  readonly isRequired: boolean;
  readonly description: string | undefined;
}

/** What stands in the fields, by name. */
export type Texts = Readonly<Record<string, string>>;

export interface ReadForm {
  readonly values: Readonly<Record<string, unknown>>;
  /** What is wrong, by field. */
  readonly errors: Texts;
}

function fieldOf(document: ApiDocument, name: string, schema: Schema, isRequired: boolean): Field {
  const { description } = resolve(document, schema);
  return { name, schema, shape: shapeOf(document, schema), isRequired, description };
}

/** The fields of a body, those that are needed first. */
export function fieldsOf(document: ApiDocument, { properties = {}, required = [] }: Schema): Field[] {
  const fields = Object.entries(properties).map(([name, schema]) =>
    fieldOf(document, name, schema, required.includes(name)),
  );
  return [
    ...fields.filter(({ isRequired }) => isRequired),
    ...fields.filter(({ isRequired }) => !isRequired),
  ];
}

/** What stands in the fields of a record: of each value what may be sent again. */
export function textsOf(
  document: ApiDocument,
  fields: readonly Field[],
  record: Readonly<Record<string, unknown>>,
): Texts {
  return Object.fromEntries(
    fields.map(({ name, schema, shape }) => [
      name,
      fieldText(fitInput(document, schema, record[name]), shape.value),
    ]),
  );
}

/** Reads fields; those that say what they said `before` are left out. */
export function readForm(fields: readonly Field[], texts: Texts, before: Texts = {}): ReadForm {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const { name, shape, isRequired } of fields) {
    const text = texts[name] ?? '';
    if (text === (before[name] ?? '') && !(isRequired && text === '')) continue;
    const read = fieldValue(text, shape);
    if ('error' in read) errors[name] = read.error;
    else if (read.value !== undefined) values[name] = read.value;
    else if (isRequired) errors[name] = 'Needed.';
    else if (text !== (before[name] ?? '')) errors[name] = 'This can be changed, and not taken away.';
  }
  return { values, errors };
}

/** What the API says of each field: of a place inside of it, too, which it then names. */
export function errorsByField(
  errors: readonly { readonly pointer: string; readonly message: string }[],
): Texts {
  const byField: Record<string, string> = {};
  for (const { pointer, message } of errors) {
    const [, name = '', ...inside] = pointer.split('/');
    const said = inside.length > 0 ? `${inside.join('/')} ${message}` : message;
    byField[name] = byField[name] === undefined ? said : `${byField[name]} ${said}`;
  }
  return byField;
}
