// Watches over the command of `hp exec`: `exec-guard.js <pid of the command> [<folder of its store>]`. Standard input
// ends with "done" when `hp` is through. Where it ends without, `hp` was killed: the command is ended with all that it
// started, and the folder removed, where there is one.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const pid = Number(process.argv[2]);
const folder = process.argv[3];
const graceMilliseconds = 3000;
const betweenLooks = 50;

/** The process and all below it, as the system knows them now. */
function withDescendants(root) {
  if (process.platform === 'win32') return [root];
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const found = [root];
  for (const parent of found) found.push(...pairs.filter(([, of]) => of === parent).map(([child]) => child));
  return found;
}

/** 0 only asks. Returns whether it was there, and ours to end: what changed its user must not save the others. */
function send(signal, to) {
  try {
    return process.kill(to, signal);
  } catch (error) {
    if (error.code === 'ESRCH' || error.code === 'EPERM') return false;
    throw error;
  }
}

function endAll() {
  let members;
  try {
    members = withDescendants(pid);
  } catch {
    // No `ps` here: the command itself can still be ended.
    members = [pid];
  }
  const deadline = Date.now() + graceMilliseconds;
  for (const member of members) send('SIGTERM', member);
  setInterval(() => {
    const left = members.filter((member) => send(0, member));
    if (left.length > 0 && Date.now() < deadline) return;
    for (const member of left) send('SIGKILL', member);
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.exit();
  }, betweenLooks);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);
let said = '';
process.stdin.on('data', (chunk) => {
  said += chunk;
});
process.stdin.on('end', () => (said === 'done' ? process.exit() : endAll()));
