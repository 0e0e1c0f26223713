import { CopyButton } from '../../components/copy-button.tsx';
import { useSession } from '../../session/session-context.ts';

/** How something comes to be there. */
export function NothingYet() {
  const { api, publishableKey } = useSession();
  const command = `curl '${api}/v1/products' -H 'authorization: Bearer ${publishableKey}'`;
  return (
    <div className="nothing">
      <p>Nothing has happened yet. Open the storefront, or ask for something:</p>
      <p className="command">
        <code>{command}</code>
        <CopyButton text={command} what="the command" />
      </p>
    </div>
  );
}
