import { type FormEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { nameOfLine } from '../cart/line-name.ts';
import { links } from '../catalog/links.ts';
import { Picture } from '../catalog/picture.tsx';
import { SelectField, TextArea } from '../forms/field.tsx';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import type { Order, OrderLine, ReturnLineInput } from '../headlesspro/storefront.js';
import { ApiError } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { orderKey } from './load-order.ts';
import styles from './order.module.css';
import { returnableUnits } from './returnable-units.ts';

type Reason = ReturnLineInput['reason'];
const reasons: readonly Reason[] = [
  ...(['wrong_size', 'unwanted', 'damaged', 'defective'] as const),
  ...(['wrong_item', 'not_as_described', 'late', 'other'] as const),
];

interface Chosen {
  readonly quantity: number;
  readonly reason: Reason;
}

interface ReturnFormProps {
  readonly order: Order;
  readonly token: string | null;
}

/** Which units, and why. */
export function ReturnForm({ order, token }: ReturnFormProps) {
  const { api } = useStore();
  const { texts } = usePreferences();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isBusy = useRef(false);
  const lines = order.lines.filter((line) => returnableUnits(line) > 0);
  const [first] = lines;

  const choose = (lineId: string, choice: Chosen | undefined) => {
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
        lines: [...chosen].map(([lineId, choice]) => ({ lineId, ...choice })),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      await navigate(links.order(order.id), { replace: true, state: { returnAsked: true } });
    } catch (error) {
      refuse(ApiError.is(error) && error.status < 500 ? texts.orders.tooMany : texts.failedShort);
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

interface ReturnLineProps {
  readonly line: OrderLine;
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen | undefined) => void;
}

function ReturnLine({ line, chosen, onChoose }: ReturnLineProps) {
  const { locale, texts } = usePreferences();
  const units = returnableUnits(line);
  const name = nameOfLine(line);
  const number = new Intl.NumberFormat(locale);
  return (
    <li className={styles.card}>
      <label className={styles.returnLine}>
        <input
          id={`return-${line.id}`}
          type="checkbox"
          checked={chosen !== undefined}
          onChange={(event) =>
            onChoose(event.target.checked ? { quantity: 1, reason: 'wrong_size' } : undefined)
          }
        />
        <div className={styles.picture}>
          <Picture
            media={line.imageUrl ? { url: line.imageUrl, alt: '', width: null, height: null } : undefined}
          />
        </div>
        <span>
          <span className={styles.lineTitle}>{line.title}</span>
          <span className={styles.small}>{line.variantTitle}</span>
        </span>
      </label>
      {chosen && (
        <div className={styles.returnChoices}>
          <SelectField
            id={`quantity-${line.id}`}
            label={texts.quantity}
            aria-label={texts.orders.howMany(name)}
            isWide={false}
            value={chosen.quantity}
            onChange={(event) => onChoose({ ...chosen, quantity: Number(event.target.value) })}
          >
            {Array.from({ length: Math.min(units, 100) }, (_, index) => index + 1).map((quantity) => (
              <option key={quantity} value={quantity}>
                {number.format(quantity)}
              </option>
            ))}
          </SelectField>
          <SelectField
            id={`reason-${line.id}`}
            label={texts.orders.reason}
            aria-label={texts.orders.why(name)}
            isWide={false}
            value={chosen.reason}
            onChange={(event) => {
              const reason = reasons.find((each) => each === event.target.value);
              if (reason) onChoose({ ...chosen, reason });
            }}
          >
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {texts.orders.reasons[reason]}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </li>
  );
}
