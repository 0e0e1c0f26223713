import type { FieldError } from '../contract/problem.ts';
import { unknownName } from '../validation/index.ts';
import type { TaxesInput } from './define-config.ts';
import { placeFaults } from './place-rules.ts';
import type { TaxesConfig } from './store-config.ts';

/** Taxes with every setting filled in. */
export function completeTaxes(input: TaxesInput | undefined): TaxesConfig {
  const classes = [...(input?.classes ?? ['standard'])];
  return {
    classes,
    zones: Object.entries(input?.zones ?? {}).map(([key, zone]) => ({
      key,
      name: zone.name ?? 'Tax',
      countries: [...(zone.countries ?? [])],
      regions: [...(zone.regions ?? [])],
      rates: { ...zone.rates },
      shippingClass: zone.shipping === undefined ? (classes[0] ?? null) : zone.shipping,
    })),
    engine: input?.engine
      ? {
          ...{ url: input.engine.url, secrets: { token: input.engine.token.env } },
          otherwise: input.engine.otherwise ?? 'refuse',
        }
      : null,
  };
}

/** Faults of taxes that their shape alone can't show. */
export function taxFaults({ classes, zones }: TaxesConfig): FieldError[] {
  const twice = classes.flatMap((name, index) =>
    classes.indexOf(name) < index
      ? [{ pointer: `/taxes/classes/${index}`, message: `"${name}" is listed twice.` }]
      : [],
  );
  const inZones = zones.flatMap(({ key, rates, shippingClass }) => {
    const pointer = `/taxes/zones/${key}`;
    const named = Object.keys(rates).map((name) => ({ name, pointer: `${pointer}/rates/${name}` }));
    const shipping = shippingClass === null ? [] : [{ name: shippingClass, pointer: `${pointer}/shipping` }];
    const unknown = [...named, ...shipping].filter(({ name }) => !classes.includes(name));
    const tooFine = Object.entries(rates).filter(
      ([, rate]) => !Number.isInteger(roundedPartsPerMillion(rate)),
    );
    return [
      ...unknown.map((fault) => ({
        pointer: fault.pointer,
        message: unknownName(fault.name, 'tax class', classes),
      })),
      ...tooFine.map(([name]) => ({
        pointer: `${pointer}/rates/${name}`,
        message: 'has more than four decimals.',
      })),
    ];
  });
  return [...twice, ...inZones, ...placeFaults('/taxes/zones', zones)];
}

/** Percent in parts per million, whole where it has four decimals at most; binary noise is taken away. */
function roundedPartsPerMillion(percent: number): number {
  return Number((percent * 10_000).toFixed(6));
}
