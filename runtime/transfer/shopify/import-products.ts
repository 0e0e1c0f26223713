import type { ImportWork } from '../import-work.ts';
import { ProductBatches, type RowResult } from '../product-batches.ts';
import { refusalReason } from '../refusal-reason.ts';
import { type StockCount, setStock } from '../set-stock.ts';
import { readStoreFacts, type StoreFacts } from '../store-facts.ts';
import { refusalOf } from '../transfer-client.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { CategoryTree } from './category-tree.ts';
import { type Header, readHeader } from './columns.ts';
import { groupRows } from './group-rows.ts';
import { Pictures } from './pictures.ts';
import { placeOfFault } from './place-of-fault.ts';
import { productTypeRule } from './product-types.ts';
import { publishAgain } from './publish-again.ts';
import { type Row, readRows } from './read-rows.ts';
import type { RowFault } from './row-cells.ts';
import { stockLocation } from './stock-location.ts';
import { type ReadProduct, toProduct } from './to-product.ts';

export interface ShopifyOptions {
  /** Whether pictures are fetched from their addresses; `skip` unless given. */
  readonly images?: 'skip' | 'download' | undefined;
  /** Key of the product type of rows whose "Type" is none. */
  readonly productType?: string | undefined;
  /** Name or id of the location that quantities are for. */
  readonly location?: string | undefined;
}

/** Products whose pictures and categories are looked up together. */
const lookedUpTogether = 50;

async function splitHeader(rows: AsyncGenerator<Row>): Promise<Row> {
  const first = await rows.next();
  if (!first.done) return first.value;
  throw new UnreadableFile('empty_file', 1, 'The file has no header line.', 'Export the products anew.');
}

/** One import: what is read once, and what is waiting. */
class ShopifyImport {
  readonly #work: ImportWork;
  readonly #options: ShopifyOptions;
  readonly #header: Header;
  readonly #channels: readonly string[];
  readonly #categories: CategoryTree;
  readonly #pictures: Pictures;
  readonly #batches: ProductBatches<ReadProduct>;
  #waiting: ReadProduct[] = [];
  #locationId: Promise<string> | undefined;

  constructor(work: ImportWork, options: ShopifyOptions, header: Header, facts: StoreFacts) {
    this.#work = work;
    this.#options = options;
    this.#header = header;
    this.#channels = facts.channels.map(({ key }) => key);
    const { client, report, signal } = work;
    this.#categories = new CategoryTree(client, report);
    this.#pictures = new Pictures({ client, report, signal, download: options.images === 'download' });
    this.#batches = new ProductBatches(client, (results) => this.#settle(results));
  }

  async add(product: ReadProduct): Promise<void> {
    // Asked before anything of the product goes in: the answer may be that it can't.
    if (product.variantRows.some(({ quantity }) => quantity !== undefined)) await this.#location();
    this.#waiting.push(product);
    if (this.#waiting.length >= lookedUpTogether) await this.#send();
  }

  async finish(): Promise<void> {
    await this.#send();
    await this.#batches.flush();
  }

  /** One refusal a product, whatever is wrong with it. */
  refuse(handle: string, faults: readonly RowFault[]): void {
    const [first, ...others] = faults;
    if (!first) return;
    const also = others.slice(0, 4).map(({ line, field, reason }) => {
      const at = line === first.line ? '' : `line ${line} `;
      return `Also ${at}${field ? `"${field}" ` : ''}${reason}`;
    });
    const more = others.length > 4 ? [`And ${others.length - 4} more.`] : [];
    const reason = [first.reason, ...also, ...more].join(' ');
    this.#work.report.refuse({
      line: first.line,
      kind: 'product',
      subject: handle,
      field: first.field,
      reason,
    });
  }

  #location(): Promise<string> {
    this.#locationId ??= stockLocation(this.#work.client, this.#options.location, this.#work.report);
    return this.#locationId;
  }

  async #send(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0 || this.#work.isStopped()) return;
    const pictures = await this.#pictures.resolve(waiting);
    if (this.#work.isStopped()) return;
    for (const [index, product] of waiting.entries()) {
      const { media, variantMedia } = pictures[index] ?? {};
      const variants = product.input.variants.map((variant, place) =>
        variantMedia ? { ...variant, mediaIds: variantMedia[place] } : variant,
      );
      const categoryId = await this.#category(product);
      if (categoryId === null) continue;
      await this.#batches.add(product, {
        ...product.input,
        ...(categoryId === undefined ? {} : { categoryIds: [categoryId] }),
        ...(media ? { media } : {}),
        variants,
      });
    }
  }

  /** Null where the platform refused to make one, and the product with it. */
  async #category({ handle, line, categoryPath }: ReadProduct): Promise<string | undefined | null> {
    try {
      return await this.#categories.idOf(categoryPath);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      const { reason } = refusalReason(refusal.message, refusal.errors);
      this.refuse(handle, [{ line, field: this.#header.nameOf('category'), reason }]);
      return null;
    }
  }

  async #publishAgain(results: readonly (readonly [ReadProduct, RowResult])[]): Promise<ReadonlySet<string>> {
    const known = results.flatMap(([product, { id, outcome }]) =>
      id !== null && outcome !== 'created' && product.isPublished ? [{ id, product }] : [],
    );
    return publishAgain(this.#work.client, known, this.#channels);
  }

  async #settle(results: readonly (readonly [ReadProduct, RowResult])[]): Promise<void> {
    const { client, report } = this.#work;
    const counts: StockCount[] = [];
    const rows: { readonly handle: string; readonly line: number }[] = [];
    const again = await this.#publishAgain(results);
    for (const [product, { id, outcome, variantIds, problem }] of results) {
      if (problem) {
        const { reason, field } = refusalReason(problem.detail, problem.errors);
        const place = placeOfFault(field ?? '', product, this.#header);
        this.refuse(product.handle, [{ ...place, reason }]);
        continue;
      }
      const isHidden = id !== null && again.has(id);
      report.count('product', isHidden ? 'updated' : outcome);
      for (const [index, { quantity, line }] of product.variantRows.entries()) {
        const variantId = variantIds[index];
        if (quantity === undefined || variantId === undefined) continue;
        counts.push({ variantId, locationId: await this.#location(), onHand: quantity });
        rows.push({ handle: product.handle, line });
      }
    }
    const stock = await setStock(
      client,
      counts.map((count) => ({ ...count })),
    );
    for (const [index, { outcome, problem }] of stock.entries()) {
      if (outcome !== 'refused') {
        report.count('stock_level', outcome === 'unchanged' ? 'unchanged' : 'updated');
        continue;
      }
      const { reason } = refusalReason(problem?.detail ?? '', problem?.errors ?? []);
      const { handle, line } = rows[index] ?? { handle: '', line: 0 };
      const field = this.#header.nameOf('inventoryQuantity');
      report.refuse({ line, kind: 'stock_level', subject: handle, field, reason });
    }
  }
}

/** Imports a product CSV as Shopify exports it: a product is created, or becomes what the file says. */
export async function importShopifyProducts(work: ImportWork, options: ShopifyOptions): Promise<void> {
  const { client, pieces, report, tick, isStopped } = work;
  const facts = await readStoreFacts(client);
  const note = (text: string, line: number) => report.note(text, line);
  const productType = productTypeRule(facts, options.productType, note);
  const rows = readRows(pieces);
  const header = readHeader(await splitHeader(rows), facts);
  const currency = facts.currencies[0] ?? 'USD';
  const running = new ShopifyImport(work, options, header, facts);
  try {
    for await (const group of groupRows(rows, header, report)) {
      tick();
      if (isStopped()) break;
      const read = toProduct(group, { header, currency, productType, note });
      if ('input' in read) await running.add(read);
      else running.refuse(group.handle, read);
    }
  } catch (error) {
    // What was read before the file broke off goes in.
    if (error instanceof UnreadableFile) await running.finish();
    throw error;
  }
  await running.finish();
}
