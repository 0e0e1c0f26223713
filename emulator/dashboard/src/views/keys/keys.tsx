import { useState } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import type { Session } from '../../session/session.ts';
import './keys.css';

interface KeyRowProps {
  readonly name: string;
  readonly value: string;
  readonly purpose: string;
}

/** The part that says what kind of key it is; the rest is for revealing. */
function masked(key: string): string {
  return `${key.slice(0, 6)}${'•'.repeat(20)}`;
}

function KeyRow({ name, value, purpose }: KeyRowProps) {
  const [isRevealed, setRevealed] = useState(false);
  return (
    <li className="key">
      <div className="key-head">
        <h3>{name}</h3>
        <div className="buttons">
          <button
            type="button"
            className="button"
            aria-pressed={isRevealed}
            aria-label={`Reveal ${name}`}
            onClick={() => setRevealed((before) => !before)}
          >
            {isRevealed ? 'Hide' : 'Reveal'}
          </button>
          <CopyButton text={value} what={name} />
        </div>
      </div>
      <code className="key-value">{isRevealed ? value : masked(value)}</code>
      <p className="key-purpose">{purpose}</p>
    </li>
  );
}

/** The keys of the local store. */
export function Keys({ session }: { readonly session: Session }) {
  return (
    <Panel title="Keys">
      <ul className="keys">
        <KeyRow
          name="Secret key"
          value={session.secretKey}
          purpose="Sees and changes everything. For servers and scripts; keep it out of browsers."
        />
        <KeyRow
          name="Publishable key"
          value={session.publishableKey}
          purpose="Reads what a visitor may see in its channel. Safe in a storefront."
        />
      </ul>
      <p className="key-use">
        Send one as <code>authorization: Bearer …</code>
      </p>
    </Panel>
  );
}
