import type { Static } from 'typebox';
import type { StoreConfig } from '../../../config/store-config.ts';
import type { Address } from '../../../contract/checkout/addresses.ts';
import {
  countryName,
  formatMoney,
  formatPercent,
  formatShortDate,
  type MoneyAmount,
  textLocale,
} from '../../../locale/index.ts';
import { type DocumentWording, documentLanguages, documentWordings } from './document-wording.ts';

/** What every document is written with. */
export interface DocumentKit {
  readonly language: string;
  readonly words: DocumentWording;
  /** Who sells, on every document. */
  readonly head: {
    readonly seller: readonly string[];
    readonly sender: string;
    readonly footer: string;
  };
  money(amount: MoneyAmount): string;
  date(time: string): string;
  percent(rate: number): string;
  address(address: Static<typeof Address> | null, email: string | null): string[];
}

function present(...texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null && text !== '') as string[]; // filter's type keeps null
}

function headOf({ company, name }: StoreConfig, words: DocumentWording): DocumentKit['head'] {
  if (!company) return { seller: [name], sender: name, footer: name };
  const { address, vatId, registration, email, phone, website } = company;
  const identity = present(vatId === null ? null : `${words.vatId} ${vatId}`, registration);
  return {
    seller: [company.name, ...address, ...present(phone, email, website)],
    sender: [company.name, ...address].join(' · '),
    footer: [company.name, ...identity].join(' · '),
  };
}

/** Words in the language nearest to the locale; amounts and dates as the locale's region writes them. */
export function documentKit(config: StoreConfig, locale: string): DocumentKit {
  const { language, format } = textLocale(documentLanguages, config.locales, locale);
  const words: DocumentWording = documentWordings[language];
  return {
    ...{ language, words, head: headOf(config, words) },
    money: (amount) => formatMoney(amount, format),
    date: (time) => formatShortDate(time, format, config.timeZone),
    percent: (rate) => formatPercent(rate, format),
    address(address, email) {
      if (!address) return present(email);
      const { firstName, lastName, company, addressLine1, addressLine2, postalCode, city, region } = address;
      return present(
        ...[company, present(firstName, lastName).join(' '), addressLine1, addressLine2],
        ...[present(postalCode, city, region).join(' '), countryName(address.country, format)],
      );
    },
  };
}
