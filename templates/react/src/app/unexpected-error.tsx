import { useRouteError } from 'react-router';
import { Failure } from '../loading/failure.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';

/** The last resort: a fault of this program itself. */
export function UnexpectedError() {
  const { texts } = usePreferences();
  const reason = useRouteError();
  const error = reason instanceof Error ? reason : new Error(String(reason));
  return <Failure error={error} retry={() => window.location.reload()} texts={texts} />;
}
