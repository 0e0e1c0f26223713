/** Markup that is safe to send. Only `html` makes it, so a text can't become one by accident. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Part = string | number | Html | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(String).join('');
  return escaped(String(part));
}

/**
 * Markup with values in it. Every value is escaped, in text and in quoted attributes, unless it is markup itself.
 *
 * @example
 * html`<p title="${'a "quote"'}">${'1 < 2'}</p>`; // <p title="a &quot;quote&quot;">1 &lt; 2</p>
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    texts.map((text, index) => text + (index < parts.length ? markupOf(parts[index] ?? '') : '')).join(''),
  );
}
