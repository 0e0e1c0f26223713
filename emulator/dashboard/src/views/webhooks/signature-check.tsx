import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'react-router';
import { Panel } from '../../components/panel.tsx';
import type { SignedParts } from '../../journal/signed-parts.ts';
import { checkSignature, type Verdict } from './signature.ts';

const fields = [
  { name: 'key', label: 'Secret', hint: 'whsec_…' },
  { name: 'id', label: 'webhook-id', hint: 'evt_…' },
  { name: 'timestamp', label: 'webhook-timestamp', hint: '1764150000' },
  { name: 'signature', label: 'webhook-signature', hint: 'v1,…' },
] as const;

/** Says whether a signature is good, and why it is not. Nothing leaves the page. */
export function SignatureCheck() {
  // Of the message that one comes from: `CheckSignatureLink`.
  const parts = useLocation().state as SignedParts | null;
  const [verdict, setVerdict] = useState<Verdict>();
  const id = useId();
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const message = {
      ...{ key: text('key'), id: text('id').trim(), timestamp: text('timestamp').trim() },
      ...{ signature: text('signature'), body: text('body') },
    };
    // The machine's time, as a receiver's: wherever the clock of the store stands.
    checkSignature(message, Date.now()).then(setVerdict, (error: Error) =>
      setVerdict({ isGood: false, because: error.message }),
    );
  };
  return (
    <Panel title="Check a signature">
      <form className="form" onSubmit={check}>
        {fields.map(({ name, label, hint }) => (
          <div key={name} className="form-line">
            <label htmlFor={id + name}>{label}</label>
            <input
              id={id + name}
              name={name}
              className="field"
              placeholder={hint}
              defaultValue={name === 'key' ? '' : parts?.[name]}
              autoComplete="off"
            />
          </div>
        ))}
        <div className="form-line">
          <label htmlFor={`${id}body`}>Body, as it came</label>
          <textarea
            id={`${id}body`}
            name="body"
            className="field code-field"
            rows={8}
            defaultValue={parts?.body}
          />
          {parts?.isWhole === false && (
            <p className="field-error">
              Not all of this body was kept: it was cut, or secrets were left out. Put the whole in its place,
              or no signature fits.
            </p>
          )}
        </div>
        <button type="submit" className="button primary">
          Check
        </button>
        {verdict && (
          <p role="status" className={verdict.isGood ? 'verdict verdict-good' : 'verdict verdict-bad'}>
            {verdict.because}
          </p>
        )}
      </form>
    </Panel>
  );
}
