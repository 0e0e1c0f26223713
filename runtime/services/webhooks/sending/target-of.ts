import type { StepsContext } from '../../../context/context.ts';
import { Problem } from '../../../contract/problem.ts';
import { OutgoingFailure } from '../../../outgoing/index.ts';
import type { StoredMessage } from '../deliveries/stored-message.ts';
import { isPartner } from '../endpoints/partner-endpoint.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';

export interface Target {
  readonly url: string;
  /** Beside those of the endpoint; not shown with the attempt. */
  readonly headers: Readonly<Record<string, string>>;
}

function pathOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'path' in data ? String(data.path) : '';
}

/**
 * Where a delivery goes now. A partner is reached by its connection, with its token, at the path that its mapping names;
 * the key lets it do the same thing once however often it is asked.
 * @throws {OutgoingFailure} where the connection can't be made.
 */
export async function targetOf(
  context: StepsContext,
  endpoint: StoredEndpoint,
  { id, data }: Pick<StoredMessage, 'id' | 'data'>,
): Promise<Target> {
  if (!isPartner(endpoint) || endpoint.key === null) return { url: endpoint.url, headers: {} };
  try {
    const connection = await context.connectionTo(endpoint.key);
    const { url, secrets } = connection ?? {};
    if (url === undefined) throw new OutgoingFailure('refused', 'The URL of the integration is not known.');
    const authorization = `Bearer ${secrets?.token ?? ''}`;
    return { url: `${url}${pathOf(data)}`, headers: { authorization, 'idempotency-key': id } };
  } catch (error) {
    if (error instanceof OutgoingFailure) throw error;
    if (error instanceof Problem) throw new OutgoingFailure('refused', `It was not sent: ${error.message}`);
    throw new OutgoingFailure('connection', 'The simulator could not be reached.', { cause: error });
  }
}
