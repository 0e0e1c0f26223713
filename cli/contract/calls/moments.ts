const hour = 3_600_000;
const day = 24 * hour;
const written = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
const named = /^\{(now|today)(?:([+-]\d+)([hd]))?\}$/;
/** A birthday is no distance from today. */
const farthest = 2 * 365 * day;

/** A time that is asked for, by its distance from now: another day it is another one. Else the text itself. */
export function namedMoment(text: string, now: number): string {
  if (!written.test(text)) return text;
  const distance = Date.parse(text) - (text.includes('T') ? now : Math.floor(now / day) * day);
  if (Number.isNaN(distance) || Math.abs(distance) > farthest) return text;
  const [name, unit, letter] = text.includes('T') ? ['now', hour, 'h'] : ['today', day, 'd'];
  const count = Math.round(distance / Number(unit));
  return count === 0 ? `{${name}}` : `{${name}${count > 0 ? '+' : ''}${count}${letter}}`;
}

/** The time that a name stands for now. Else the text itself. */
export function momentOf(text: string, now: number): string {
  const match = named.exec(text);
  if (!match) return text;
  const [, name, count = '0', letter] = match;
  const moment = new Date(now + Number(count) * (letter === 'd' ? day : hour)).toISOString();
  return name === 'now' ? moment : moment.slice(0, 10);
}
