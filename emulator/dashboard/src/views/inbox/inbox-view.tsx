import { useNavigate, useParams } from 'react-router';
import { useSession } from '../../session/session-context.ts';
import { Inbox } from './inbox.tsx';

/** Every mail that the store has written. */
export default function InboxView() {
  const session = useSession();
  const { mailId } = useParams();
  const navigate = useNavigate();
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>Inbox</h1>
      </header>
      <Inbox session={session} openId={mailId} onOpen={(id) => void navigate(`/inbox/${id}`)} />
    </div>
  );
}
