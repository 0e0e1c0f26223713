import { type ChangeEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useJournalEntries } from '../../journal/journal-feed.tsx';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { ControlPanel } from './control-panel.tsx';
import { calls, type Recording, readRecording, recordingSummary } from './recording-words.ts';
import { saveFile } from './save-file.ts';
import { useControl } from './use-control.ts';

interface SavedFile {
  readonly name: string;
  readonly text: string;
}

function fileOf(storeId: string, recording: Recording): SavedFile {
  const name = `${storeId}-${recording.startedAt.slice(0, 10)}.recording.json`;
  return { name, text: `${JSON.stringify(recording, undefined, 2)}\n` };
}

function Unmatched({ messages }: { readonly messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <ul className="control-rows" aria-label="Asked, and not in the recording">
      {messages.map((message) => (
        <li key={message} className="failure-line">
          {message}
        </li>
      ))}
    </ul>
  );
}

const togetherMilliseconds = 300;

/** Asks again when something has happened: what is answered from a recording is no call that a provider could tell of. */
function Follow({ onChange }: { readonly onChange: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useJournalEntries(
    useCallback(() => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        onChange();
      }, togetherMilliseconds);
    }, [onChange]),
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}

/** What the store asks Stripe and PayPal: recorded to a file, or answered from one. */
export function RecordingsPanel() {
  const session = useSession();
  const field = useId();
  // Of the session that was ended last: a recording is nowhere else, and what did not match is to be read.
  const [saved, setSaved] = useState<SavedFile>();
  const [unmatched, setUnmatched] = useState<readonly string[]>([]);
  const load = useCallback(
    (signal: AbortSignal) => askControl(session, 'GET /_emulator/v1/recordings', {}, signal),
    [session],
  );
  const control = useControl(load);
  const { act, refresh } = control;
  const begin = () => {
    setSaved(undefined);
    setUnmatched([]);
  };
  const start = () =>
    act(async () => {
      await askControl(session, 'POST /_emulator/v1/recordings/start', {});
      begin();
      return 'It is recorded from now on: pay for something, then stop.';
    });
  const replay = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) =>
    act(async () => {
      const [file] = input.files ?? [];
      if (!file) return 'No file was chosen.';
      const text = await file.text();
      // So that the same file can be chosen again.
      input.value = '';
      const recording = readRecording(text, file.name);
      const { unused } = await askControl(session, 'POST /_emulator/v1/recordings/replay', { recording });
      begin();
      return `${calls(unused)} of ${file.name} are answered from now on.`;
    });
  const stop = () =>
    act(async () => {
      const { state, recording } = await askControl(session, 'POST /_emulator/v1/recordings/stop', {});
      setUnmatched(state.unmatched);
      if (!recording) return `Ended: ${calls(state.calls)} answered, ${state.unused} nobody made.`;
      const file = fileOf(session.store.id, recording);
      setSaved(file);
      saveFile(file.name, file.text);
      return `${calls(state.calls)} saved as ${file.name}.`;
    });
  return (
    <ControlPanel title="Recordings" what="the recordings" control={control}>
      {(state) => (
        <>
          <p className="nothing">
            {recordingSummary(state)}{' '}
            {state.mode === 'off' && (
              <>
                Record what the store asks Stripe and PayPal, without secrets and personal data, and replay it
                in tests with no provider and no keys. In the terminal: <code>hp recordings start</code>.
              </>
            )}
          </p>
          {state.mode !== 'off' && <Follow onChange={refresh} />}
          <Unmatched messages={state.mode === 'off' ? unmatched : state.unmatched} />
          <div className="one-line control-foot">
            {state.mode === 'off' ? (
              <>
                <button type="button" className="button" onClick={start}>
                  Record
                </button>
                <label htmlFor={field}>or replay</label>
                <input id={field} type="file" accept=".json" className="field" onChange={replay} />
              </>
            ) : (
              <button type="button" className="button" onClick={stop}>
                {state.mode === 'recording' ? 'Stop and save' : 'Stop'}
              </button>
            )}
            {saved && (
              <button type="button" className="button" onClick={() => saveFile(saved.name, saved.text)}>
                Save it again
              </button>
            )}
          </div>
        </>
      )}
    </ControlPanel>
  );
}
