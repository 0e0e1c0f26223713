import { diffJson } from 'diff';
import { useCallback } from 'react';
import { CodeText } from '../../components/code-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { type Delivery, fetchDelivery } from './webhook-client.ts';

function bodyOf({ body }: Delivery): object | string {
  try {
    return JSON.parse(body ?? '{}');
  } catch {
    return body ?? '';
  }
}

function Difference([before, after]: readonly [Delivery, Delivery]) {
  const parts = diffJson(bodyOf(before), bodyOf(after));
  if (parts.length === 1) return <p className="nothing">They say the same.</p>;
  return (
    <CodeText label="Differences">
      {parts.map(({ value, added, removed }, place) => {
        const key = `${place}`;
        if (added) return <ins key={key}>{value}</ins>;
        if (removed) return <del key={key}>{value}</del>;
        return <span key={key}>{value}</span>;
      })}
    </CodeText>
  );
}

/** What two deliveries say differently, the first chosen before the second. */
export function DeliveryDiff({ first, second }: { readonly first: string; readonly second: string }) {
  const session = useSession();
  const load = useCallback(
    (signal: AbortSignal) =>
      Promise.all([fetchDelivery(session, first, signal), fetchDelivery(session, second, signal)]),
    [session, first, second],
  );
  const { loaded, reload } = useLoaded<readonly [Delivery, Delivery]>(load);
  return (
    <Panel title="Two deliveries compared">
      <Pending of={loaded} what="both deliveries" onRetry={reload}>
        {Difference}
      </Pending>
    </Panel>
  );
}
