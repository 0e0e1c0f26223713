import type { Ansis } from 'ansis';

const good = new Set([
  'confirmed',
  'completed',
  'captured',
  'fulfilled',
  'delivered',
  'shipped',
  'succeeded',
  'won',
]);
const bad = new Set(['cancelled', 'failed', 'lost', 'disputed', 'refunded', 'returned_to_sender']);
const waiting = new Set(['review', 'requires_action', 'pending', 'needs_response', 'open']);

/** `partially_fulfilled` as people read it, in the colour of how good it is; short, because states stand in tables. */
export function stateText(state: string, paint: Ansis): string {
  const text = state.replaceAll('_', ' ').replace(/^partially /, 'partly ');
  if (good.has(state)) return paint.green(text);
  if (bad.has(state)) return paint.red(text);
  return waiting.has(state) ? paint.yellow(text) : text;
}

/** `2026-03-01 09:00`, in the time of this machine. */
export function timeText(time: string): string {
  const moment = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
