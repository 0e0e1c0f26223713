import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './quantity-stepper.module.css';

interface QuantityStepperProps {
  readonly label: string;
  readonly quantity: number;
  readonly most: number;
  readonly onChange: (quantity: number) => void;
}

export function QuantityStepper({ label, quantity, most, onChange }: QuantityStepperProps) {
  const { locale, texts } = usePreferences();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; this is a group of two buttons.
    <div className={styles.stepper} role="group" aria-label={label}>
      <button
        type="button"
        aria-label={texts.less}
        disabled={quantity <= 1}
        onClick={() => onChange(quantity - 1)}
      >
        −
      </button>
      <span className={styles.quantity}>{new Intl.NumberFormat(locale).format(quantity)}</span>
      <button
        type="button"
        aria-label={texts.more}
        disabled={quantity >= most}
        onClick={() => onChange(quantity + 1)}
      >
        +
      </button>
    </div>
  );
}
