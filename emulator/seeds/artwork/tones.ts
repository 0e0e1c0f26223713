/** One colour with what is needed to model a flat shape in it. All are CSS hex colours. */
export interface Tones {
  readonly base: string;
  readonly light: string;
  readonly dark: string;
  readonly deep: string;
  /** A second material: soles, straps, trims. */
  readonly trim: string;
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}

/** `amount` 0 is the first colour, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  const target = channels(to);
  const mixed = channels(from).map((value, index) => {
    const goal = target[index] ?? value;
    return Math.round(value + (goal - value) * amount);
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

export function tones(base: string, trim: string): Tones {
  return {
    base,
    light: mix(base, '#ffffff', 0.22),
    dark: mix(base, '#241a2e', 0.16),
    deep: mix(base, '#1c1424', 0.42),
    trim,
  };
}
