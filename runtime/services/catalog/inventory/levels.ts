import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { InventoryLevel } from '../../../contract/catalog/inventory.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { decodeCursor, encodeCursor } from '../../../cursor/index.ts';
import { stocks } from './collections.ts';
import { type Listed, listPage, type PageInput } from './listed.ts';
import { stocksNow } from './settle.ts';
import { availableAt, type Stock, type StoredLevel, stockId } from './stock.ts';

export type Level = Static<typeof InventoryLevel>;

export interface ListLevelsInput extends PageInput {
  readonly variantId?: string | undefined;
  readonly locationId?: string | undefined;
}

/** A level as callers see it. */
export function presentLevel(variantId: string, level: StoredLevel): Level {
  const { id, locationId, onHand, reserved, safetyStock, version, createdAt, updatedAt } = level;
  const available = availableAt(level);
  return {
    ...{ id, version, createdAt, updatedAt },
    ...{ variantId, locationId, onHand, reserved, safetyStock, available },
  };
}

/** A variant has a level at each of a few locations: they lie in one document and are paged there. */
function pageOfVariant(stock: Stock | undefined, input: ListLevelsInput): Listed<Level> {
  const { variantId = '', locationId, pageSize = 20, after } = input;
  const levels = (stock?.levels ?? []).filter((level) => !locationId || level.locationId === locationId);
  const scope = `levels:${variantId}:${locationId ?? ''}`;
  const start = after === undefined ? 0 : Number(decodeCursor(scope, after)[0]);
  const shown = levels.slice(start, start + pageSize);
  const cursors = shown.map((_, index) => encodeCursor(scope, [start + index + 1]));
  const hasMore = start + shown.length < levels.length;
  return {
    data: shown.map((level) => presentLevel(variantId, level)),
    page: { next: hasMore ? (cursors.at(-1) ?? null) : null },
    cursors,
  };
}

async function pageOfLocation(context: Context, locationId: string, page: PageInput): Promise<Listed<Level>> {
  const found = await listPage(context, stocks, { index: 'byLocation', where: { locationId } }, page);
  const current = await stocksNow(context, found.data);
  return {
    ...found,
    data: current.flatMap(({ variantId, levels }) =>
      levels
        .filter((level) => level.locationId === locationId)
        .map((level) => presentLevel(variantId, level)),
    ),
  };
}

/** Pages of levels of several variants, in one read. */
export async function listLevelsOfVariants(
  context: Context,
  inputs: readonly ListLevelsInput[],
): Promise<readonly Listed<Level>[]> {
  const ids = inputs.map(({ variantId = '' }) => stockId(variantId));
  const found = (await context.store.getMany(stocks, ids)).filter((stock) => stock !== undefined);
  const current = new Map((await stocksNow(context, found)).map((stock) => [stock.id, stock]));
  return inputs.map((input, index) => pageOfVariant(current.get(ids[index] ?? ''), input));
}

/** Levels of a variant, or of a location, or of both. */
export async function listLevels(context: Context, input: ListLevelsInput): Promise<Listed<Level>> {
  if (input.variantId !== undefined) {
    const [page] = await listLevelsOfVariants(context, [input]);
    if (page) return page;
  }
  if (input.locationId !== undefined) return pageOfLocation(context, input.locationId, input);
  throw problem(problems.invalidFilter, {
    detail: 'Stock levels are listed by variant or by location, and neither was named.',
    hint: 'Add "variantId" or "locationId".',
  });
}
