import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What other commands may ask of a running `hp dev`: `hp reset`, `hp seed`, `hp snapshot restore`. */
export interface ControlActions {
  readonly reset: (seed: string) => Promise<unknown>;
  readonly seed: (seed: string) => Promise<unknown>;
  readonly restore: (snapshot: string) => Promise<unknown>;
}

export interface ControlServer {
  readonly url: string;
  close(): Promise<void>;
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header?.replace(/^Bearer /, '') ?? '');
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A door for this user's other commands, on a port of its own; the platform's port serves the store alone. */
export async function startControlServer(token: string, actions: ControlActions): Promise<ControlServer> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!isToken(request.headers.authorization, token)) return answer(401, { message: 'Not the token.' });
    if (request.method === 'GET') return answer(200, { pid: process.pid });
    try {
      // Sent by openStore of this same version.
      const { action, name } = JSON.parse(await text(request)) as {
        action: keyof ControlActions;
        name: string;
      };
      return answer(200, (await actions[action](name)) ?? {});
    } catch (error) {
      return answer(500, { message: error instanceof Error ? error.message : String(error) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
