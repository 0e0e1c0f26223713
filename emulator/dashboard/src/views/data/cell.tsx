import { Link } from 'react-router';
import { dateAndTime, shortMoment } from '../../components/format.ts';
import { collectionOfId } from '../../contract/collections.ts';
import type { ValueKind } from '../../contract/value-kind.ts';
import { words } from '../../contract/words.ts';
import { formatMoney } from '../products/format-money.ts';
import { useContract } from './data-context.ts';

const good =
  /^(?:active|captured|completed|confirmed|delivered|fulfilled|sent|approved|succeeded|accept|processed)$/;
const bad = /^(?:cancelled|failed|dead|declined|lost|disabled|expired|refused|decline)$/;

function toneOf(choice: string): string {
  if (good.test(choice)) return 'badge-good';
  return bad.test(choice) ? 'badge-bad' : 'badge-plain';
}

interface CellProps {
  readonly value: unknown;
  readonly kind: ValueKind;
}

interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

/** A value, as what it is; an id leads to the record that it names. */
export function Cell({ value, kind }: CellProps) {
  const { collections } = useContract();
  if (value === null || value === undefined || value === '') return <span className="none">–</span>;
  if (kind.kind === 'money') {
    const { amount, currency } = value as MoneyValue; // by the schema that the kind was made of
    return <span className="number">{formatMoney(amount, currency)}</span>;
  }
  if (typeof value === 'object') {
    const text = JSON.stringify(value);
    return <code className="cell-json">{text === '[]' || text === '{}' ? 'none' : text.slice(0, 120)}</code>;
  }
  const text = String(value);
  if (kind.kind === 'choice') return <span className={`badge ${toneOf(text)}`}>{words(text)}</span>;
  if (kind.kind === 'moment')
    return (
      <time dateTime={text} title={dateAndTime(text)}>
        {shortMoment(text)}
      </time>
    );
  if (kind.kind === 'boolean') return <span>{value === true ? 'yes' : 'no'}</span>;
  if (kind.kind === 'number') return <span className="number">{text}</span>;
  const named = collectionOfId(collections, text);
  if (named)
    return (
      <Link className="mono" to={`/data/${named.key}/${text}`}>
        {text}
      </Link>
    );
  return <span>{text.slice(0, 300)}</span>;
}
