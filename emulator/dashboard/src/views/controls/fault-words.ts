import type { ControlOutput } from '../../../../controls/control.ts';
import type { faultControls } from '../../../../faults/fault-controls.ts';
import { words } from '../../contract/words.ts';

export type Fault = ControlOutput<(typeof faultControls)['faults.set']>;

/** What a fault does, and to what: `error 503 at the operation catalog.*`. */
export function faultSummary(fault: Fault): string {
  const { kind, operation, provider, route, endpoint, delayMilliseconds, status, code } = fault;
  const how = [
    words(kind),
    ...(status > 0 ? [String(status)] : []),
    ...(code === null ? [] : [code]),
    ...(delayMilliseconds > 0 ? [`of ${delayMilliseconds} ms`] : []),
  ].join(' ');
  if (operation !== null) return `${how} at the operation ${operation}`;
  if (endpoint !== null) return `${how} at the endpoint ${endpoint}`;
  return `${how} at the provider ${provider}${route === null ? '' : `, ${route}`}`;
}

/** How often it strikes, and did. */
export function faultCount({ probability, times, skip, calls, struck }: Fault): string {
  const parts = [
    ...(probability < 1 ? [`${Math.round(probability * 100)} % of calls`] : ['each call']),
    ...(skip > 0 ? [`after the first ${skip}`] : []),
    ...(times === null ? [] : [`${times} ${times === 1 ? 'time' : 'times'}`]),
    `struck ${struck} of ${calls}`,
  ];
  return parts.join(', ');
}
