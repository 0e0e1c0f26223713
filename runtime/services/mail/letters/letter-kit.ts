import type { CompanyConfig, StoreConfig } from '../../../config/store-config.ts';
import {
  countryName,
  formatDate,
  formatMoney,
  formatPercent,
  type MoneyAmount,
  textLocale,
} from '../../../locale/index.ts';
import type { Footer } from './letter.ts';
import { type MailLanguage, mailLanguages, type Wording, wordings } from './wording.ts';

/** What every letter is written with: its language's sentences, and how values read in the order's locale. */
export interface LetterKit {
  readonly language: MailLanguage;
  readonly wording: Wording;
  readonly storeName: string;
  readonly footer: Footer;
  /** The order's page in the storefront; null where nobody knows of one. */
  readonly orderUrl: string | null;
  money(amount: MoneyAmount): string;
  date(time: string): string;
  percent(rate: number): string;
  country(code: string): string;
}

function footerLines(company: CompanyConfig | null, vatIdLabel: string): string[] {
  if (!company) return [];
  const { name, address, registration, vatId, email, phone } = company;
  const rest = [registration, vatId === null ? null : `${vatIdLabel}: ${vatId}`, email, phone];
  return [name, ...address, ...rest].filter((line) => line !== null);
}

export function letterKit(config: StoreConfig, locale: string, orderUrl: string | null = null): LetterKit {
  const { language, format } = textLocale(mailLanguages, config.locales, locale);
  const wording: Wording = wordings[language];
  return {
    language,
    wording,
    storeName: config.name,
    orderUrl,
    footer: {
      storeName: config.name,
      website: config.company?.website ?? null,
      lines: footerLines(config.company, wording.labels.vatId),
    },
    money: (amount) => formatMoney(amount, format),
    date: (time) => formatDate(time, format, config.timeZone),
    percent: (rate) => formatPercent(rate, format),
    country: (code) => countryName(code, format),
  };
}
