import type { clockControls } from '../../../../clock/clock-controls.ts';
import type { ControlOutput } from '../../../../controls/control.ts';
import { dateAndTime } from '../../components/format.ts';

export type ClockReading = ControlOutput<(typeof clockControls)['clock.show']>;
export type ClockMove = ControlOutput<(typeof clockControls)['clock.advance']>;

const units = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3600 },
  { name: 'minute', seconds: 60 },
] as const;

/** How far the store's time is from that of the machine, in the largest unit. */
export function distance(aheadSeconds: number): string {
  const seconds = Math.abs(aheadSeconds);
  // A day less the seconds that moving the clock took is a day.
  const unit = units.find((each) => seconds >= each.seconds * 0.99);
  if (!unit) return 'as the machine';
  const count = Math.round(seconds / unit.seconds);
  return `${count} ${unit.name}${count === 1 ? '' : 's'} ${aheadSeconds > 0 ? 'ahead of' : 'behind'} the machine`;
}

/** What happened while the clock was moved. */
export function moveSummary({ clock, stops, events, work }: ClockMove): string {
  const happened = [...Object.entries(events), ...Object.entries(work)].filter(([, count]) => count > 0);
  const what = happened.map(([name, count]) => `${count} × ${name}`).join(', ');
  const moments = `${stops} ${stops === 1 ? 'moment' : 'moments'} at which something was due`;
  return `It is ${dateAndTime(clock.now)} now. ${moments}${what === '' ? '.' : `: ${what}.`}`;
}
