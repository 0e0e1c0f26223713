import { type FormEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { links } from '../catalog/links.ts';
import { TextArea } from '../forms/field.tsx';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import type { Order } from '../headlesspro/storefront.js';
import { ApiError } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import type { Texts } from '../texts/en.ts';
import { orderKey } from './load-order.ts';
import styles from './order.module.css';
import { type ReturnChoice, ReturnLine } from './return-line.tsx';
import { returnableUnits } from './returnable-units.ts';

interface ReturnFormProps {
  readonly order: Order;
  readonly token: string | null;
}

/** Why nothing was asked for, and what to do about it. */
function refusalOf(error: unknown, { orders, failedShort }: Texts): string {
  if (ApiError.is(error, 'edit_refused')) return orders.exchangeRefused;
  return ApiError.is(error) && error.status < 500 ? orders.tooMany : failedShort;
}

/** Which units, why, and what instead. */
export function ReturnForm({ order, token }: ReturnFormProps) {
  const { api } = useStore();
  const { texts } = usePreferences();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ReturnChoice>>(new Map());
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isBusy = useRef(false);
  const lines = order.lines.filter((line) => returnableUnits(line) > 0);
  const [first] = lines;

  const choose = (lineId: string, choice: ReturnChoice | undefined) => {
    const next = new Map(chosen);
    if (choice) next.set(lineId, choice);
    else next.delete(lineId);
    setChosen(next);
    setProblem('');
  };

  const refuse = (message: string) => {
    setProblem(message);
    setAttempt((count) => count + 1);
  };

  async function ask(event: FormEvent) {
    event.preventDefault();
    if (isBusy.current) return;
    if (chosen.size === 0) return refuse(texts.orders.chooseLine);
    isBusy.current = true;
    try {
      await api.orders.returns.request(order.id, {
        ...orderKey(token),
        lines: [...chosen].map(([lineId, { quantity, reason }]) => ({ lineId, quantity, reason })),
        exchange: [...chosen.values()].flatMap(({ quantity, wantedId: variantId }) =>
          variantId === null ? [] : [{ variantId, quantity }],
        ),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      await navigate(links.order(order.id), { replace: true, state: { returnAsked: true } });
    } catch (error) {
      refuse(refusalOf(error, texts));
    } finally {
      isBusy.current = false;
    }
  }

  if (!first) {
    return (
      <div className={styles.card}>
        <p>{texts.orders.returnNothing}</p>
        <p>
          <Link className="button" to={links.order(order.id)}>
            {texts.orders.order(order.number)}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <form className={styles.returnForm} onSubmit={(event) => void ask(event)} noValidate>
      <ProblemSummary
        title={texts.checkout.problemsTitle(1)}
        problems={problem ? [{ fieldId: `return-${first.id}`, message: problem }] : []}
        attempt={attempt}
      />
      <ul className={styles.returnLines}>
        {lines.map((line) => (
          <ReturnLine
            key={line.id}
            line={line}
            currency={order.currency}
            chosen={chosen.get(line.id)}
            onChoose={(choice) => choose(line.id, choice)}
          />
        ))}
      </ul>
      <TextArea
        id="return-note"
        label={texts.orders.returnNote}
        isOptional
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="button primary">
        {texts.orders.sendRequest}
      </button>
    </form>
  );
}
