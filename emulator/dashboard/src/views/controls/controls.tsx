import { useSession } from '../../session/session-context.ts';
import { ClockPanel } from './clock-panel.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { RecordingsPanel } from './recordings-panel.tsx';
import { SandboxesPanel } from './sandboxes-panel.tsx';
import { SnapshotsPanel } from './snapshots-panel.tsx';
import './controls.css';

/** What the emulator can do with a store: its time, its states, copies of it, what goes wrong in it, and what providers answer. */
export default function Controls() {
  const { store } = useSession();
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>Controls of {store.name}</h1>
      </header>
      <div className="columns">
        <div className="column">
          <ClockPanel />
          <FaultsPanel />
          <RecordingsPanel />
        </div>
        <div className="column">
          <SnapshotsPanel />
          <SandboxesPanel />
        </div>
      </div>
    </div>
  );
}
