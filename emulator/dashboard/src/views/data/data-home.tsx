import { Link } from 'react-router';
import { useSession } from '../../session/session-context.ts';
import { useContract } from './data-context.ts';

/** What there is to look at, before anything is chosen. */
export default function DataHome() {
  const { collections } = useContract();
  const { store } = useSession();
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>Data of {store.name}</h1>
      </header>
      <p className="none data-lead">
        {collections.length} kinds of records, as the store's own OpenAPI document describes them. What is
        changed here goes through the API: with its checks, its events and its webhooks.
      </p>
      <ul className="data-cards">
        {collections.map(({ key, name, list }) => (
          <li key={key}>
            <Link to={`/data/${key}`}>
              <strong>{name}</strong>
              <span className="none">{list.operation.summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
