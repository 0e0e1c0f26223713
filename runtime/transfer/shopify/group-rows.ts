import type { ReportBuilder } from '../report.ts';
import { slugOf } from '../slug.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { Header } from './columns.ts';
import type { Row } from './read-rows.ts';

/** All rows of a product. */
export interface ProductRows {
  readonly handle: string;
  readonly slug: string;
  readonly rows: readonly [Row, ...Row[]];
}

function cell(header: Header, column: 'handle' | 'title', { cells }: Row): string {
  return cells[header.at.get(column) ?? -1]?.trim() ?? '';
}

/** Makes notes of columns that are not read and hold something. */
function noteIgnored(header: Header, { cells }: Row, report: ReportBuilder): void {
  for (const { at, note, without } of header.ignored) {
    const value = cells[at]?.trim() ?? '';
    if (value !== '' && !without.includes(value.toLowerCase())) report.note(note);
  }
}

/** Where the file breaks off, the product before it may have had more rows: it must not go in without them. */
async function* untilBroken(
  rows: AsyncIterable<Row>,
  lastProduct: () => { readonly handle: string; readonly rows: readonly [Row, ...Row[]] } | undefined,
  report: ReportBuilder,
): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    const last = error instanceof UnreadableFile ? lastProduct() : undefined;
    if (last) {
      const reason = 'The file breaks off after it, so its rows may not be all there.';
      report.refuse({ line: last.rows[0].line, kind: 'product', subject: last.handle, field: null, reason });
    }
    throw error;
  }
}

/**
 * Rows that follow one another under the same handle are a product. A handle that comes again later is refused: the
 * rows alone would replace the product that was made of the first ones.
 */
export async function* groupRows(
  rows: AsyncIterable<Row>,
  header: Header,
  report: ReportBuilder,
): AsyncGenerator<ProductRows> {
  const seen = new Map<string, number>();
  let group: { handle: string; slug: string; rows: [Row, ...Row[]] } | undefined;
  let isRefused = false;
  for await (const row of untilBroken(rows, () => (isRefused ? undefined : group), report)) {
    report.records += 1;
    noteIgnored(header, row, report);
    const handle = cell(header, 'handle', row) || cell(header, 'title', row);
    if (handle === '') {
      const reason = 'The row has neither a handle nor a title, so it belongs to no product.';
      report.refuse({
        line: row.line,
        kind: 'product',
        subject: null,
        field: header.nameOf('handle'),
        reason,
      });
      continue;
    }
    if (group?.handle === handle && header.at.has('handle')) {
      if (!isRefused) group.rows.push(row);
      continue;
    }
    if (group && !isRefused) yield group;
    group = { handle, slug: slugOf(handle), rows: [row] };
    const earlier = seen.get(group.slug);
    isRefused = earlier !== undefined || group.slug === '';
    if (isRefused) {
      const reason =
        earlier === undefined
          ? `The handle "${handle}" has no letters or digits.`
          : `The product "${group.slug}" came before, in line ${earlier}; rows of a product must follow one another.`;
      report.refuse({
        line: row.line,
        kind: 'product',
        subject: handle,
        field: header.nameOf('handle'),
        reason,
      });
    } else seen.set(group.slug, row.line);
  }
  if (group && !isRefused) yield group;
}
