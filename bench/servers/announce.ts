export interface Ready {
  readonly url: string;
  /** Empty where the server takes none. */
  readonly key: string;
}

export interface Usage {
  /** Microseconds. */
  readonly processorTime: number;
}

/** Tells the measuring process that this server answers, and, whenever asked, what it has used. */
export function announce(ready: Ready): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { processorTime: user + system };
    process.send?.(usage);
  });
  process.send?.(ready);
}
