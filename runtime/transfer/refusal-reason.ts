import type { FieldError } from '../contract/problem.ts';

/** What the platform has against a record, in one sentence, with the first place at fault. */
export function refusalReason(
  detail: string,
  errors: readonly FieldError[],
): { readonly reason: string; readonly field: string | null } {
  const [first, ...others] = errors;
  if (!first) return { reason: detail, field: null };
  const more = others.slice(0, 4).map(({ pointer, message }) => `${pointer} ${message}`);
  // "The slug "linen" is taken by product prod_…" says more than "is taken."; that a pointer leads says no more.
  const isLed = detail.startsWith(`${first.pointer} `);
  const said = isLed ? first.message : detail;
  return { reason: [said, ...more].join(' '), field: first.pointer === '' ? null : first.pointer };
}
