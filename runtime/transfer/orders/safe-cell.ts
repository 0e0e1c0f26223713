/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection); a number may be negative. */
const formula = /^[=+\-@\t\r]/;
const number = /^-?\d+(?:\.\d+)?$/;

/**
 * A value that no spreadsheet runs: a shopper's name such as `=HYPERLINK(…)` gets an apostrophe, as spreadsheets
 * themselves mark text.
 */
export function safeCell(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}
