import { useId } from 'react';
import { useStore } from '../store/store-context.ts';
import styles from './preference-switches.module.css';
import { usePreferences } from './preferences-context.ts';

interface SwitchProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Switch({ label, value, options, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switch}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A language in its own words: "Deutsch", "English". */
function nameOfLanguage(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Language and currency, where the store has more than one of them. */
export function PreferenceSwitches() {
  const { settings } = useStore();
  const { locale, currency, texts, setLocale, setCurrency } = usePreferences();
  const locales = settings.locales.map(({ code }) => ({ value: code, label: nameOfLanguage(code) }));
  const currencies = settings.currencies.map((code) => ({ value: code, label: code }));
  return (
    <div className={styles.switches}>
      {locales.length > 1 && (
        <Switch label={texts.language} value={locale} options={locales} onChange={setLocale} />
      )}
      {currencies.length > 1 && (
        <Switch label={texts.currency} value={currency} options={currencies} onChange={setCurrency} />
      )}
    </div>
  );
}
