/** As much of a JSON Schema as the page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const nameOfReference = (reference: string) => reference.split('/').at(-1) ?? reference;

/** A type in words, as HTML: `string`, `array of <a>Product</a>`, `"draft" | "active"`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = asHtml(nameOfReference(schema.$ref));
    return `<a href="#schema-${name}">${name}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' &amp; ');
  if (schema.const !== undefined) return asHtml(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => asHtml(JSON.stringify(value))).join(' | ');
  if (schema.items) return `array of ${typeOf(schema.items)}`;
  const type = typeof schema.type === 'object' ? schema.type.join(' | ') : (schema.type ?? 'any');
  return asHtml(schema.format ? `${type} (${schema.format})` : type);
}
