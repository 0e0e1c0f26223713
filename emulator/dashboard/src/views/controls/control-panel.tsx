import type { ReactNode } from 'react';
import { ActionOutcome } from '../../components/action-outcome.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import type { useControl } from './use-control.ts';

interface ControlPanelProps<Value> {
  readonly title: string;
  /** What is loaded, for its notices: `the faults`. */
  readonly what: string;
  readonly control: ReturnType<typeof useControl<Value>>;
  readonly aside?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** A panel that shows what `useControl` has loaded, and below it what came of what was done. */
export function ControlPanel<Value>({ title, what, control, aside, children }: ControlPanelProps<Value>) {
  return (
    <Panel title={title} aside={aside}>
      <Pending of={control.loaded} what={what} onRetry={control.reload}>
        {children}
      </Pending>
      <ActionOutcome {...control.outcome} />
    </Panel>
  );
}
