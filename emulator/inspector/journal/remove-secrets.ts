import { maskCardNumbers } from '../../../runtime/gateway/card-numbers/index.ts';
import { replaceTexts } from './replace-texts.ts';

const removed = '[removed]';

const secretName =
  /secret|token|password|(?:api|private)[-_]?key|authorization|cookie|credential|security[-_]?code|\bcv(?:c|v2?)\b/i;
/** What partners call a header that lets somebody in. */
const secretHeader = /(?:^|[-_])(?:auth|key|pass)(?:$|[-_])/i;
/** What is about a secret and is none: when it ends, how many there are, which kind it is. */
const aboutSecrets = /(?:expir\w*|count|kind|type|algorithm|id|at)$/i;

/** Whether what is called so lets somebody in: `clientSecret`, `access_token`, `card[cvc]`. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !aboutSecrets.test(name);
}

/** Keys of ours, of Stripe's and of Standard Webhooks, and JSON Web Tokens, wherever they stand. */
const secretTexts = [
  /\b(hp_(?:sk|pk)_)[\w-]+/g,
  /\b((?:sk|rk)_(?:test|live)_)\w+/g,
  /\b(whsec_)[\w+/=-]+/g,
  /\b(eyJ)[\w-]{8,}\.[\w-]+\.[\w-]+/g,
];

/** `"clientSecret": "…"`; a value that was cut off ends with the text. */
const jsonPair = /"((?:[^"\\]|\\.){1,64})"(\s*:\s*)"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)/g;
/** `cartToken: "`, `\"token\":\"`: an argument of GraphQL, and JSON that stands as a text in JSON, however deep. */
const textOpening = /\b([\w-]{1,64})(?:\\*")?\s*:\s*(?<backslashes>\\*)"/g;
/** `"name":"authorization","value":"`, in the same places. */
const valueOpening =
  /\bname(?:\\*")?\s*:\s*\\*"([\w-]{1,64})\\*"\s*,\s*(?:\\*")?value(?:\\*")?\s*:\s*(?<backslashes>\\*)"/g;
/** `client_secret=…` and `card[cvc]=…`, in a form, in a query or behind `#`; in a text that is itself in JSON or HTML. */
const formPair = /(^|[?&#])([^=&\s"{}]{1,64})=([^&\s"\\<]*)/g;

function withoutSecretPairs(text: string): string {
  if (!secretName.test(text)) return text;
  const pairs = text.replace(jsonPair, (pair, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"${removed}"` : pair,
  );
  return replaceTexts(pairs, textOpening, isSecretName, removed).replace(
    formPair,
    (pair, before: string, name: string) => (isSecretName(name) ? `${before}${name}=${removed}` : pair),
  );
}

function withoutSecretValues(text: string): string {
  if (!text.includes('value')) return text;
  return replaceTexts(text, valueOpening, (name) => isSecretName(name) || secretHeader.test(name), removed);
}

/** A text as it may be kept: no card number, no key, no token, nothing that is called a secret. */
export function removeSecrets(text: string): string {
  const bare = secretTexts.reduce(
    (current, pattern) => current.replace(pattern, `$1${removed}`),
    withoutSecretPairs(withoutSecretValues(text)),
  );
  return maskCardNumbers(bare);
}

/** Signatures are kept: they are what is looked at where one does not match, and are of no use to anybody else. */
function headerValue(name: string, value: string): string {
  if (!isSecretName(name)) return removeSecrets(value);
  const [scheme, ...rest] = value.split(' ');
  const isScheme = name.endsWith('authorization') && rest.length > 0;
  return isScheme ? `${scheme} ${removed}` : removed;
}

/** Headers as they may be kept, names in lower case. */
export function headersWithoutSecrets(
  headers: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), headerValue(name.toLowerCase(), String(value))]],
    ),
  );
}
