import { errorsAsJson } from '../../runtime/context/errors-as-json.ts';
import type { Terminal } from '../output/index.ts';
import { createFooter } from '../output/index.ts';
import type { DevEvent, ShowEvent } from './dev-events.ts';
import { eventLines } from './event-lines.ts';
import type { Shortcut } from './shortcuts.ts';

export interface Screen {
  readonly show: ShowEvent;
  /** The line of shortcuts at the bottom, or a question in its place. */
  setFooter(text: string): void;
}

/** `--json`: a line an event. A failure keeps the shape it has in the envelope. */
function jsonLine(event: DevEvent, moment: Date): string {
  const { event: name, ...rest } = event;
  return JSON.stringify({ event: name, time: moment.toISOString(), ...rest }, errorsAsJson);
}

export function createScreen(terminal: Terminal): Screen {
  const footer = createFooter(process.stdout, terminal.isInteractive);
  return {
    show(event) {
      const moment = new Date();
      if (terminal.json) terminal.result(jsonLine(event, moment));
      else footer.print(eventLines(event, moment, terminal.paint));
    },
    setFooter: (text) => footer.set(text),
  };
}

/** `o storefront  p playground …`, as much of it as fits on one line. */
export function shortcutLine(shortcuts: readonly Shortcut[], terminal: Terminal): string {
  let length = 0;
  return shortcuts
    .filter(({ key, title }) => {
      length += key.length + title.length + 3;
      return length < terminal.columns;
    })
    .map(({ key, title }) => `${terminal.paint.bold(key)} ${terminal.paint.dim(title)}`)
    .join('  ');
}
