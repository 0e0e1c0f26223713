import type { ControlOutput } from '../../emulator/controls/control.ts';
import type { ControlClient } from '../../emulator/controls/control-client.ts';
import type { Controls } from '../../emulator/controls/index.ts';
import type { PlatformFault } from './record-session.ts';

/** Opened one by one; the oldest say most about where it began. */
const mostRead = 100;

function faultOf({ at, status, type, detail }: ControlOutput<Controls['journal.get']>): PlatformFault {
  const { method = '', path = '', requestId = '' } = detail;
  return { time: at, method, path, status: Number(status), operation: type, requestId };
}

/** What the platform answered with 500 and above in the store of that client's key, the oldest first. */
export async function sandboxFaults(client: ControlClient): Promise<PlatformFault[]> {
  const { data } = await client.call('journal.list', { kind: 'request', status: '5xx', pageSize: 500 });
  const faults: PlatformFault[] = [];
  for (const { id } of data.reverse().slice(0, mostRead))
    faults.push(faultOf(await client.call('journal.get', { entryId: id })));
  return faults;
}
