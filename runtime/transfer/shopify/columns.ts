import { nearest } from '../../validation/index.ts';
import type { AttributeFact, StoreFacts } from '../store-facts.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Column, columnNames, leftOutReason } from './column-names.ts';
import type { Row } from './read-rows.ts';

export interface Header {
  /** Where each known column is. */
  readonly at: ReadonlyMap<Column, number>;
  /** As the file calls it. */
  nameOf(column: Column): string;
  /** Prices in other currencies: `Price / USD`. */
  readonly prices: readonly {
    readonly currency: string;
    readonly price: number;
    readonly compareAt: number | undefined;
  }[];
  /** Metafields that are attributes of the store: `Fabric (product.metafields.custom.fabric)`. */
  readonly attributes: readonly {
    readonly attribute: AttributeFact;
    readonly at: number;
    readonly name: string;
  }[];
  /** Columns that are not read, to be noted where they hold something. */
  readonly ignored: readonly {
    readonly at: number;
    readonly note: string;
    readonly without: readonly string[];
  }[];
  readonly width: number;
}

function findPrices(names: readonly string[], currencies: readonly string[]): Header['prices'] {
  return currencies.flatMap((currency) => {
    const suffix = `/ ${currency.toLowerCase()}`;
    const price = names.indexOf(`price ${suffix}`);
    const compareAt = names.findIndex(
      (name) => /^compare[- ]at price \//.test(name) && name.endsWith(suffix),
    );
    return price < 0 ? [] : [{ currency, price, compareAt: compareAt < 0 ? undefined : compareAt }];
  });
}

const folded = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');

/** The attribute that a metafield column is: `material_care` and `materialCare` are the same name. */
function attributeOf(name: string, { productTypes }: StoreFacts): AttributeFact | undefined {
  const key = /(?:product|variant)\.metafields?\.[^.]+\.([^.)]+)\)?$/.exec(name)?.[1];
  if (key === undefined) return undefined;
  const attributes = productTypes.flatMap((productType) => productType.attributes);
  return attributes.find((attribute) => folded(attribute.name) === folded(key));
}

function noTitle({ line, cells }: Row): UnreadableFile {
  const [only = ''] = cells;
  if (cells.length === 1 && only.includes(';')) {
    return new UnreadableFile(
      'missing_columns',
      line,
      'The columns are separated by semicolons.',
      'Save the file with commas, as Shopify exports it.',
    );
  }
  const shown = cells.slice(0, 6).join(', ');
  const meant = nearest('Title', cells);
  return new UnreadableFile(
    'missing_columns',
    line,
    `This is no Shopify product CSV: the header has no column "Title". It has ${shown}${cells.length > 6 ? ', …' : ''}.`,
    meant && meant.toLowerCase() !== 'title'
      ? `If "${meant}" is it, rename that to "Title".`
      : 'Export the products from Shopify anew, or add the column; the first line must be the header.',
  );
}

/**
 * Reads the header row.
 *
 * @throws {UnreadableFile} where the file is no product CSV at all.
 */
export function readHeader(row: Row, facts: StoreFacts): Header {
  const { cells } = row;
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const at = new Map<Column, number>();
  for (const [column, aliases] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    const index = aliases.map((alias) => names.indexOf(alias.toLowerCase())).find((found) => found >= 0);
    if (index !== undefined) at.set(column, index);
  }
  if (!at.has('title')) throw noTitle(row);
  const prices = findPrices(names, facts.currencies);
  const attributes = cells.flatMap((cell, index) => {
    const attribute = attributeOf(cell.trim(), facts);
    return attribute ? [{ attribute, at: index, name: cell.trim() }] : [];
  });
  const used = new Set([
    ...at.values(),
    ...prices.flatMap(({ price, compareAt }) => [price, compareAt]),
    ...attributes.map((attribute) => attribute.at),
  ]);
  const ignored = names.flatMap((name, index) => {
    if (used.has(index) || name === '') return [];
    const { reason, without = [] } = leftOutReason(name);
    return [{ at: index, note: `Column "${cells[index]?.trim()}" was left out: it ${reason}.`, without }];
  });
  const nameOf = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? columnNames[column][0];
  return { at, nameOf, prices, attributes, ignored, width: cells.length };
}
