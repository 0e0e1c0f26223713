/** Words in lines of at most so many columns. */
type WrapText = (text: string, width: number) => readonly string[];

/**
 * Breaks prose between words. Each text is broken once: the description of a field stands in every answer and input
 * that has it. `staysWith`: must not begin a line, whatever its length.
 */
export function textWrapper(staysWith: (word: string) => boolean = () => false): WrapText {
  const known = new Map<number, Map<string, readonly string[]>>();
  return (text, width) => {
    const ofWidth = known.get(width) ?? new Map<string, readonly string[]>();
    known.set(width, ofWidth);
    const lines = ofWidth.get(text) ?? wrap(text.split(/\s+/), width, staysWith);
    ofWidth.set(text, lines);
    return lines;
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
