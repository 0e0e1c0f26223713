// Runs a storefront's dev server for `hp dev`, in a process group of its own, and ends the whole group when its
// standard input closes. That happens however `hp dev` ends, SIGKILL included, so nothing is left running.
import { spawn } from 'node:child_process';

const [command] = process.argv.slice(2);
const graceMilliseconds = 3000;
const betweenLooks = 20;
const hasGroups = process.platform !== 'win32';

const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], detached: hasGroups });
let exitCode;
let isStopping = false;

/** Sends a signal to everything the command started; 0 only asks. Returns whether something was there. */
function signalGroup(name) {
  try {
    return hasGroups ? process.kill(-child.pid, name) : exitCode === undefined && child.kill(name);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Ends when the last of the group is gone: the shell goes before what it started. */
function stop() {
  if (isStopping) return;
  isStopping = true;
  if (!signalGroup('SIGTERM')) process.exit(exitCode ?? 0);
  const deadline = Date.now() + graceMilliseconds;
  setInterval(() => {
    if (!signalGroup(0)) process.exit(exitCode ?? 0);
    if (Date.now() > deadline) signalGroup('SIGKILL');
  }, betweenLooks);
}

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, stop);
process.stdin.on('end', stop).on('error', stop);
process.stdin.resume();
// The output's reader may be gone already; that must not keep us from stopping.
process.stdout.on('error', stop);
process.stderr.on('error', stop);
child.on('exit', (code, signal) => {
  exitCode = code ?? (signal ? 1 : 0);
  stop();
});
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
