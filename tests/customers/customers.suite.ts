import type { OpenEngine } from '../catalog/given-store.ts';
import { accountsSuite } from './accounts.suite.ts';
import { ownThingsSuite } from './own-things.suite.ts';
import { sessionsSuite } from './sessions.suite.ts';
import { signInsSuite } from './sign-ins.suite.ts';

/** What customers and their sign-in promise, through the HTTP door, whatever engine stores them. */
export function customersSuite(engineName: string, openEngine: OpenEngine): void {
  signInsSuite(engineName, openEngine);
  sessionsSuite(engineName, openEngine);
  ownThingsSuite(engineName, openEngine);
  accountsSuite(engineName, openEngine);
}
