/** A time as PayPal writes it, without fractions: `2026-11-25T10:00:00Z`. */
export function wireTime(time: Date | string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
