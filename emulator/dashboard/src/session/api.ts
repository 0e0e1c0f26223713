import type { ControlInput, ControlOutput } from '../../../controls/control.ts';
import type { Controls } from '../../../controls/index.ts';
import { fetchJson, type Session } from './session.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the API as the store's owner. The contract says what is answered. */
export function sendApi<Answer>(
  { secretKey }: Session,
  method: Method,
  path: string,
  options: {
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Answer> {
  const { body, headers, signal } = options;
  return fetchJson<Answer>(path, {
    method,
    headers: {
      authorization: `Bearer ${secretKey}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

export function fetchApi<Answer>(session: Session, path: string, signal: AbortSignal): Promise<Answer> {
  return sendApi(session, 'GET', path, { signal });
}

/** The values that there are, as a query string. */
export function queryOf(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : '';
}

type ControlOf = { [Id in keyof Controls as Controls[Id]['http']]: Controls[Id] };

/**
 * Asks the emulator for something. The route names the control, so that the compiler knows what it takes and answers
 * and its schemas need not be in the page.
 *
 * @example
 * await askControl(session, 'POST /_emulator/v1/clock/advance', { by: '3 days' });
 */
export function askControl<Route extends keyof ControlOf>(
  session: Session,
  route: Route,
  input: ControlInput<ControlOf[Route]>,
  signal?: AbortSignal,
): Promise<ControlOutput<ControlOf[Route]>> {
  const [method = '', template = ''] = route.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = template.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return value;
  });
  const isRead = method === 'GET' || method === 'DELETE';
  return sendApi(session, method as Method, isRead ? path + queryOf(rest) : path, {
    ...(!isRead && { body: rest }),
    ...(signal && { signal }),
  });
}
