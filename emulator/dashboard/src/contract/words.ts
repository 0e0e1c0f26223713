/** A name of the contract in words: `paymentState` is "payment state". */
export function words(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`)
    .replaceAll('_', ' ');
}

const abbreviations = /\b(?:id|ids|ip|seo|sku|url)\b/gi;

/** The same as it begins a sentence or a label. */
export function titleOf(name: string): string {
  const text = words(name);
  const title = text.charAt(0).toUpperCase() + text.slice(1);
  return title.replace(abbreviations, (short) => short.toUpperCase().replace(/S$/, 's'));
}
