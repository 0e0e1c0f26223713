import { badRequest, unknownParameters } from '../stripe-error.ts';

/**
 * What an endpoint takes, as data. Form encoding knows texts only, so that reading is also turning them into what
 * they mean; what can not be read is refused in Stripe's words. From the same declaration come the refusal of
 * unknown names and the support table.
 */
export interface Parameter<Value, Required extends boolean = boolean> {
  readonly isRequired: Required;
  /** `at` is its name in brackets: `shipping[address][line1]`. */
  readonly read: (raw: unknown, at: string) => Value;
  /** Its names for the support table, dotted. */
  readonly names: (at: string) => readonly string[];
}

type Fields = Readonly<Record<string, Parameter<unknown>>>;

export type ValueOf<P> = P extends Parameter<infer Value> ? Value : never;

export type InputOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Parameter<infer Value, true>
    ? Value
    : ValueOf<F[Name]> | undefined;
};

function leaf<Value>(read: (raw: unknown, at: string) => Value): Parameter<Value, false> {
  return { isRequired: false, read, names: (at) => [at] };
}

function textOf(raw: unknown, at: string): string {
  if (typeof raw !== 'string') throw badRequest(`Invalid string: ${JSON.stringify(raw)}`, { param: at });
  if (raw !== '') return raw;
  throw badRequest(
    `You passed an empty string for '${at}'. We assume empty values are an attempt to unset a parameter; however ` +
      `'${at}' cannot be unset. You should remove '${at}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param: at },
  );
}

export function text(longest = 5000): Parameter<string, false> {
  return leaf((raw, at) => {
    const value = textOf(raw, at);
    if (value.length <= longest) return value;
    throw badRequest(`Invalid string: ${value.slice(0, 20)}…; must be at most ${longest} characters`, {
      code: 'parameter_invalid_string_too_long',
      param: at,
    });
  });
}

export function integer(bounds: { min?: number; max?: number } = {}): Parameter<number, false> {
  return leaf((raw, at) => {
    const value = textOf(raw, at);
    if (!/^-?\d{1,15}$/.test(value)) {
      throw badRequest(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: at });
    }
    const number = Number(value);
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = bounds;
    if (number >= min && number <= max) return number;
    const limit = number < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`;
    throw badRequest(`This value must be ${limit}.`, { code: 'parameter_invalid_integer', param: at });
  });
}

export function flag(): Parameter<boolean, false> {
  return leaf((raw, at) => {
    const value = textOf(raw, at);
    if (value === 'true' || value === 'false') return value === 'true';
    throw badRequest(`Invalid boolean: ${value}`, { param: at });
  });
}

export function oneOf<const Value extends string>(...values: readonly Value[]): Parameter<Value, false> {
  return leaf((raw, at) => {
    const value = textOf(raw, at);
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    const known =
      values.length === 1 ? `${values[0]}` : `one of ${values.slice(0, -1).join(', ')}, or ${values.at(-1)}`;
    throw badRequest(`Invalid ${at}: must be ${known}`, { param: at });
  });
}

/** May be taken back with an empty text: the value is then null. */
export function unsettable<Value>(parameter: Parameter<Value>): Parameter<Value | null, false> {
  return {
    isRequired: false,
    read: (raw, at) => (raw === '' ? null : parameter.read(raw, at)),
    names: parameter.names,
  };
}

export function required<Value>(parameter: Parameter<Value>): Parameter<Value, true> {
  return { isRequired: true, read: parameter.read, names: parameter.names };
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** `a[0]=x` and `a[]=x`; with many or missing places the parser makes an object of them. */
export function list<Value>(of: Parameter<Value>): Parameter<readonly Value[], false> {
  return {
    isRequired: false,
    read(raw, at) {
      if (raw === '') return [];
      const places = Array.isArray(raw) ? raw : isRecord(raw) ? Object.values(raw) : undefined;
      if (!places) throw badRequest('Invalid array', { param: at });
      return places.map((value, place) => of.read(value, `${at}[${place}]`));
    },
    names: (at) => of.names(at),
  };
}

/** Any names of the caller's own, each with a text. An empty text takes a name away. */
export function metadata(): Parameter<Readonly<Record<string, string>>, false> {
  return leaf((raw, at) => {
    if (raw === '') return {};
    if (!isRecord(raw)) throw badRequest('Invalid object', { param: at });
    const entries = Object.entries(raw);
    if (entries.length > 50) {
      throw badRequest(`Metadata can have up to 50 keys; ${entries.length} were given.`, { param: at });
    }
    return Object.fromEntries(entries.map(([key, value]) => [key, metadataValue(key, value, at)]));
  });
}

function metadataValue(key: string, value: unknown, at: string): string {
  const param = `${at}[${key}]`;
  if (typeof value !== 'string') throw badRequest('Metadata values must be strings.', { param });
  if (key.length > 40) throw badRequest('Metadata keys can have up to 40 characters.', { param });
  if (value.length > 500) throw badRequest('Metadata values can have up to 500 characters.', { param });
  return value;
}

/** `read` of a whole set of named parameters: what a request carries, or an object inside it. */
export function readFields<F extends Fields>(fields: F, raw: unknown, at = ''): InputOf<F> {
  if (!isRecord(raw)) throw badRequest('Invalid object', { param: at });
  const nameOf = (name: string) => (at ? `${at}[${name}]` : name);
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name));
  if (unknown.length > 0) throw unknownParameters(unknown.map(nameOf));
  const entries = Object.entries(fields).map(([name, parameter]) => {
    const value = raw[name];
    if (value !== undefined) return [name, parameter.read(value, nameOf(name))];
    if (!parameter.isRequired) return [name, undefined];
    throw badRequest(`Missing required param: ${nameOf(name)}.`, {
      code: 'parameter_missing',
      param: nameOf(name),
    });
  });
  // Each value was read by the parameter of its name.
  return Object.fromEntries(entries) as InputOf<F>;
}

export function shape<F extends Fields>(fields: F): Parameter<InputOf<F>, false> {
  return {
    isRequired: false,
    read: (raw, at) => readFields(fields, raw, at),
    names: (at) => namesOf(fields, at),
  };
}

export function namesOf(fields: Fields, at = ''): readonly string[] {
  return Object.entries(fields).flatMap(([name, parameter]) => parameter.names(at ? `${at}.${name}` : name));
}
