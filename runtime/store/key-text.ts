/**
 * Text as index rows and ids can hold it in every engine. SQLite would cut a lone surrogate to U+FFFD by itself
 * and PostgreSQL refuses U+0000, so both become U+FFFD here, for what is written and what is asked alike.
 */
const unstorable = /[\0\ud800-\udfff]/;

export function keyText(text: string): string {
  return unstorable.test(text) ? wellFormed(text).replaceAll('\0', '\ufffd') : text;
}

/** Writing UTF-8 replaces each lone surrogate. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
