import { type FormEvent, useCallback, useId } from 'react';
import { words } from '../../contract/words.ts';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { ControlPanel } from './control-panel.tsx';
import { type Fault, faultCount, faultSummary } from './fault-words.ts';
import { useControl } from './use-control.ts';

const kinds: readonly Fault['kind'][] = [
  ...(['error', 'latency', 'timeout', 'drop'] as const),
  ...(['rate_limit', 'malformed', 'repeat'] as const),
];
const targets = ['operation', 'provider', 'endpoint'] as const;

/** What a form asks for; settings that are of another kind of fault are left out. */
function faultOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const kind = kinds.find((each) => each === text('kind')) ?? 'error';
  const target = targets.find((each) => each === text('target')) ?? 'operation';
  const percent = text('percent');
  const times = text('times');
  const delay = text('delay');
  return {
    kind,
    [target]: text('at'),
    ...(percent !== '' && { probability: Number(percent) / 100 }),
    ...(times !== '' && { times: Number(times) }),
    ...(kind === 'latency' && { delay: delay === '' ? '1s' : delay }),
  };
}

/** What goes wrong in the store because somebody wants it to. */
export function FaultsPanel() {
  const session = useSession();
  const id = useId();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [{ faults }, { scenarios }] = await Promise.all([
        askControl(session, 'GET /_emulator/v1/faults', {}, signal),
        askControl(session, 'GET /_emulator/v1/faults/scenarios', {}, signal),
      ]);
      return { faults, scenarios };
    },
    [session],
  );
  const control = useControl(load);
  const { act, refresh } = control;
  const clear = (which: { readonly id?: string }) =>
    act(async () => {
      const { cleared } = await askControl(session, 'POST /_emulator/v1/faults/clear', which);
      return `${cleared} ${cleared === 1 ? 'fault is' : 'faults are'} gone.`;
    });
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fault = faultOf(new FormData(event.currentTarget));
    act(async () => `Set: ${faultSummary(await askControl(session, 'POST /_emulator/v1/faults', fault))}.`);
  };
  const play = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('scenario'));
    act(async () => {
      const { faults } = await askControl(session, 'POST /_emulator/v1/faults/scenarios/{name}', { name });
      return `${name}: ${faults.length} ${faults.length === 1 ? 'fault is' : 'faults are'} set.`;
    });
  };
  return (
    <ControlPanel
      title="Faults"
      what="the faults"
      control={control}
      aside={
        <span className="buttons">
          <button type="button" className="button small" onClick={refresh}>
            Reload
          </button>
          <button type="button" className="button small" onClick={() => clear({})}>
            Clear all
          </button>
        </span>
      }
    >
      {({ faults, scenarios }) => (
        <>
          {faults.length === 0 ? (
            <p className="nothing">
              Nothing goes wrong on purpose. Try <code>hp faults set error --provider stripe</code>, or a
              scenario.
            </p>
          ) : (
            <ul className="control-rows">
              {faults.map((fault) => (
                <li key={fault.id}>
                  <span className="control-name">
                    <strong>{faultSummary(fault)}</strong>
                    <span className="none">
                      {faultCount(fault)}
                      {fault.scenario !== null && `, of ${fault.scenario}`}
                    </span>
                  </span>
                  <button type="button" className="button small" onClick={() => clear({ id: fault.id })}>
                    Clear
                  </button>
                </li>
              ))}
            </ul>
          )}
          <form className="one-line control-foot" onSubmit={play}>
            <label htmlFor={`${id}scenario`}>Scenario</label>
            <select id={`${id}scenario`} name="scenario" className="field">
              {scenarios.map(({ name, summary }) => (
                <option key={name} value={name} title={summary}>
                  {name}
                </option>
              ))}
            </select>
            <button type="submit" className="button">
              Set the scenario
            </button>
          </form>
          <form className="one-line control-foot" onSubmit={set}>
            <label htmlFor={`${id}kind`}>Fault</label>
            <select id={`${id}kind`} name="kind" className="field">
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words(kind)}
                </option>
              ))}
            </select>
            <select name="target" className="field" aria-label="At what">
              {targets.map((target) => (
                <option key={target} value={target}>
                  at the {target}
                </option>
              ))}
            </select>
            <input
              name="at"
              className="field"
              aria-label="Its name"
              required
              placeholder="catalog.*, stripe, *"
              autoComplete="off"
            />
            <input
              name="percent"
              type="number"
              min="0"
              max="100"
              step="any"
              className="field short"
              aria-label="Percent of calls"
              placeholder="100 %"
            />
            <input
              name="times"
              type="number"
              min="1"
              className="field short"
              aria-label="How often at most"
              placeholder="times"
            />
            <input name="delay" className="field short" aria-label="Delay, of latency" placeholder="1s" />
            <button type="submit" className="button">
              Set
            </button>
          </form>
        </>
      )}
    </ControlPanel>
  );
}
