// Runs a storefront's dev server for `hp dev`, in a process group of its own, and ends the whole group when its
// standard input closes. That happens however `hp dev` ends, SIGKILL included, so nothing is left running.
import { spawn } from 'node:child_process';

const [command] = process.argv.slice(2);
const graceMilliseconds = 3000;
let isStopping = false;

const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });

function signalGroup(name) {
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-process.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function stop() {
  if (isStopping) return;
  isStopping = true;
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), graceMilliseconds).unref();
}

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, stop);
process.stdin.on('end', stop).on('error', stop).resume();
// The output's reader may be gone already; that must not keep us from stopping.
process.stdout.on('error', stop);
process.stderr.on('error', stop);
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
