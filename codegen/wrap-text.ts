import { remember } from './remember.ts';

/** Words in lines of at most so many columns. */
type WrapText = (text: string, width: number) => readonly string[];

/**
 * Breaks prose between words. Each text is broken once: the description of a field stands in every answer and input
 * that has it. `staysWith`: must not begin a line, whatever its length.
 */
export function textWrapper(staysWith: (word: string) => boolean = () => false): WrapText {
  const byWidth = new Map<number, (text: string) => readonly string[]>();
  return (text, width) => {
    const wrapped = byWidth.get(width) ?? remember((all) => wrap(all.split(/\s+/), width, staysWith));
    byWidth.set(width, wrapped);
    return wrapped(text);
  };
}

function wrap(words: readonly string[], width: number, staysWith: (word: string) => boolean): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of words) {
    if (current !== '' && current.length + 1 + word.length > width && !staysWith(word)) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
