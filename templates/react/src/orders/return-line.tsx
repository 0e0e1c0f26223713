import { nameOfLine } from '../cart/line-name.ts';
import { Picture } from '../catalog/picture.tsx';
import { SelectField } from '../forms/field.tsx';
import type { OrderLine, ReturnLineInput } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { ExchangeChoice } from './exchange-choice.tsx';
import styles from './order.module.css';
import { returnableUnits } from './returnable-units.ts';

type Reason = ReturnLineInput['reason'];
const reasons: readonly Reason[] = [
  ...(['wrong_size', 'unwanted', 'damaged', 'defective'] as const),
  ...(['wrong_item', 'not_as_described', 'late', 'other'] as const),
];

/** What of a line goes back. */
export interface ReturnChoice {
  readonly quantity: number;
  readonly reason: Reason;
  /** The variant that is wanted instead; null for the money. */
  readonly wantedId: string | null;
}

interface ReturnLineProps {
  readonly line: OrderLine;
  readonly currency: string;
  readonly chosen: ReturnChoice | undefined;
  readonly onChoose: (chosen: ReturnChoice | undefined) => void;
}

/** A line that can go back, with how many, why and what instead once it is chosen. */
export function ReturnLine({ line, currency, chosen, onChoose }: ReturnLineProps) {
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
            onChoose(event.target.checked ? { quantity: 1, reason: 'wrong_size', wantedId: null } : undefined)
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
          <ExchangeChoice
            line={line}
            currency={currency}
            wantedId={chosen.wantedId}
            onChoose={(wantedId) => onChoose({ ...chosen, wantedId })}
          />
        </div>
      )}
    </li>
  );
}
