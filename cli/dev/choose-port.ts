import { execa } from 'execa';
import getPort, { portNumbers } from 'get-port';
import { refused } from '../cli-error.ts';
import { allRunning } from '../project/running-store.ts';

const first = 4000;
const last = 4999;

/** Whoever listens on a port, as far as this machine tells. */
async function holderOf(port: number): Promise<string | undefined> {
  const ours = (await allRunning()).find((store) => store.url.endsWith(`:${port}`));
  if (ours) return `hp dev of ${ours.directory} (process ${ours.pid}) has it`;
  const listing = await execa('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fcp'], { reject: false });
  const pid = /^p(\d+)$/m.exec(listing.stdout ?? '')?.[1];
  const name = /^c(.+)$/m.exec(listing.stdout ?? '')?.[1];
  return pid ? `${name ?? 'a program'} (process ${pid}) has it` : undefined;
}

/** The port asked for, or 4000 or the next that is free; 0 stays 0, for any. */
export async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted === 0) return 0;
  if (wanted === undefined) return getPort({ port: portNumbers(first, last) });
  if ((await getPort({ port: wanted })) === wanted) return wanted;
  const holder = await holderOf(wanted);
  throw refused('port_taken', `Port ${wanted} is taken${holder ? `: ${holder}` : ''}.`, {
    fix: 'Choose another with --port, or leave it out to take the next free one.',
    details: { port: wanted, holder: holder ?? null },
  });
}
