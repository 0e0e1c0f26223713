import { Choice } from '../forms/choice.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './checkout-page.module.css';
import { fieldId } from './field-problems.ts';
import type { PaymentWay } from './payment-ways.ts';

interface PaymentChoiceProps {
  /** Undefined while they are being loaded. */
  readonly ways: readonly PaymentWay[] | undefined;
  readonly chosen: string | undefined;
  readonly problem: string | undefined;
  readonly onChoose: (key: string) => void;
}

export function PaymentChoice({ ways, chosen, problem, onChoose }: PaymentChoiceProps) {
  const { texts } = usePreferences();
  const kinds: Readonly<Record<string, string>> = texts.checkout.paymentKinds;
  if (!ways) return <div className={`skeleton ${styles.choiceSkeleton}`} aria-hidden="true" />;
  return (
    <fieldset id={fieldId('/payment')} tabIndex={-1} className={styles.choices}>
      <legend className="visually-hidden">{texts.checkout.payment}</legend>
      {ways.length === 0 && <p className={styles.none}>{texts.checkout.noPaymentMethods}</p>}
      {ways.map(({ key, kind, name }) => (
        <Choice
          key={key}
          id={`payment-${key.replaceAll(' ', '-')}`}
          name="payment"
          label={kind === 'card' ? texts.checkout.cardName : name}
          detail={kinds[kind]}
          isChosen={chosen === key}
          onChoose={() => onChoose(key)}
        />
      ))}
      {problem && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  );
}
