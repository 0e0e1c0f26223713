import type { DescribedCommand } from './help/index.ts';
import type { Terminal } from './output/index.ts';

/** Everything a command may touch beside its flags. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The folder the command was typed in. */
  readonly directory: string;
  /** All commands, as help shows them. */
  commands(): readonly DescribedCommand[];
  readonly environment: NodeJS.ProcessEnv;
  /** Aborts on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /**
   * From here on signals go to this listener alone, each of them, and stop nothing here: for a command that passes
   * them on to another program. Returns how to give them back.
   */
  takeSignals(listener: (name: NodeJS.Signals) => void): () => void;
  /** Runs when the command ends, however it ends; the last one deferred runs first. */
  defer(cleanUp: () => unknown): void;
}
