import { remember } from '../remember.ts';

/** Words that Go writes in capitals. */
const initialisms: ReadonlySet<string> = new Set([
  ...[
    'api',
    'ascii',
    'cpu',
    'css',
    'csv',
    'dns',
    'ean',
    'eof',
    'gtin',
    'guid',
    'html',
    'http',
    'https',
    'id',
  ],
  ...['ip', 'json', 'pdf', 'ram', 'rpc', 'seo', 'sku', 'sql', 'ssh', 'tcp', 'tls', 'ttl', 'udp', 'ui', 'uri'],
  ...['url', 'utc', 'utf', 'uuid', 'vat', 'xml'],
]);

/** Words of the language, and names that generated files use for something else. */
const takenNames: ReadonlySet<string> = new Set([
  ...['break', 'case', 'chan', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func'],
  ...['go', 'goto', 'if', 'import', 'interface', 'map', 'package', 'range', 'return', 'select', 'struct'],
  ...['switch', 'type', 'var', 'any', 'bool', 'error', 'false', 'int', 'int64', 'float64', 'len', 'nil'],
  ...['string', 'true', 'append', 'make', 'new', 'core', 'shared', 'context', 'http', 'time', 'json', 'fmt'],
  ...['resource', 'request', 'ctx', 'input', 'file', 'options'],
]);

/** Packages that a service can not have the name of. */
const takenPackages: ReadonlySet<string> = new Set(['headlesspro', 'main', 'internal', 'vendor', 'testdata']);

function words(text: string): string[] {
  return text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];
}

function capital(word: string): string {
  const lower = word.toLowerCase();
  if (initialisms.has(lower)) return lower.toUpperCase();
  if (lower.endsWith('s') && initialisms.has(lower.slice(0, -1)))
    return `${lower.slice(0, -1).toUpperCase()}s`;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** What others see: `customerId` is `CustomerID`. Empty where the text has no letter and no digit. */
export const exportedName = remember((text) => {
  const name = words(text).map(capital).join('');
  return /^[0-9]/.test(name) ? `N${name}` : name;
});

/** A parameter's name is no part of the SDK's surface, so it may differ from the contract's. */
export function parameterName(text: string): string {
  const [first = '', ...rest] = words(text);
  const name = first.toLowerCase() + rest.map(capital).join('');
  return takenNames.has(name) ? `${name}Value` : name;
}

/** `priceLists` is `pricelists`: a package, or a file, whose name may mean something to Go after an underscore. */
export function packageName(text: string): string {
  return words(text).join('').toLowerCase();
}

/** Whether a package of this name can be imported beside the SDK's own. */
export function isTakenPackage(name: string): boolean {
  return takenNames.has(name) || takenPackages.has(name);
}

/** The iterator beside `List` is `All`, beside `ListPrices` it is `AllPrices`, beside `Search` it is `SearchAll`. */
export function iteratorName(method: string): string {
  const name = exportedName(method);
  return /^List(?![a-z])/.test(name) ? `All${name.slice('List'.length)}` : `${name}All`;
}
