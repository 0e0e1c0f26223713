import type { CompanyConfig, StoreConfig } from '../../../config/store-config.ts';
import { formatDate, formatMoney, type MoneyAmount, nearestLanguage } from '../../../locale/index.ts';
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

/** The order's locale, then what the store asks in its place, then the store's default. */
function localesFor(config: StoreConfig, locale: string): readonly string[] {
  const declared = config.locales.find(({ code }) => code === locale);
  return [locale, ...(declared?.fallbacks ?? []), ...config.locales.map(({ code }) => code)];
}

export function letterKit(config: StoreConfig, locale: string, orderUrl: string | null = null): LetterKit {
  const language = nearestLanguage(mailLanguages, localesFor(config, locale));
  // Amounts in the words' language, unless the locale is a kind of it: de-CH writes 1’234.50 in German letters.
  const format = locale === language || locale.startsWith(`${language}-`) ? locale : language;
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
    percent: (rate) =>
      new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: 3 }).format(rate / 100),
    country: (code) => new Intl.DisplayNames(format, { type: 'region' }).of(code) ?? code,
  };
}
