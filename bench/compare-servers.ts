import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { type Load, perRequest } from './load.ts';
import type { Served } from './serve.ts';

const rounds = 15;

/** Judges requests a second of ours by those of a bare server. */
export async function compareServers(
  what: string,
  servers: { readonly bare: Served; readonly ours: Served },
  load: Load,
  atLeast: number,
): Promise<void> {
  const processor = { bare: [] as number[], ours: [] as number[] };
  const measured = (name: keyof typeof servers) => async () => {
    const { time, processorTime } = await perRequest(servers[name], load);
    processor[name].push(processorTime);
    return time;
  };
  const times = await interleave({ bare: measured('bare'), ours: measured('ours') }, rounds);
  const shown = (name: keyof typeof servers) =>
    `${median(times[name]).toFixed(0)} µs (${median(processor[name]).toFixed(0)} µs of its processor)`;
  console.log(`a request: bare ${shown('bare')}, ours ${shown('ours')}`);
  judge(what, ratioOf(times.bare, times.ours), { atLeast });
}
