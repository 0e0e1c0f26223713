import type { Finding } from './verdict.ts';

/** `answer: /data/0/title must be text. It is null.` */
export function findingText({ check, expected, came, pointer }: Finding): string {
  if (pointer === null) return `${check}: expected ${expected}, came ${came}`;
  return `${check}: ${pointer === '' ? 'the body' : pointer} ${expected} Came: ${came}`;
}
