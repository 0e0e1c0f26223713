import { Formats } from './formats.ts';

const formats = new Formats<Intl.NumberFormat>();

/** A rate of so many per cent as a locale writes it: `7.7%`, `7,7 %`. */
export function formatPercent(rate: number, locale: string): string {
  const make = () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  return formats.of(locale, make).format(rate / 100);
}
