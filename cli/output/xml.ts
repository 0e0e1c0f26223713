const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text within XML. XML 1.0 has no place for control characters, not even as references. */
export function xml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/(?![\t\n\r])\p{Cc}/gu, '\uFFFD');
}
