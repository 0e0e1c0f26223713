import { Link, useParams } from 'react-router';
import { CatchAll } from './catch-all.tsx';
import { Deliveries } from './deliveries.tsx';
import { Endpoints } from './endpoints.tsx';
import { HandlerCode } from './handler-code.tsx';
import { SignatureCheck } from './signature-check.tsx';
import './webhooks.css';

const tabs = {
  deliveries: { name: 'Deliveries', Tab: Deliveries },
  endpoints: { name: 'Endpoints', Tab: Endpoints },
  receive: { name: 'Catch-all URLs', Tab: CatchAll },
  signature: { name: 'Check a signature', Tab: SignatureCheck },
  handler: { name: 'Handler code', Tab: HandlerCode },
} as const;

function isTab(name: string): name is keyof typeof tabs {
  return Object.hasOwn(tabs, name);
}

/** What is sent to other programs, and what they said. */
export default function Webhooks() {
  const { tab = 'deliveries', id } = useParams();
  const { Tab } = tabs[isTab(tab) ? tab : 'deliveries'];
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>Webhooks</h1>
        <nav className="buttons" aria-label="About webhooks">
          {Object.entries(tabs).map(([path, { name }]) => (
            <Link
              key={path}
              className="button"
              to={`/webhooks/${path}`}
              aria-current={path === tab ? 'page' : undefined}
            >
              {name}
            </Link>
          ))}
        </nav>
      </header>
      <Tab id={id} />
    </div>
  );
}
