import { useConnection } from '../journal/journal-feed.tsx';

/** Says over every view that what it shows is not live any more. */
export function ConnectionNotice() {
  const connection = useConnection();
  if (connection === 'lost')
    return (
      <p className="connection-notice" role="status">
        The emulator does not answer: trying again. Is <code>hp dev</code> still running?
      </p>
    );
  if (connection !== 'refused') return null;
  return (
    <div className="connection-notice" role="alert">
      <p>The emulator refuses the key of this page: the store was reset, or is gone.</p>
      <button type="button" className="button small" onClick={() => window.location.reload()}>
        Load the page again
      </button>
    </div>
  );
}
