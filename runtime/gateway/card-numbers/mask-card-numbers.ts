import { findCardNumber, withDigits } from './find-card-number.ts';

/** What stands in logs in the place of a card number: none of its digits. */
const mask = '[card-number]';

/** The text with each card number masked. */
export function maskCardNumbers(text: string): string {
  const found = findCardNumber(text);
  if (!found) return text;
  return `${text.slice(0, found.start)}${mask}${maskCardNumbers(text.slice(found.end))}`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address; // what is no encoding is read as it stands
  }
}

/** The path and query of a request as it may be logged: as it was sent, unless a card number stands in it. */
export function loggableAddress(address: string): string {
  if (!/\d/.test(address)) return address;
  const readable = /[%+]/.test(address) ? withDigits(decoded(address)) : address;
  const masked = maskCardNumbers(readable);
  if (masked !== readable) return masked;
  return findCardNumber(address) ? maskCardNumbers(address) : address;
}
