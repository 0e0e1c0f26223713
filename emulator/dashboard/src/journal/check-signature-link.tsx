import { Link } from 'react-router';
import type { Message } from './body-view.tsx';
import { signedPartsOf } from './signed-parts.ts';

/** To where the signature of a message is checked, with all but the secret filled in; nothing where it carries none. */
export function CheckSignatureLink({ message }: { readonly message: Message | null | undefined }) {
  const parts = message && signedPartsOf(message);
  if (!parts) return null;
  return (
    <Link className="button" to="/webhooks/signature" state={parts}>
      Check the signature
    </Link>
  );
}
