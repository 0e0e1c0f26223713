import type { Static } from 'typebox';
import type { StoreConfig } from '../../../config/store-config.ts';
import type { Address } from '../../../contract/checkout/addresses.ts';
import { formatMoney, formatShortDate, type MoneyAmount, nearestLanguage } from '../../../locale/index.ts';
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
  const fallbacks = config.locales.find(({ code }) => code === locale)?.fallbacks ?? [];
  const locales = [locale, ...fallbacks, ...config.locales.map(({ code }) => code)];
  const language = nearestLanguage(documentLanguages, locales);
  const format = locale === language || locale.startsWith(`${language}-`) ? locale : language;
  const words: DocumentWording = documentWordings[language];
  const countries = new Intl.DisplayNames(format, { type: 'region' });
  // Made once: making one costs more than all the rows of a document that use it.
  const rates = new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: 3 });
  return {
    ...{ language, words, head: headOf(config, words) },
    money: (amount) => formatMoney(amount, format),
    date: (time) => formatShortDate(time, format, config.timeZone),
    percent: (rate) => rates.format(rate / 100),
    address(address, email) {
      if (!address) return present(email);
      const { firstName, lastName, company, addressLine1, addressLine2, postalCode, city, region } = address;
      return present(
        ...[company, present(firstName, lastName).join(' '), addressLine1, addressLine2],
        ...[present(postalCode, city, region).join(' '), countries.of(address.country) ?? address.country],
      );
    },
  };
}
