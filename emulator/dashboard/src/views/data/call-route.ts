import type { Route } from '../../contract/collections.ts';
import { type Method, queryOf, sendApi } from '../../session/api.ts';
import type { Session } from '../../session/session.ts';

export interface RouteCall {
  readonly inPath: Readonly<Record<string, unknown>>;
  readonly inQuery?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  /** The version that is to be changed, where the operation can be told. */
  readonly version?: number | undefined;
  readonly signal?: AbortSignal;
}

/** Calls an operation of the API. */
export function callRoute<Answer>(session: Session, route: Route, call: RouteCall): Promise<Answer> {
  const { inPath, inQuery = {}, body, version, signal } = call;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(inPath[name])),
  );
  return sendApi<Answer>(session, route.method as Method, path + queryOf(inQuery), {
    ...(body && { body }),
    ...(signal && { signal }),
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  });
}
