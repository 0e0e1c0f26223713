import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreLocalState } from '../../../emulator/index.ts';
import type { Project } from '../../project/find-project.ts';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

/** What forwarded requests are signed with: the same in each run of a project, so that it is set up once. */
export function listenSecret(project: Project | undefined): string {
  if (!project) return newSecret();
  const file = join(project.stateDirectory, 'listen-secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  ignoreLocalState({ directory: project.stateDirectory });
  const secret = newSecret();
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
