import type { Static } from 'typebox';
import type { InventoryAdjustment as AdjustmentSchema } from '../../../contract/catalog/inventory.ts';
import type { Location as LocationSchema } from '../../../contract/catalog/locations.ts';
import type { Reservation as ReservationSchema } from '../../../contract/catalog/reservations.ts';
import { collection } from '../../../store/port.ts';
import type { Stock } from './stock.ts';

export type Location = Static<typeof LocationSchema>;
export type Adjustment = Static<typeof AdjustmentSchema>;
export type Reservation = Static<typeof ReservationSchema>;

export const locations = collection<Location>({
  name: 'locations',
  indexes: {
    /** Highest priority first. */
    byPriority: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'rank', type: 'integer' },
      ],
      keys: (location) => [[1, -location.priority]],
    },
  },
});

export const stocks = collection<Stock>({
  name: 'stocks',
  indexes: {
    byLocation: {
      version: 1,
      columns: [
        { name: 'locationId', type: 'text' },
        { name: 'variantId', type: 'text' },
      ],
      keys: (stock) => stock.levels.map((level) => [level.locationId, stock.variantId]),
    },
    byProduct: {
      version: 1,
      columns: [{ name: 'productId', type: 'text' }],
      keys: (stock) => [[stock.productId]],
    },
    byExpiry: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'earliestExpiry', type: 'text' },
      ],
      keys: (stock) => (stock.earliestExpiry === null ? [] : [[1, stock.earliestExpiry]]),
    },
  },
});

/** Entries are inserted, never updated or deleted. */
export const adjustments = collection<Adjustment>({
  name: 'inventory_adjustments',
  indexes: {
    byVariant: {
      version: 1,
      columns: [
        { name: 'variantId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: (adjustment) => [[adjustment.variantId, adjustment.createdAt]],
    },
  },
});

export const reservations = collection<Reservation>({
  name: 'reservations',
  indexes: {
    byVariant: {
      version: 1,
      columns: [
        { name: 'variantId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: (reservation) => [[reservation.variantId, reservation.createdAt]],
    },
    /** Those that the clock may end. */
    heldByVariant: {
      version: 1,
      columns: [
        { name: 'variantId', type: 'text' },
        { name: 'expiresAt', type: 'text' },
      ],
      keys: (reservation) =>
        reservation.state === 'held' && reservation.expiresAt !== null
          ? [[reservation.variantId, reservation.expiresAt]]
          : [],
    },
  },
});
