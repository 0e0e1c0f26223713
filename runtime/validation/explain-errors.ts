import { closest, distance } from 'fastest-levenshtein';
import type { TValidationError } from 'typebox/error';
import type { FieldError } from '../contract/problem.ts';
import { pointerNames, pointerSegment } from './json-pointer.ts';

/** As much of JSON Schema as is needed to say what is allowed at a place. */
interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const formatNames: Readonly<Record<string, string>> = {
  'date-time': 'a date and time such as 2026-11-23T10:00:00Z',
  date: 'a date such as 2026-11-23',
};

/** The name that was probably meant: close enough to be a slip of the finger, or undefined. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const folded = name.toLowerCase().replace(/[-_\s]/g, '');
  const exact = known.find((candidate) => candidate.toLowerCase().replace(/[-_\s]/g, '') === folded);
  if (exact) return exact;
  const candidate = closest(name, [...known]);
  return distance(name, candidate) <= Math.max(2, Math.floor(candidate.length / 3)) ? candidate : undefined;
}

/** Says that a name is not known here, what was probably meant, and else what there is. */
export function unknownName(name: string, what: string, known: readonly string[]): string {
  const suggestion = nearest(name, known);
  if (suggestion) return `"${name}" is not a known ${what}. Did you mean "${suggestion}"?`;
  if (known.length === 0) return `"${name}" is not a known ${what}; none are allowed here.`;
  const listed = known.length > 12 ? `${known.slice(0, 12).join(', ')}, …` : known.join(', ');
  return `"${name}" is not a known ${what}. Known: ${listed}.`;
}

/** The schemas that describe the place a pointer names; several where alternatives overlap. */
function schemasAt(schema: SchemaNode, segments: readonly string[]): readonly SchemaNode[] {
  const alternatives = schema.anyOf ? schema.anyOf : [schema];
  const [segment, ...rest] = segments;
  if (segment === undefined) return alternatives;
  return alternatives.flatMap((alternative) => {
    const child =
      alternative.properties?.[segment] ??
      Object.entries(alternative.patternProperties ?? {}).find(([pattern]) =>
        new RegExp(pattern, 'u').test(segment),
      )?.[1] ??
      (/^\d+$/.test(segment) ? alternative.items : undefined);
    return child ? schemasAt(child, rest) : [];
  });
}

function knownProperties(nodes: readonly SchemaNode[]): string[] {
  return nodes.flatMap((node) => Object.keys(node.properties ?? {}));
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function describeUnion(nodes: readonly SchemaNode[]): string {
  const names = nodes.map((node) => typeNames[node.type ?? ''] ?? 'another form');
  return [...new Set(names)].join(' or ');
}

function unknownProperties(schema: SchemaNode, error: TValidationError): FieldError[] {
  const names = 'additionalProperties' in error.params ? error.params.additionalProperties : [];
  const here = schemasAt(schema, pointerNames(error.instancePath));
  const patterns = here.flatMap((node) => Object.keys(node.patternProperties ?? {}));
  return names.map((name) => ({
    pointer: `${error.instancePath}/${pointerSegment(name)}`,
    message:
      patterns.length > 0 && knownProperties(here).length === 0
        ? `"${name}" is not a valid key: it must match ${patterns.join(' or ')}.`
        : unknownName(name, 'field', knownProperties(here)),
  }));
}

/** A message for one error, or none where another error of the same place says it better. */
function explain(
  schema: SchemaNode,
  error: TValidationError,
  valueAt: (pointer: string) => unknown,
): FieldError[] {
  const pointer = error.instancePath;
  const one = (message: string): FieldError[] => [{ pointer, message }];
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownProperties(schema, error);
    case 'boolean':
      return [];
    case 'required':
      return error.params.requiredProperties.map((name) => ({
        pointer: `${pointer}/${pointerSegment(name)}`,
        message: 'is required.',
      }));
    case 'type': {
      const expected = [error.params.type].flat().map((type) => typeNames[type] ?? type);
      return one(`must be ${expected.join(' or ')}, not ${quote(valueAt(pointer))}.`);
    }
    case 'enum':
      return one(
        typeof valueAt(pointer) === 'string'
          ? unknownName(String(valueAt(pointer)), 'value', error.params.allowedValues.map(String))
          : `must be one of ${error.params.allowedValues.join(', ')}, not ${quote(valueAt(pointer))}.`,
      );
    case 'format':
      return one(
        `must be ${formatNames[error.params.format] ?? error.params.format}, not ${quote(valueAt(pointer))}.`,
      );
    case 'pattern': {
      const [node] = schemasAt(schema, pointerNames(pointer));
      return one(
        `${quote(valueAt(pointer))} does not have the right form. ${node?.description ?? ''}`.trim(),
      );
    }
    case 'minLength':
      return one(
        error.params.limit === 1
          ? 'must not be empty.'
          : `must have at least ${error.params.limit} characters.`,
      );
    case 'maxLength':
      return one(`must have at most ${error.params.limit} characters.`);
    case 'minItems':
      return one(`must have at least ${error.params.limit} item${error.params.limit === 1 ? '' : 's'}.`);
    case 'maxItems':
      return one(`must have at most ${error.params.limit} items.`);
    case 'minimum':
      return one(`must be at least ${error.params.limit}, not ${quote(valueAt(pointer))}.`);
    case 'maximum':
      return one(`must be at most ${error.params.limit}, not ${quote(valueAt(pointer))}.`);
    case 'minProperties':
      return one('must not be empty.');
    default:
      return one(`does not fulfil "${error.keyword}".`);
  }
}

/**
 * Validation errors in plain words, each with a JSON pointer to the place. Errors of the branches of a union
 * are told only where they help: `null | object` given an object reports what is wrong inside the object.
 */
export function explainErrors(
  jsonSchema: object,
  value: unknown,
  errors: readonly TValidationError[],
): FieldError[] {
  // TypeBox schemas are JSON Schema as plain data; their static types say nothing about that.
  const schema = jsonSchema as SchemaNode;
  const valueAt = (pointer: string): unknown =>
    pointerNames(pointer).reduce<unknown>(
      (current, segment) =>
        typeof current === 'object' && current !== null
          ? (current as Record<string, unknown>)[segment]
          : undefined,
      value,
    );
  const unions = errors.filter((error) => error.keyword === 'anyOf').map((error) => error.instancePath);
  const explained: FieldError[] = [];
  for (const error of errors) {
    if (error.keyword === 'anyOf') {
      const nodes = schemasAt(schema, pointerNames(error.instancePath));
      const deeper = errors.some(
        ({ keyword, instancePath }) =>
          !['type', 'anyOf', 'boolean'].includes(keyword) && instancePath.startsWith(error.instancePath),
      );
      if (!deeper) {
        explained.push({
          pointer: error.instancePath,
          message: `must be ${describeUnion(nodes)}, not ${quote(valueAt(error.instancePath))}.`,
        });
      }
      continue;
    }
    if (error.keyword === 'type' && unions.includes(error.instancePath)) continue;
    explained.push(...explain(schema, error, valueAt));
  }
  const seen = new Set<string>();
  return explained.filter(({ pointer, message }) => {
    const key = `${pointer}\n${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
