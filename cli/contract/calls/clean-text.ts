import { isSecretName, removeSecrets } from '../../../emulator/inspector/journal/index.ts';
import { namedMoment } from './moments.ts';

/** Stands where nothing else may: a secret that no answer gave. A call with it can't be made again. */
export const leftOut = '{left out}';

/**
 * What says who somebody is, and what is sent instead: as valid as what it stands for, so that the call can be made
 * again. Country, region and postal code stay, by which taxes and shipping go.
 */
const stands: Readonly<Record<string, string>> = {
  ...{ firstName: 'Ada', lastName: 'Example', fullName: 'Ada Example', recipient: 'Ada Example' },
  ...{
    company: 'Example Ltd',
    addressLine1: 'Example Street 1',
    addressLine2: 'Floor 1',
    city: 'Exampletown',
  },
  ...{ phone: '+49 30 901820', birthDate: '1990-01-01', dateOfBirth: '1990-01-01' },
  ...{ note: 'A text.', message: 'A text.', comment: 'A text.', text: 'A text.', from: 'Ada', to: 'Ada' },
  // A means of payment belongs to one account; this one is in every test account.
  paymentToken: 'pm_card_visa',
};
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const pair = /\b(\w+)(\s*:\s*)"([^"\\\n]*)"/g;

/** Cleans what is sent; the same mail address is the same one each time. */
export function createTextCleaner(now: number): (name: string, text: string) => string {
  const addresses = new Map<string, string>();
  const addressOf = (address: string) => {
    const known = addresses.get(address) ?? `somebody-${addresses.size + 1}@example.com`;
    addresses.set(address, known);
    return known;
  };
  const clean = (name: string, text: string): string => {
    if (text === '') return text;
    const standIn = stands[name];
    if (standIn !== undefined) return standIn;
    if (isSecretName(name)) return leftOut;
    const moment = namedMoment(text, now);
    if (moment !== text) return moment;
    return removeSecrets(text).replace(email, addressOf);
  };
  return (name, text) => {
    if (name !== 'query' || !text.includes('{')) return clean(name, text);
    // A GraphQL document: its arguments are cleaned as the properties of a body are.
    return text.replace(pair, (whole, argument: string, colon: string, value: string) =>
      /^\{[\w ]+\}$/.test(value) ? whole : `${argument}${colon}"${clean(argument, value)}"`,
    );
  };
}
