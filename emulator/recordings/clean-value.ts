import { isSecretName, removeSecrets } from '../inspector/journal/index.ts';

const removed = '[removed]';

/** What says who somebody is, wherever it stands. */
const personal = new Set([
  ...['email', 'email_address', 'customer_email', 'receipt_email', 'payer_email', 'phone', 'phone_number'],
  ...[
    'national_number',
    'given_name',
    'surname',
    'full_name',
    'individual_name',
    'business_name',
    'verified_name',
    'line1',
    'line2',
    'address_line_1',
  ],
  ...['address_line_2', 'city', 'admin_area_1', 'admin_area_2', 'postal_code', 'ip', 'ip_address'],
  ...['birth_date', 'dob', 'tax_id', 'account_id', 'payer_id', 'merchant_id', 'fingerprint'],
]);
/** Read by whoever shows how somebody paid, so it stays a number. */
const lastDigits = new Set(['last4', 'last_digits']);
/** Names that are those of people in some places alone: elsewhere it is a product's, or that of an error. */
const personalWithin = new Set(['name', 'state', 'company']);
const peoplesPlaces =
  /^(?:address|shipping|shipping_address|shipping_details|billing_details|customer_details|payer|payment_source|card|paypal|customer|owner)$/;
/** What providers call so, beside what is a secret by its name anywhere. */
const providersSecret = /signature|^nonce$|^app_id$|^receipt_url$/;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** `shipping[address][line1]` and `shipping.address.line1` are the same place. */
function placesOf(name: string): string[] {
  return name.split(/[[\].]+/).filter((part) => part !== '');
}

function mustGo(places: readonly string[]): boolean {
  const name = places.at(-1) ?? '';
  if (isSecretName(name) || providersSecret.test(name) || personal.has(name)) return true;
  return personalWithin.has(name) && places.slice(0, -1).some((place) => peoplesPlaces.test(place));
}

/**
 * JSON without secrets and personal data. What is nothing stays nothing, so that it is seen whether there was something.
 *
 * @param textOf What becomes of every text that stays.
 */
export function cleanValue(
  value: unknown,
  textOf: (text: string) => string,
  places: readonly string[] = [],
): unknown {
  if (Array.isArray(value)) return value.map((each) => cleanValue(each, textOf, places));
  if (typeof value === 'object' && value !== null) {
    const owner = 'object' in value && value.object === 'customer' ? ['customer'] : [];
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        cleanValue(inner, textOf, [...places, ...owner, ...placesOf(name)]),
      ]),
    );
  }
  if (value === null || value === '' || typeof value === 'boolean') return value;
  if (lastDigits.has(places.at(-1) ?? '')) return '0000';
  if (mustGo(places)) return removed;
  return typeof value === 'string' ? textOf(removeSecrets(value).replace(email, removed)) : value;
}
