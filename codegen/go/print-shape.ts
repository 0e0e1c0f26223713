import type { SdkField, SdkShape } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName } from './go-names.ts';
import type { Imports } from './imports.ts';
import { alignRows, docComment, quote, type Row } from './layout.ts';
import type { GoEnum } from './name-enums.ts';
import { hasNil, isInput, printFieldType } from './print-type.ts';

/** A struct for each shape, which knows how it is on the wire. */
export function printShape(shape: SdkShape, model: GoModel, imports: Imports): string {
  const input = isInput(shape);
  const raw = input ? 'any' : imports.standard('encoding/json', 'RawMessage');
  const rows = shape.fields.map((field) => printField(field, shape, model, imports));
  const extra: Row = {
    comment: docComment(
      [input ? 'ExtraFields are sent beside those that the contract names.' : extraFieldsAnswered],
      '\t',
    ),
    cells: ['ExtraFields', `map[string]${raw}`, '`json:"-"`'],
  };
  return [
    `${docComment([describe(shape, model)])}type ${shape.name} struct {\n`,
    `${alignRows([...rows, extra])}}\n`,
    printMethods(shape, imports),
  ].join('');
}

const extraFieldsAnswered =
  'ExtraFields are what a newer platform answers with, and fields of another type than here.';

function printField(field: SdkField, shape: SdkShape, model: GoModel, imports: Imports): Row {
  const type = printFieldType(field, shape, { model, imports });
  const isOmitted = !field.isRequired && !isInput(shape);
  const isTagged = field.isNullable && hasNil(field.type);
  const tags = [
    `json:${quote(field.name + (isOmitted ? ',omitempty' : ''))}`,
    ...(isTagged ? ['api:"nullable"'] : []),
  ];
  return {
    comment: printFieldDocs(field),
    cells: [exportedName(field.name), type, `\`${tags.join(' ')}\``],
  };
}

export function printFieldDocs(field: SdkField): string {
  const standard = field.default === undefined ? undefined : `Default: ${JSON.stringify(field.default)}.`;
  return docComment(
    [
      [field.description, standard].filter(Boolean).join(' '),
      field.isDeprecated ? 'Deprecated: it will be gone.' : undefined,
    ],
    '\t',
  );
}

function printMethods({ name, isAnswered, isSent }: SdkShape, imports: Imports): string {
  const marshal = imports.own('core', 'Marshal');
  const methods = [
    `\n// MarshalJSON writes it as the API does.
func (value ${name}) MarshalJSON() ([]byte, error) {
	return ${marshal}(value)
}
`,
    `\n// UnmarshalJSON reads what the API answered; what is not as expected is no error.
func (value *${name}) UnmarshalJSON(text []byte) error {
	return ${imports.own('core', 'Unmarshal')}(text, value)
}
`,
  ];
  return methods.slice(0, isAnswered || !isSent ? 2 : 1).join('');
}

/** A second name, in its service, for what is shared. */
export function printShapeAlias(shape: SdkShape, model: GoModel, imports: Imports): string {
  const name = imports.own(model.packageOf(shape), shape.name);
  return `${docComment([describe(shape, model)])}type ${shape.name} = ${name}\n`;
}

/** A named type with a constant a value. Others than these may be answered, and pass. */
export function printEnum(each: GoEnum): string {
  const rows = each.constants.map(({ name, value }) => ({
    cells: [name, each.name, `= ${typeof value === 'string' ? quote(value) : value}`],
  }));
  return `${docComment([describeEnum(each)])}type ${each.name} ${each.kind}

// Values of [${each.name}] that are known.
const (
${alignRows(rows)})
`;
}

export function printEnumAlias(each: GoEnum, model: GoModel, imports: Imports): string {
  const rows = each.constants.map(({ name }) => ({
    cells: [name, `= ${imports.own(model.packageOf(each), name)}`],
  }));
  return `${docComment([describeEnum(each)])}type ${each.name} = ${imports.own(model.packageOf(each), each.name)}

// Values of [${each.name}] that are known.
const (
${alignRows(rows)})
`;
}

function describeEnum(each: GoEnum): string {
  return `${each.name} is the ${each.field} of a ${each.shapes[0] ?? ''}. A newer platform may know more values.`;
}

function describe({ name, description }: SdkShape, { sdk }: GoModel): string {
  if (description !== undefined) return `${name}: ${description}`;
  for (const { path, operations } of sdk.resources) {
    const operation = operations.find(({ input }) => input?.shape === name);
    if (operation)
      return `${name} is the input of store.${[...path, operation.name].map(exportedName).join('.')}.`;
  }
  return `${name} is a part of what this store's API takes and answers.`;
}
