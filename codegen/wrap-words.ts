/** Words in lines of at most so many columns. `staysWith`: must not begin a line, whatever its length. */
export function wrapWords(
  words: readonly string[],
  width: number,
  staysWith: (word: string) => boolean = () => false,
): string[] {
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
