import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreLocalState } from '../../../emulator/index.ts';
import type { Project } from '../../project/find-project.ts';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

const fileOf = ({ stateDirectory }: Project) => join(stateDirectory, 'listen-secret');

/** The secret that `hp webhooks listen` made in a project, where it ever ran there. */
export function knownSecret(project: Project): string | undefined {
  const file = fileOf(project);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** What forwarded requests are signed with: the same in each run of a project, so that it is set up once. */
export function listenSecret(project: Project | undefined): string {
  if (!project) return newSecret();
  const known = knownSecret(project);
  if (known !== undefined) return known;
  ignoreLocalState({ directory: project.stateDirectory });
  const secret = newSecret();
  writeFileSync(fileOf(project), `${secret}\n`, { mode: 0o600 });
  return secret;
}
