import { StoreBusy } from './errors.ts';

/** Lets one piece of work in at a time, in the order of asking. */
export class Mutex {
  readonly #waiting: (() => void)[] = [];
  readonly #patienceSeconds: number;
  #held = false;

  /** Whoever waits longer than this gets `StoreBusy`: waiting for oneself would last for ever. */
  constructor(patienceSeconds: number) {
    this.#patienceSeconds = patienceSeconds;
  }

  get isHeld(): boolean {
    return this.#held;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#acquire();
    try {
      return await work();
    } finally {
      this.#release();
    }
  }

  #acquire(): Promise<void> | undefined {
    if (!this.#held) {
      this.#held = true;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new StoreBusy(`${this.#patienceSeconds} seconds`));
      }, this.#patienceSeconds * 1000);
      this.#waiting.push(enter);
    });
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#held = false;
  }
}
