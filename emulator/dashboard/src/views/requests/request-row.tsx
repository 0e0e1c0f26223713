import { CopyButton } from '../../components/copy-button.tsx';
import type { ShownRequest } from './request-stream.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

export function RequestRow({ request }: { readonly request: ShownRequest }) {
  const { time, method, path, status, milliseconds, operation, requestId } = request;
  return (
    <tr>
      <td>
        <time dateTime={time}>{clock.format(new Date(time))}</time>
      </td>
      <td>
        <code className={`method method-${method.toLowerCase()}`}>{method}</code>
      </td>
      <td className="path">
        <code title={path}>{path}</code>
      </td>
      <td>
        <span className={`status status-${Math.floor(status / 100)}`}>{status}</span>
      </td>
      <td className="number">{duration(milliseconds)}</td>
      <td>{operation ? <code>{operation}</code> : <span className="none">none</span>}</td>
      <td className="request-id">
        <code title={requestId}>{requestId}</code>
        <CopyButton text={requestId} what={`request id ${requestId}`} />
      </td>
    </tr>
  );
}
