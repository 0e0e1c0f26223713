import { remember } from '../remember.ts';

const keywords: ReadonlySet<string> = new Set([
  ...['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def'],
  ...['del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is'],
  ...['lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'],
]);

/** Methods of pydantic's models and names that annotations use: a field of that name would hide them. */
const hidden: ReadonlySet<string> = new Set([
  ...['copy', 'json', 'dict', 'schema', 'construct', 'validate', 'to_dict', 'parse_obj', 'parse_raw'],
  ...['parse_file', 'from_orm', 'schema_json', 'update_forward_refs', 'list', 'str', 'int', 'float', 'bool'],
  ...[
    'object',
    'bytes',
    'dt',
    'model_config',
    'model_fields',
    'model_extra',
    'model_fields_set',
    'model_dump',
  ],
  ...['model_dump_json', 'model_copy', 'model_validate', 'model_rebuild', 'model_construct'],
  ...['model_computed_fields', 'model_json_schema', 'model_parametrized_name', 'model_post_init'],
  ...['model_validate_json', 'model_validate_strings'],
]);

/** `customerId` and `content-type` are `customer_id` and `content_type`. */
export const snakeCase = remember((text) => {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  return /^[0-9]/.test(words) || words === '' ? `n${words}` : words;
});

/** A field, an argument, a method, a module: words of the language get the underscore that PEP 8 gives them. */
export function pythonName(text: string): string {
  const name = snakeCase(text);
  return keywords.has(name) ? `${name}_` : name;
}

export function fieldName(text: string): string {
  const name = snakeCase(text);
  return keywords.has(name) || hidden.has(name) ? `${name}_` : name;
}

/** What the core makes of a name: `wire_names.py` has the same rule. */
export function isCamelOf(wire: string, name: string): boolean {
  const [first = '', ...rest] = name.replace(/_+$/, '').split('_');
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') === wire;
}
