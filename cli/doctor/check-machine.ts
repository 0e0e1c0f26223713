import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseDriver } from '../../runtime/store/sqlite/index.ts';
import { choosePort } from '../dev/choose-port.ts';
import { packageRoot } from '../package-root.ts';
import { allRunning } from '../project/running-store.ts';
import type { Check } from './finding.ts';

function isAtLeast(version: string, minimum: string): boolean {
  const [a, b] = [version, minimum].map((text) =>
    text
      .replace(/^[^\d]*/, '')
      .split('.')
      .map(Number),
  );
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export const checkNode: Check = async () => {
  const manifest: { engines: { node: string } } = JSON.parse(
    readFileSync(join(packageRoot(), 'package.json'), 'utf8'),
  );
  const needed = manifest.engines.node;
  if (isAtLeast(process.version, needed))
    return { subject: 'Node', state: 'fine', message: `${process.version} (${needed} is needed)` };
  return {
    subject: 'Node',
    state: 'fault',
    message: `${process.version} is too old; ${needed} is needed.`,
    fix: 'Install a newer Node from https://nodejs.org.',
  };
};

export const checkSqlite: Check = async () => {
  try {
    const driver = await chooseDriver();
    return { subject: 'SQLite', state: 'fine', message: `${driver.name} is in use` };
  } catch (error) {
    return {
      subject: 'SQLite',
      state: 'fault',
      message: error instanceof Error ? error.message : String(error),
      fix: 'Make one of them work as it says; with `npm install libsql` nothing has to be compiled.',
    };
  }
};

export const checkPorts: Check = async () => {
  const port = await choosePort(undefined);
  if (port === 4000) return { subject: 'Ports', state: 'fine', message: '4000 is free for `hp dev`' };
  const ours = (await allRunning()).find((store) => store.url.endsWith(':4000'));
  const holder = ours ? `hp dev of ${ours.directory} has 4000` : 'another program has 4000';
  return { subject: 'Ports', state: 'remark', message: `${holder}; \`hp dev\` would take ${port}` };
};
