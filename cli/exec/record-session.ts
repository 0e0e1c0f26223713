import type { Emulator } from '../../emulator/index.ts';
import type { Logger } from '../../runtime/context/context.ts';

/** An answer of the platform that no test asked for: a fault of it, or of what it was built on. */
export interface PlatformFault {
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly operation: string | null;
  readonly requestId: string;
}

interface LogLine {
  readonly time: string;
  readonly level: 'warn' | 'error';
  readonly message: string;
  readonly details: object;
}

/** More than that is noise, and the oldest says most about where it began. */
const mostKept = 1000;

/** What happened while the command ran, beside what the store itself keeps. */
export interface Recording {
  readonly log: Logger;
  readonly faults: readonly PlatformFault[];
  readonly lines: readonly LogLine[];
  requests(): number;
  follow(emulator: Pick<Emulator, 'onRequest'>): void;
}

export function recordSession(): Recording {
  const lines: LogLine[] = [];
  const faults: PlatformFault[] = [];
  let requests = 0;
  const keep = (level: LogLine['level']) => (details: object, message: string) => {
    if (lines.length < mostKept) lines.push({ time: new Date().toISOString(), level, message, details });
  };
  return {
    log: { debug: () => undefined, info: () => undefined, warn: keep('warn'), error: keep('error') },
    faults,
    lines,
    requests: () => requests,
    follow(emulator) {
      emulator.onRequest(({ time, method, path, status, operation, requestId }) => {
        requests += 1;
        if (status < 500 || faults.length >= mostKept) return;
        faults.push({ time, method, path, status, requestId, operation: operation ?? null });
      });
    },
  };
}
