import { type Call, type Fault, noticesPrefix } from './fault.ts';

/** Whether a name is one that a pattern means: itself, `catalog.*` what begins so, `*` everything. */
export function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

export function isMeantFor(fault: Fault, call: Call): boolean {
  if (call.door === 'operation')
    return fault.operation !== null && matches(fault.operation, call.operationId);
  if (call.door === 'provider')
    return fault.provider === call.provider && (fault.route === null || fault.route === call.route);
  const { endpoint } = fault;
  if (endpoint === null) return false;
  // `*` means what the shop tells others, and neither what it asks nor what it is told.
  if (call.door === 'question') return endpoint !== '*' && matches(endpoint, call.service);
  if (call.door === 'notice')
    return endpoint.startsWith(noticesPrefix) && matches(endpoint, `${noticesPrefix}${call.provider}`);
  return [call.endpointId, call.key].some((name) => name !== null && matches(endpoint, name));
}

export function isUsedUp({ times, struck }: Fault): boolean {
  return times !== null && struck >= times;
}

export interface Verdict {
  /** What strikes, counted; undefined where the call goes by unharmed. */
  readonly struck: Fault | undefined;
  /** All faults as they are after the call. */
  readonly faults: readonly Fault[];
}

/**
 * Which fault strikes a call: of those meant for it the first, in the order in which they were set, that is due and
 * whose draw is below its probability. What stands behind it is not asked, and so never strikes the same call.
 *
 * @param draw A number from 0 up to 1 for the nth call of a fault, counted from 1; the same each time.
 */
export function faultFor(
  faults: readonly Fault[],
  call: Call,
  draw: (fault: Fault, nth: number) => number,
): Verdict {
  let struck: Fault | undefined;
  const after = faults.map((fault) => {
    if (struck || isUsedUp(fault) || !isMeantFor(fault, call)) return fault;
    const calls = fault.calls + 1;
    const strikes = calls > fault.skip && draw(fault, calls) < fault.probability;
    const counted = { ...fault, calls, struck: fault.struck + (strikes ? 1 : 0) };
    if (strikes) struck = counted;
    return counted;
  });
  return { struck, faults: after };
}
