export const weightUnits = ['g', 'kg', 'oz', 'lb'] as const;

export type WeightUnit = (typeof weightUnits)[number];

export interface Weight {
  readonly value: number;
  readonly unit: WeightUnit;
}

/** Grams; the pound and the ounce are exact by definition (avoirdupois). */
const grams: Readonly<Record<WeightUnit, number>> = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 };

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** Shopify gives grams, and the unit that they are shown in. */
export function weightFromGrams(value: number, unit: WeightUnit): Weight {
  return { value: rounded(value / grams[unit], 4), unit };
}

export function gramsOf({ value, unit }: Weight): number {
  return rounded(value * grams[unit], 1);
}
