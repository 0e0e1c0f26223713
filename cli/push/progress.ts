import { createFooter, type Terminal } from '../output/index.ts';

export interface Progress {
  show(done: number, total: number): void;
  end(): void;
}

/** How far staging has come, at a terminal; a push is seconds, or minutes where there are many files. */
export function showProgress(terminal: Terminal, name: string): Progress {
  const footer = createFooter(terminal.notes, terminal.isInteractive);
  return {
    show(done, total) {
      const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
      footer.set(done < total ? `  ${counts} changes sent to ${name}` : `  ${name} is applying them …`);
    },
    end: () => footer.set(''),
  };
}
