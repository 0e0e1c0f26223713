import { lookUpProject } from '../project/find-project.ts';
import { checkNode, checkPorts, checkSqlite } from './check-machine.ts';
import {
  checkConfig,
  checkMail,
  checkPermissions,
  checkRunning,
  checkSdks,
  checkStorefront,
} from './check-project.ts';
import type { Check, Finding } from './finding.ts';

export type { Finding } from './finding.ts';

const checks: readonly Check[] = [
  checkNode,
  checkSqlite,
  checkPorts,
  checkConfig,
  checkMail,
  checkSdks,
  checkStorefront,
  checkPermissions,
  checkRunning,
];

/** Looks at everything that `hp` needs, and changes nothing. */
export async function examine(directory: string): Promise<Finding[]> {
  const project = lookUpProject(directory);
  const findings: Finding[] = [];
  for (const check of checks) {
    const finding = await check({ project, directory });
    if (finding) findings.push(finding);
  }
  return findings;
}
