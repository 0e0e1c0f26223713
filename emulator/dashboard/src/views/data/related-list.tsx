import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import { Panel } from '../../components/panel.tsx';
import { FailureNotice } from '../../components/pending.tsx';
import type { Related } from '../../contract/collections.ts';
import { columnsOf } from '../../contract/columns.ts';
import { type Row, useRows } from '../../session/use-rows.ts';
import { useContract } from './data-context.ts';
import { DataTable } from './data-table.tsx';

interface RelatedListProps {
  readonly related: Related;
  readonly id: string;
}

/** What the API lists of one record: its refunds, say, or the payments that name it. */
export function RelatedList({ related: { name, list, item, collection }, id }: RelatedListProps) {
  const { document, collections } = useContract();
  const path = list.path.replace(/\{\w+\}/, encodeURIComponent(id));
  const filter = collection ? new URLSearchParams({ [collection.filter]: id }).toString() : '';
  const { rows, next, error, more, reload } = useRows(path, filter);
  const columns = useMemo(() => columnsOf(document, item), [document, item]);
  const target = collections.find(({ key, get }) => key === collection?.key && get !== undefined);
  const linkTo = useCallback(
    ({ id: of }: Row) =>
      target && typeof of === 'string' ? `/data/${target.key}/${encodeURIComponent(of)}` : undefined,
    [target],
  );
  return (
    <Panel
      title={name}
      className="related"
      aside={collection && <Link to={`/data/${collection.key}?${filter}`}>All of them</Link>}
    >
      {error && <FailureNotice error={error} onRetry={reload} />}
      {rows.length === 0 && !error && <p className="nothing">{next === null ? 'None.' : 'Loading…'}</p>}
      {rows.length > 0 && (
        <DataTable name={name} columns={columns} rows={rows} linkTo={linkTo} onEnd={more} />
      )}
    </Panel>
  );
}
