import { type ChangeEvent, useEffect, useState } from 'react';
import { askControl } from '../session/api.ts';
import { withStore } from '../session/open-session.ts';
import type { Sandbox } from '../session/session.ts';
import { useSession } from '../session/session-context.ts';

/** A test suite may have made a thousand. */
const mostListed = 50;

function latest(sandboxes: readonly Sandbox[]): Sandbox[] {
  const byAge = [...sandboxes].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  return [...byAge.filter(({ isKept }) => isKept), ...byAge.filter(({ isKept }) => !isKept)].slice(
    0,
    mostListed,
  );
}

/** Which store is looked at, and the way to another: sandboxes that are kept first, then the latest. */
export function StoreSwitcher() {
  const session = useSession();
  const { own, store, sandbox } = session;
  const [sandboxes, setSandboxes] = useState<readonly Sandbox[]>(sandbox ? [sandbox] : []);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once more when the list is about to be opened
  useEffect(() => {
    const controller = new AbortController();
    askControl(session, 'GET /_emulator/v1/sandboxes', {}, controller.signal).then(
      ({ sandboxes: all }) => setSandboxes(all),
      // The connection's notice says what is wrong; what is known stays listed.
      () => undefined,
    );
    return () => controller.abort();
  }, [session, asked]);
  const listed = latest(sandboxes);
  const isListed = sandbox === null || listed.some(({ id }) => id === sandbox.id);
  const open = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const chosen = target.value === own.id ? null : target.value;
    window.location.href = withStore('dashboard', chosen) + window.location.hash;
  };
  return (
    <div className="store">
      <label className="none" htmlFor="store">
        {sandbox ? 'Sandbox' : 'Store'}
      </label>
      <select
        id="store"
        className="field store-name"
        title={store.name}
        value={store.id}
        onFocus={() => setAsked(asked + 1)}
        onChange={open}
      >
        <option value={own.id}>{own.name}</option>
        <optgroup label="Sandboxes">
          {(isListed || !sandbox ? listed : [sandbox, ...listed]).map(({ id, name, isKept }) => (
            <option key={id} value={id}>
              {name}
              {isKept ? ' (kept)' : ''}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
