import type { Block, Letter } from './letter.ts';
import { safeLink } from './safe-link.ts';

function underlined(text: string): string {
  return `${text}\n${'-'.repeat([...text].length)}`;
}

/** Labels to the left, amounts in a column at the right. */
function columns(rows: readonly (readonly [label: string, value: string])[]): string {
  const width = Math.max(...rows.map(([label]) => [...label].length));
  const valueWidth = Math.max(...rows.map(([, value]) => [...value].length));
  return rows
    .map(
      ([label, value]) => `${label}${' '.repeat(width - [...label].length)}  ${value.padStart(valueWidth)}`,
    )
    .join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toUpperCase();
    case 'paragraph':
      return block.text;
    case 'items': {
      const rows = block.rows.map(({ title, detail, quantity, amount }) =>
        [`${quantity} × ${title}`, detail && `    ${detail}`, amount && `    ${amount}`]
          .filter(Boolean)
          .join('\n'),
      );
      return [underlined(block.heading), ...rows].join('\n');
    }
    case 'sums':
      return columns(block.rows.map(({ label, amount }) => [label, amount]));
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'address':
      return [underlined(block.heading), ...block.lines].join('\n');
    case 'button': {
      const url = safeLink(block.url);
      return url === null ? '' : `${block.label}:\n${url}`;
    }
  }
}

/** The letter as plain text, for those who read mail without HTML. */
export function renderText({ blocks, footer }: Letter): string {
  const end = ['-- ', footer.storeName, ...footer.lines, footer.website].filter((line) => line !== null);
  const texts = [...blocks.map(blockText), end.join('\n')];
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
