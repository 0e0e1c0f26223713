import type { Operation } from '../../runtime/contract/operation.ts';
import { isPlainObject, type Plain } from '../../runtime/gateway/json-schema.ts';

type Input = Readonly<Record<string, unknown>>;
const idShape = /^([a-z]+)_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Path parameters that take an id without saying which by their pattern. */
const prefixes: Readonly<Record<string, string>> = { category: 'cat', collection: 'coll' };

export type Sample = { readonly input: Input } | { readonly missing: string };

/** What has been seen in the store's answers, to ask for it again. */
export class KnownValues {
  readonly #ids = new Map<string, string>();
  #slug: string | undefined;

  /** Remembers the ids in an answer, and the first slug, which is a product's: they are listed first. */
  learn(body: unknown): void {
    if (typeof body === 'string') {
      const prefix = idShape.exec(body)?.[1];
      if (prefix !== undefined && !this.#ids.has(prefix)) this.#ids.set(prefix, body);
    } else if (Array.isArray(body)) {
      for (const item of body) this.learn(item);
    } else if (isPlainObject(body)) {
      if (typeof body.slug === 'string') this.#slug ??= body.slug;
      for (const value of Object.values(body)) this.learn(value);
    }
  }

  /** An input that the operation takes, or what it would need. */
  sampleFor(operation: Operation): Sample {
    const { properties, required = [] } = operation.input as unknown as {
      // JSON Schema as plain data
      readonly properties: Readonly<Record<string, Plain>>;
      readonly required?: readonly string[];
    };
    const input: Record<string, unknown> = { ...(operation.example ?? {}) };
    for (const name of required) {
      const value = this.#valueOf(name, properties[name] ?? {}) ?? input[name];
      if (value === undefined) return { missing: name };
      input[name] = value;
    }
    return { input };
  }

  /** One thing that a list can be narrowed to, for those that are not answered whole. */
  filterFor({ input }: Operation): Input | undefined {
    for (const [name, schema] of Object.entries(input.properties)) {
      const { pattern } = schema as Plain; // JSON Schema as plain data
      const id = typeof pattern === 'string' ? this.#valueOf(name, { pattern }) : undefined;
      if (id !== undefined) return { [name]: id };
    }
    return undefined;
  }

  #valueOf(name: string, { pattern, enum: values }: Plain): unknown {
    if (name === 'slug') return this.#slug;
    if (name === 'country') return 'DE';
    if (Array.isArray(values)) return values[0];
    const prefix =
      prefixes[name] ?? (typeof pattern === 'string' ? /^\^([a-z]+)_/.exec(pattern)?.[1] : undefined);
    return prefix === undefined ? undefined : this.#ids.get(prefix);
  }
}

/** In the form of an id where one is asked for, and of nothing. */
export function idOfNothing(operation: Operation, name: string): string {
  const { pattern } = (operation.input.properties[name] ?? {}) as Plain; // JSON Schema as plain data
  const prefix = typeof pattern === 'string' ? /^\^([a-z]+)_/.exec(pattern)?.[1] : undefined;
  if (prefix !== undefined) return `${prefix}_${'0'.repeat(26)}`;
  return name === 'country' ? 'ZZ' : 'no-such-thing';
}
