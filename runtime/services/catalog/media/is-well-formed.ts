import { SaxesParser } from 'saxes';

/** Whether a text is one whole XML document: an SVG that is cut off shows as nothing in a browser. */
export function isWellFormed(text: string): boolean {
  let isWhole = true;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    isWhole = false;
  });
  parser.write(text).close();
  return isWhole;
}
