import { isIssue } from './issues.ts';
import { type PayPalError, refusal } from './paypal-error.ts';

function codeIn(header: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(header);
    const isObject = typeof parsed === 'object' && parsed !== null && 'mock_application_codes' in parsed;
    if (isObject && typeof parsed.mock_application_codes === 'string') return parsed.mock_application_codes;
  } catch {
    // Told below, like JSON that says something else.
  }
  return undefined;
}

/**
 * The error that `PayPal-Mock-Response: {"mock_application_codes":"INSTRUMENT_DECLINED"}` asks for. A header that
 * cannot be read, or asks for what PayPal does not know, is refused and not passed over.
 */
export function mockedError(header: string, notSimulated: (what: string) => void): PayPalError {
  const code = codeIn(header);
  if (code !== undefined && isIssue(code)) return refusal(code);
  if (code !== undefined) notSimulated(`PayPal-Mock-Response code "${code}"`);
  return refusal('MALFORMED_REQUEST', {
    field: 'PayPal-Mock-Response',
    value: header,
    description: 'The header should read {"mock_application_codes":"<an issue>"}.',
  });
}
