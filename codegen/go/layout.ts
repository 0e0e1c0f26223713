import { textWrapper } from '../wrap-text.ts';

/** Columns of a line of prose; gofmt has no limit for code. */
const lineWidth = 110;

/** Words that gofmt would take for the mark of a list or of a heading at the start of a line of a comment. */
const listMark = /^([-*+•#]|\d+[.)])$/;

/** A documentation comment, wrapped; empty where there is nothing to say. Code is indented already. */
export function docComment(paragraphs: readonly (string | undefined)[], indent = ''): string {
  const width = lineWidth - indent.length - 3;
  const texts = paragraphs.filter((text): text is string => text !== undefined && text !== '');
  const lines = texts
    .flatMap((text) => text.split(/\n\s*\n/))
    .flatMap((text, index) => [...(index > 0 ? [''] : []), ...wrap(text, width)]);
  return lines.map((line) => `${indent}//${/^(\t|$)/.test(line) ? '' : ' '}${line}\n`).join('');
}

const wrapText = textWrapper((word) => listMark.test(word));

/** Prose is broken between words, whatever its lines were. */
function wrap(text: string, width: number): readonly string[] {
  if (text.startsWith('\t')) return text.split('\n');
  // gofmt makes quotation marks of these.
  const plain = text.replaceAll("''", '"').replace(/(?<!`)``(?!`)/g, '"');
  return wrapText(plain.trim(), width);
}

/** A line of columns, below its comment. */
export interface Row {
  readonly comment?: string;
  readonly cells: readonly string[];
}

/** Lines whose columns stand below each other, as gofmt has it: a comment, or a row of several lines, ends a block of them. */
export function alignRows(rows: readonly Row[], indent = '\t'): string {
  const isLong = (row: Row | undefined) => row?.cells.some((cell) => cell.includes('\n'));
  const blocks: Row[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    if (block && !row.comment && !isLong(row) && !isLong(block.at(-1))) block.push(row);
    else blocks.push([row]);
  }
  return blocks.map((block) => alignBlock(block, indent)).join('');
}

function alignBlock(block: readonly Row[], indent: string): string {
  const widths: number[] = [];
  for (const { cells } of block) {
    for (const [column, cell] of cells.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return block
    .map(({ comment = '', cells }) => {
      const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
      return `${comment}${indent}${padded.join(' ').trimEnd()}\n`;
    })
    .join('');
}

/** A string literal. */
export function quote(text: string): string {
  // Go reads JSON's escapes, but for the solidus, which JSON.stringify does not escape.
  return JSON.stringify(text);
}
