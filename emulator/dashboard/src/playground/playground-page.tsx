import { lazy, Suspense } from 'react';
import { Pending } from '../components/pending.tsx';
import { fetchApi } from '../session/api.ts';
import { openSession } from '../session/open-session.ts';
import type { Session } from '../session/session.ts';
import { useLoaded } from '../session/use-loaded.ts';
import './playground-page.css';

/** The editor is most of what this page weighs; it comes while the session is being read. */
const editor = import('./editor.tsx');
const Editor = lazy(() => editor);

interface Channels {
  readonly channels: readonly { readonly key: string; readonly defaultCurrency: string }[];
}

export interface PlaygroundStart {
  readonly session: Session;
  /** The store's first channel: what a first query asks for. */
  readonly channel: Channels['channels'][number] | undefined;
}

async function start(signal: AbortSignal): Promise<PlaygroundStart> {
  const session = await openSession(signal);
  const { channels } = await fetchApi<Channels>(session, 'v1/store', signal);
  return { session, channel: channels[0] };
}

export function PlaygroundPage() {
  const { loaded, reload } = useLoaded(start);
  return (
    <Pending of={loaded} what="the playground" onRetry={reload}>
      {(ready) => (
        <Suspense
          fallback={
            <p className="opening" role="status">
              Opening the editor
            </p>
          }
        >
          <Editor {...ready} />
        </Suspense>
      )}
    </Pending>
  );
}
