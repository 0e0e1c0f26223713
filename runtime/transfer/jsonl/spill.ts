import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLines } from './read-lines.ts';

/** Values put aside on disk, to be read again in their order: memory stays the same however many they are. */
export class Spill<Value> {
  #directory: string | undefined;
  #file: WriteStream | undefined;

  async add(value: Value): Promise<void> {
    if (!this.#file) {
      this.#directory = await mkdtemp(join(tmpdir(), 'hp-import-'));
      this.#file = createWriteStream(join(this.#directory, 'later.jsonl'), { mode: 0o600 });
    }
    if (!this.#file.write(`${JSON.stringify(value)}\n`)) await once(this.#file, 'drain');
  }

  async *values(): AsyncGenerator<Value> {
    const file = this.#file;
    if (!file) return;
    file.end();
    await once(file, 'finish');
    for await (const { text } of readLines(createReadStream(file.path, { encoding: 'utf8' }))) {
      yield JSON.parse(text) as Value; // what `add` wrote
    }
  }

  /** Leaves nothing behind. */
  async remove(): Promise<void> {
    this.#file?.destroy();
    if (this.#directory) await rm(this.#directory, { recursive: true, force: true });
  }
}
