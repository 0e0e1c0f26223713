/** A body for people: JSON indented, a form with a line for each field, anything else as it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // No JSON, or cut off.
  }
  if (/^[^\s=&]+=[^\s]*$/.test(text)) {
    return [...new URLSearchParams(text)].map(([name, value]) => `${name} = ${value}`).join('\n');
  }
  return text;
}
