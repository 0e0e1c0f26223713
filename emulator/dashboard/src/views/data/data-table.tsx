import { type KeyboardEvent, memo } from 'react';
import { Link } from 'react-router';
import { useVirtualRows } from '../../components/use-virtual-rows.ts';
import { type Column, valueAt } from '../../contract/columns.ts';
import { titleOf } from '../../contract/words.ts';
import type { Row } from '../../session/use-rows.ts';
import { Cell } from './cell.tsx';

interface DataTableProps {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Undefined where a row has no page of its own. It must keep its identity, so that rows in sight are not drawn again. */
  readonly linkTo: (row: Row) => string | undefined;
  /** Asked when the end comes in sight. */
  readonly onEnd: () => void;
}

const rowHeight = 40;
/** The name of a column that is read from deep inside is that of the outermost: `totals`. */
const headOf = ({ path }: Column) => titleOf(path[0] ?? '');

function rowKey(row: Row, place: number): string {
  return String(row.id ?? row.key ?? place);
}

/** Stands for the rows that are not in the page. */
function Space({ height }: { readonly height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing that could be focused
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}

interface RowCellProps {
  readonly row: Row;
  readonly column: Column;
  /** To the row's own page. */
  readonly link: string | undefined;
}

function RowCell({ row, column: { path, shape }, link }: RowCellProps) {
  const value = valueAt(row, path);
  if (link === undefined) return <Cell value={value} kind={shape.value} />;
  return (
    <Link to={link} className="row-link">
      {value === null || value === undefined || value === '' ? rowKey(row, 0) : String(value)}
    </Link>
  );
}

interface TableRowProps extends Pick<DataTableProps, 'columns' | 'linkTo'> {
  readonly row: Row;
  readonly place: number;
}

/** Drawn once: scrolling asks for those that come in sight alone. */
const TableRow = memo(({ row, place, columns, linkTo }: TableRowProps) => (
  <tr data-place={place} aria-rowindex={place + 2}>
    {columns.map((column, at) => (
      <td key={column.path.join()}>
        <RowCell row={row} column={column} link={at === 0 ? linkTo(row) : undefined} />
      </td>
    ))}
  </tr>
));

/** Thousands of rows, of which those in sight are in the page. Arrows go from one to the next. */
export function DataTable({ name, columns, rows, linkTo, onEnd }: DataTableProps) {
  const { scroll, rows: shown, before, after, scrollTo } = useVirtualRows(rows, { rowHeight, onEnd });

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const place = Number(event.target.closest('[data-place]')?.getAttribute('data-place') ?? -1) + step;
    if (place < 0 || place >= rows.length) return;
    event.preventDefault();
    scrollTo(place);
    // It is in the page when it has come in sight.
    requestAnimationFrame(() =>
      scroll.current
        ?.querySelector<HTMLElement>(`[data-place="${place}"] a, [data-place="${place}"]`)
        ?.focus(),
    );
  };

  return (
    <div ref={scroll} className="table">
      <table aria-label={name} aria-rowcount={rows.length + 1} onKeyDown={move}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.path.join()} scope="col">
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={before} />
          {shown.map(({ item: row, place }) => (
            <TableRow key={rowKey(row, place)} row={row} place={place} columns={columns} linkTo={linkTo} />
          ))}
          <Space height={after} />
        </tbody>
      </table>
    </div>
  );
}
