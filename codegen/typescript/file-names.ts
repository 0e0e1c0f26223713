/** `priceLists` is `price-lists`. */
export function kebabCase(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/**
 * How one file imports another: `../core/client.js`. TypeScript, Vite and Node know `.js` for the `.ts` that it
 * is compiled from.
 */
export function specifier(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  // The last part is a file: `orders` beside the folder of that name.
  while (source.length > 0 && target.length > 1 && source[0] === target[0]) {
    source.shift();
    target.shift();
  }
  return `${source.length === 0 ? './' : '../'.repeat(source.length)}${target.join('/')}.js`;
}
