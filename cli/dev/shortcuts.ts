import { emitKeypressEvents } from 'node:readline';

export interface Shortcut {
  readonly key: string;
  readonly title: string;
  run(): void;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly sequence?: string;
}

/** Calls `onKey` for each key pressed; returns how to give the keyboard back. */
export function readKeys(stdin: NodeJS.ReadStream, onKey: (key: string) => void): () => void {
  const listener = (_: string | undefined, key: Key) => {
    // In raw mode the terminal leaves Ctrl-C to us.
    if (key.ctrl && key.name === 'c') process.kill(process.pid, 'SIGINT');
    else if (!key.ctrl) onKey(key.sequence ?? '');
  };
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on('keypress', listener);
  stdin.resume();
  return () => {
    stdin.off('keypress', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
