import { useId } from 'react';
import type { Product, Variant } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { type OptionChoice, type OptionChoices, optionChoices } from './option-choices.ts';
import styles from './option-picker.module.css';
import { swatchesOf } from './swatches.ts';

interface OptionPickerProps {
  readonly product: Product;
  readonly variant: Variant;
  readonly onPick: (variant: Variant) => void;
}

export function OptionPicker({ product, variant, onPick }: OptionPickerProps) {
  const swatches = swatchesOf(product);
  return optionChoices(product, variant).map((option) => (
    <Option key={option.name} option={option} swatches={swatches.get(option.name)} onPick={onPick} />
  ));
}

interface OptionProps {
  readonly option: OptionChoices;
  readonly swatches: ReadonlyMap<string, string> | undefined;
  readonly onPick: (variant: Variant) => void;
}

function Option({ option, swatches, onPick }: OptionProps) {
  const group = useId();
  const chosen = option.choices.find(({ isChosen }) => isChosen);
  return (
    <fieldset className={styles.option}>
      <legend>
        {option.name} <span className={styles.chosen}>{chosen?.value}</span>
      </legend>
      <div className={styles.choices}>
        {option.choices.map((choice) => (
          <Choice
            key={choice.value}
            group={group}
            choice={choice}
            swatch={swatches?.get(choice.value)}
            onPick={onPick}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly choice: OptionChoice;
  readonly swatch: string | undefined;
  readonly onPick: (variant: Variant) => void;
}

function Choice({ group, choice, swatch, onPick }: ChoiceProps) {
  const { texts } = usePreferences();
  const { value, isChosen, state, variant } = choice;
  return (
    <label className={styles.choice} data-state={state} data-swatch={swatch !== undefined} title={value}>
      <input
        type="radio"
        className="visually-hidden"
        name={group}
        value={value}
        checked={isChosen}
        disabled={!variant}
        onChange={() => variant && onPick(variant)}
      />
      {swatch && <span className={styles.swatch} style={{ background: swatch }} aria-hidden="true" />}
      <span className={swatch ? 'visually-hidden' : undefined}>{value}</span>
      {state === 'sold_out' && <span className="visually-hidden">, {texts.optionSoldOut}</span>}
      {state === 'none' && <span className="visually-hidden">, {texts.optionUnavailable}</span>}
    </label>
  );
}
