import { type Passing, startProxy } from '../start-proxy.ts';

/** A server that answers as the one behind it, but for what a test changes. */
export function changingProxy(
  behind: string,
  change: (route: string, answer: Passing) => void,
): Promise<string> {
  return startProxy({ target: () => behind, change });
}
