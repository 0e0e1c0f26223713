import { createFooter } from './footer.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** `fraction` is 0 to 1, or undefined where the end is not known. */
  update(fraction: number | undefined, text: string): void;
  /** Takes the bar away. */
  end(): void;
}

const width = 24;

function bar(fraction: number): string {
  const full = Math.round(Math.min(1, fraction) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(fraction * 100)).padStart(3)} %`;
}

/** A bar that moves at a terminal; elsewhere a line now and then, so that a log shows that it goes on. */
export function createProgress(terminal: Terminal): Progress {
  const footer = createFooter(terminal.notes, terminal.isInteractive);
  const pause = terminal.isInteractive ? 100 : 10_000;
  let shownAt = performance.now();
  return {
    update(fraction, text) {
      const now = performance.now();
      if (now - shownAt < pause) return;
      shownAt = now;
      if (terminal.isInteractive) {
        footer.set(`${fraction === undefined ? '' : `${terminal.paint.cyan(bar(fraction))} `}${text}`);
      } else terminal.note(fraction === undefined ? text : `${Math.floor(fraction * 100)} % ${text}`);
    },
    end() {
      if (terminal.isInteractive) footer.set('');
    },
  };
}
