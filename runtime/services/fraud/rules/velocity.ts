import type { Rule } from './finding.ts';

const subjects = { ip: 'this IP address', email: 'this e-mail address', card: 'this card' } as const;

function duration(seconds: number): string {
  const minutes = seconds / 60;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** The `count`th purchase, and each after it, of one IP address, e-mail address or card in a time. */
export const velocity: Rule<'velocity'> = ({ name, by, count, withinSeconds }, { attempts }) => {
  const counted = attempts[name] ?? 0;
  if (counted < count) return undefined;
  return `${count} purchases or more of ${subjects[by]} within ${duration(withinSeconds)}.`;
};
