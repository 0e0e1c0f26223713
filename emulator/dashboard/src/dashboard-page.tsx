import { lazy } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { Pending } from './components/pending.tsx';
import { JournalFeed } from './journal/journal-feed.tsx';
import { fetchSession, type Session } from './session/session.ts';
import { SessionContext } from './session/session-context.ts';
import { useLoaded } from './session/use-loaded.ts';
import { ApplicationFrame } from './shell/application-frame.tsx';
import { Overview } from './views/overview/overview.tsx';

const Activity = lazy(() => import('./views/activity/activity.tsx'));
const TraceView = lazy(() => import('./views/trace/trace-view.tsx'));
const Webhooks = lazy(() => import('./views/webhooks/webhooks.tsx'));
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
      { path: '/inbox/:mailId?', element: <InboxView /> },
      { path: '/tools', element: <Tools /> },
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
  const { loaded, reload } = useLoaded(fetchSession);
  return (
    <Pending of={loaded} what="the dashboard" onRetry={reload}>
      {Application}
    </Pending>
  );
}
