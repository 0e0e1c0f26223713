/** Place of the quote that ends a text whose quotes have so many backslashes; the end where it was cut off. */
function endOf(text: string, from: number, backslashes: number): number {
  for (let place = text.indexOf('"', from); place !== -1; place = text.indexOf('"', place + 1)) {
    let before = 0;
    while (place - before > from && text[place - before - 1] === '\\') before += 1;
    // More of them: a quote inside of the text. Fewer: the text around it ends.
    if (before <= backslashes) return place - before;
  }
  return text.length;
}

/**
 * Puts something in the place of quoted texts. `opening` finds where one begins: its first group is the name of it,
 * its group `backslashes` are the backslashes before the quote, of which there are some where the whole stands in a text
 * itself: `"{\"token\":\"abc\"}"`. Reads each character once or twice, whatever it is given.
 */
export function replaceTexts(
  text: string,
  opening: RegExp,
  isMeant: (name: string) => boolean,
  replacement: string,
): string {
  let made = '';
  let done = 0;
  for (const { 0: found, 1: name = '', index, groups } of text.matchAll(opening)) {
    // Inside of what was replaced.
    if (index < done || !isMeant(name)) continue;
    const backslashes = groups?.backslashes ?? '';
    const begin = index + found.length;
    const end = endOf(text, begin, backslashes.length);
    made += text.slice(done, begin) + replacement;
    if (end === text.length) made += `${backslashes}"`;
    done = end;
  }
  return made + text.slice(done);
}
