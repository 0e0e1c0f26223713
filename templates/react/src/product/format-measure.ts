const units: Readonly<Record<string, string>> = { g: 'gram', kg: 'kilogram', oz: 'ounce', lb: 'pound' };

/** "1.2 kg", in the words of the locale where it has them. */
export function formatMeasure(value: number, unit: string, locale: string): string {
  const name = units[unit];
  if (!name) return `${new Intl.NumberFormat(locale).format(value)} ${unit}`;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 2 }).format(value);
}
