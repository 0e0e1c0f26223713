import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./sending-process.ts', import.meta.url));

/** A process that sends what a store has to send, from a file or a database. */
export function startSender(place: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program, place], { stdio: 'inherit' });
}

/** Without a word of warning. */
export async function kill(sender: ChildProcess): Promise<void> {
  const exit = once(sender, 'exit');
  sender.kill('SIGKILL');
  await exit;
}
