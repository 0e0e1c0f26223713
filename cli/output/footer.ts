/** Lines that scroll above one that stays at the bottom. */
export interface Footer {
  print(lines: readonly string[]): void;
  /** Replaces the line that stays; empty takes it away. */
  set(text: string): void;
}

const eraseLine = '\r\u001b[2K';

/**
 * Writes plainly where there is no terminal.
 */
export function createFooter(stream: NodeJS.WriteStream, isInteractive: boolean): Footer {
  let footer = '';
  return {
    print(lines) {
      const text = lines.map((line) => `${line}\n`).join('');
      stream.write(isInteractive && footer !== '' ? eraseLine + text + footer : text);
    },
    set(text) {
      if (isInteractive) stream.write(eraseLine + text);
      footer = text;
    },
  };
}
