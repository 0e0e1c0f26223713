import creditCardType from 'credit-card-type';

/**
 * Numbers that the library leaves out: Visa's of 13 digits, which test numbers still have, and RuPay.
 */
const others: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13] },
  { prefix: /^(?:60|65|8[12]|508|35[36])/, lengths: [16] },
];

/**
 * Maestro is listed with everything that begins with 6. Shorter and longer numbers of that kind are parcels and
 * telephones far more often than cards, so there its own ranges count alone.
 */
function isCatchAll(type: string, digits: string): boolean {
  return type === 'maestro' && digits.length !== 16 && /^6(?![37])/.test(digits);
}

/** Whether a brand of cards has numbers of this beginning and length (ISO/IEC 7812, issuer identification). */
export function isOfAnIssuer(digits: string): boolean {
  const brands = creditCardType(digits);
  return (
    brands.some(({ type, lengths }) => lengths.includes(digits.length) && !isCatchAll(type, digits)) ||
    others.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits))
  );
}
