import { startProxy as startPassing } from '../start-proxy.ts';

export interface RecordingProxy {
  readonly url: string;
  /** Bodies of all requests, as they went over the wire. */
  readonly bodies: readonly string[];
  /** Called with `POST /v1/…` before a request is passed on; what it returns is waited for. */
  onRequest(listener: (request: string) => unknown): void;
}

/** Stands between a command and a runtime: records what passes, and lets a test act at a certain request. */
export async function startProxy(target: string): Promise<RecordingProxy> {
  const bodies: string[] = [];
  let listener: (request: string) => unknown = () => undefined;
  const url = await startPassing({
    target: () => target,
    before(route, body) {
      bodies.push(body);
      return listener(route);
    },
  });
  return {
    ...{ url, bodies },
    onRequest: (next) => {
      listener = next;
    },
  };
}
