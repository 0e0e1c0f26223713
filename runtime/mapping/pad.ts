import { ExpressionFailed } from './expression-failed.ts';

/** Characters of a text that is padded: no field of a partner's is as wide. */
const mostWidth = 10_000;

/** In place of JSONata's own `$pad`, which takes all the memory that a width asks for before any limit is looked at. */
export function pad(text: string | undefined, width: number, filling = ' '): string | undefined {
  if (text === undefined) return undefined;
  const whole = Math.abs(Math.trunc(width));
  if (whole > mostWidth) throw new ExpressionFailed(`$pad makes texts of up to ${mostWidth} characters.`);
  // Characters as a reader counts them, so that no surrogate pair is torn.
  const missing = whole - [...text].length;
  if (missing <= 0) return text;
  const fillers = [...(filling === '' ? ' ' : filling)];
  const padding = Array.from({ length: missing }, (_, index) => fillers[index % fillers.length]).join('');
  return width > 0 ? `${text}${padding}` : `${padding}${text}`;
}
