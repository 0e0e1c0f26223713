import { lazy } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { Pending } from './components/pending.tsx';
import { JournalFeed } from './journal/journal-feed.tsx';
import { openSession, wantedStore } from './session/open-session.ts';
import type { Session } from './session/session.ts';
import { SessionContext } from './session/session-context.ts';
import { useLoaded } from './session/use-loaded.ts';
import { ApplicationFrame } from './shell/application-frame.tsx';
import { Overview } from './views/overview/overview.tsx';

const Activity = lazy(() => import('./views/activity/activity.tsx'));
const TraceView = lazy(() => import('./views/trace/trace-view.tsx'));
const Webhooks = lazy(() => import('./views/webhooks/webhooks.tsx'));
const DataFrame = lazy(() => import('./views/data/data-frame.tsx'));
const DataHome = lazy(() => import('./views/data/data-home.tsx'));
const CollectionView = lazy(() => import('./views/data/collection-view.tsx'));
const FindRecord = lazy(() => import('./views/data/find-record.tsx'));
const RecordView = lazy(() => import('./views/data/record-view.tsx'));
const Controls = lazy(() => import('./views/controls/controls.tsx'));
const InboxView = lazy(() => import('./views/inbox/inbox-view.tsx'));
const Tools = lazy(() => import('./views/tools/tools.tsx'));

/** What stands behind `#`, so that the page works below any path and every view has a link of its own. */
const router = createHashRouter([
  {
    element: <ApplicationFrame />,
    children: [
      { path: '/', element: <Overview /> },
      { path: '/activity/:entryId?', element: <Activity /> },
      { path: '/traces/:traceId', element: <TraceView /> },
      { path: '/webhooks/:tab?/:id?', element: <Webhooks /> },
      {
        path: '/data',
        element: <DataFrame />,
        children: [
          { index: true, element: <DataHome /> },
          { path: 'find/:id', element: <FindRecord /> },
          { path: ':collection', element: <CollectionView /> },
          { path: ':collection/:id', element: <RecordView /> },
        ],
      },
      { path: '/inbox/:mailId?', element: <InboxView /> },
      { path: '/controls', element: <Controls /> },
      { path: '/tools/:page?', element: <Tools /> },
      { path: '*', element: <NothingHere /> },
    ],
  },
]);

function NothingHere() {
  return (
    <p className="nothing">
      There is no such view. <a href="#/">Go to the overview</a>
    </p>
  );
}

function Application(session: Session) {
  return (
    <SessionContext value={session}>
      <JournalFeed>
        <RouterProvider router={router} />
      </JournalFeed>
    </SessionContext>
  );
}

/** The dashboard as an application: views of what the store holds and of what happens in it. */
export function DashboardPage() {
  const { loaded, reload } = useLoaded(openSession);
  return (
    <>
      <Pending of={loaded} what="the dashboard" onRetry={reload}>
        {Application}
      </Pending>
      {loaded.state === 'failed' && wantedStore() !== null && (
        <p className="nothing">
          The address asks for {wantedStore()}. <a href="dashboard">Open the project's own store</a>
        </p>
      )}
    </>
  );
}
