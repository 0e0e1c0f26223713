import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import { dateAndTime } from '../../components/format.ts';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { type ClockMove, type ClockReading, distance, moveSummary } from './clock-words.ts';
import { ControlPanel } from './control-panel.tsx';
import { useControl } from './use-control.ts';

const strides = ['1 hour', '1 day', '1 week', '30 days'];

/** The store's time as it goes on, from when it was read. */
function useNow({ now, mode }: ClockReading): string {
  const [elapsed, setElapsed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading begins anew
  useEffect(() => {
    setElapsed(0);
    if (mode === 'frozen') return undefined;
    const begun = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - begun), 1000);
    return () => clearInterval(timer);
  }, [now, mode]);
  return new Date(Date.parse(now) + elapsed).toISOString();
}

function Face({ reading }: { readonly reading: ClockReading }) {
  const now = useNow(reading);
  return (
    <p className="clock-face">
      <time dateTime={now}>{dateAndTime(now)}</time>
      <span className={`badge ${reading.mode === 'real' ? 'badge-good' : 'badge-waiting'}`}>
        {reading.mode}
      </span>
      <span className="none">{distance(reading.aheadSeconds)}</span>
    </p>
  );
}

/** The time of the store: everything in it that waits for a moment goes by it. */
export function ClockPanel() {
  const session = useSession();
  const [by, to] = [useId(), useId()];
  const load = useCallback(
    (signal: AbortSignal) => askControl(session, 'GET /_emulator/v1/clock', {}, signal),
    [session],
  );
  const control = useControl(load);
  const { act } = control;
  const move = (ask: () => Promise<ClockMove>) => act(async () => moveSummary(await ask()));
  const advance = (text: string) =>
    move(() => askControl(session, 'POST /_emulator/v1/clock/advance', { by: text }));
  const turn = (route: 'POST /_emulator/v1/clock/freeze' | 'POST /_emulator/v1/clock/resume', said: string) =>
    act(async () => {
      await askControl(session, route, {});
      return said;
    });
  const textOf = (event: FormEvent<HTMLFormElement>, name: string) => {
    event.preventDefault();
    return String(new FormData(event.currentTarget).get(name) ?? '');
  };
  return (
    <ControlPanel title="Clock" what="the clock" control={control}>
      {(reading) => (
        <div className="form">
          <Face reading={reading} />
          <div className="buttons">
            {strides.map((stride) => (
              <button key={stride} type="button" className="button" onClick={() => advance(stride)}>
                + {stride}
              </button>
            ))}
            {reading.mode === 'frozen' ? (
              <button
                type="button"
                className="button"
                onClick={() => turn('POST /_emulator/v1/clock/resume', 'The clock runs on.')}
              >
                Resume
              </button>
            ) : (
              <button
                type="button"
                className="button"
                onClick={() => turn('POST /_emulator/v1/clock/freeze', 'The clock stands still.')}
              >
                Freeze
              </button>
            )}
          </div>
          <form className="one-line" onSubmit={(event) => advance(textOf(event, 'by'))}>
            <label htmlFor={by}>Advance by</label>
            <input id={by} name="by" className="field" required placeholder="3 days, 2h 30m" />
            <button type="submit" className="button">
              Advance
            </button>
          </form>
          <form
            className="one-line"
            onSubmit={(event) => {
              const text = textOf(event, 'to');
              move(() => askControl(session, 'POST /_emulator/v1/clock/set', { to: text }));
            }}
          >
            <label htmlFor={to}>Set to</label>
            <input
              id={to}
              name="to"
              className="field"
              required
              placeholder="2026-12-24, or 2026-12-24T18:00:00Z"
            />
            <button type="submit" className="button">
              Set
            </button>
          </form>
          <p className="none">
            What comes due on the way happens in order: reservations expire, retries run, promotions start. In
            the terminal: <code>hp clock advance 3 days</code>.
          </p>
        </div>
      )}
    </ControlPanel>
  );
}
