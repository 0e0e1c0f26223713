import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ControlClient } from '../controls/control-client.ts';
import { NotRecorded, type TestRecordings } from './test-recordings.ts';

function pathOf(file: string | URL): string {
  return file instanceof URL ? fileURLToPath(file) : resolve(file);
}

/** Where a recording goes. Throws where it would replace one. */
function targetOf(file: string | URL | undefined, mayReplace: boolean): string {
  if (file === undefined)
    throw new Error("What was recorded goes to a file: stop('checkout.recording.json').");
  const path = pathOf(file);
  if (mayReplace || !existsSync(path)) return path;
  throw new Error(`${path} exists: remove it, or replace it with stop(file, { replace: true }).`);
}

export function createTestRecordings(controls: ControlClient): TestRecordings {
  const show = () => controls.call('recordings.show', {});
  return {
    show,
    async start() {
      await controls.call('recordings.start', {});
    },
    async replay(file) {
      // What it must hold is checked where it arrives.
      const recording = JSON.parse(readFileSync(pathOf(file), 'utf8'));
      await controls.call('recordings.replay', { recording });
    },
    async stop(file, { replace = false } = {}) {
      const { mode } = await show();
      const target = mode === 'recording' ? targetOf(file, replace) : undefined;
      // Before it ends: a recording is nowhere else.
      if (target !== undefined) mkdirSync(dirname(target), { recursive: true });
      const { state, recording } = await controls.call('recordings.stop', {});
      if (target !== undefined) writeFileSync(target, `${JSON.stringify(recording, undefined, 2)}\n`);
      if (state.unmatched.length > 0) throw new NotRecorded(state.unmatched);
      return state;
    },
  };
}
