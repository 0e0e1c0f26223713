import { createClient } from '../../runtime/client/index.ts';
import type { Control, ControlInput, ControlOutput } from './control.ts';
import { type Controls, controls } from './index.ts';
import { readEvents } from './read-events.ts';

export interface ControlClientOptions {
  /** Base URL of an emulator: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Of the store or sandbox that it is about. */
  readonly secretKey: string;
}

type StreamId = {
  [Id in keyof Controls]: Controls[Id] extends { isStream: true } ? Id : never;
}[keyof Controls];

/** Asks a running emulator for something. */
export interface ControlClient {
  /** @throws {ClientProblem | ClientUnreachable} */
  call<Id extends Exclude<keyof Controls, StreamId>>(
    id: Id,
    input: ControlInput<Controls[Id]>,
  ): Promise<ControlOutput<Controls[Id]>>;
  /**
   * Messages as they come, until the signal is aborted or the emulator ends.
   * @throws {ClientProblem | ClientUnreachable}
   */
  listen<Id extends StreamId>(
    id: Id,
    input: ControlInput<Controls[Id]>,
    signal: AbortSignal,
  ): AsyncIterable<ControlOutput<Controls[Id]>>;
}

/**
 * @example
 * const client = createControlClient({ url: 'http://127.0.0.1:4000', secretKey });
 * await client.call('status.show', {});
 */
export function createControlClient(options: ControlClientOptions): ControlClient {
  const client = createClient(options);
  return {
    async call<Id extends Exclude<keyof Controls, StreamId>>(id: Id, input: ControlInput<Controls[Id]>) {
      // Answered by the handler of this very control.
      return (await client.execute(controls[id], asRecord(input))) as ControlOutput<Controls[Id]>;
    },
    listen(id, input, signal) {
      const control: Control = controls[id];
      const open = () => client.open(control, asRecord(input), signal);
      return readEvents({ url: client.url, open }, signal);
    },
  };
}

/** The input of a control is an object by its schema, which the compiler can't see of one that is not known yet. */
function asRecord(input: unknown): Readonly<Record<string, unknown>> {
  return input as Readonly<Record<string, unknown>>;
}
