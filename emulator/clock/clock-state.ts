/** How a store's clock differs from the machine's. Nothing is kept of one that doesn't. */
export interface ClockState {
  /** How far it is ahead while it runs, in milliseconds; negative after it stood still for a while. */
  readonly offset: number;
  /** Where it stands still; null while it runs. RFC 3339. */
  readonly frozenAt: string | null;
}

export const realTime: ClockState = { offset: 0, frozenAt: null };

export function isReal({ offset, frozenAt }: ClockState): boolean {
  return offset === 0 && frozenAt === null;
}

export function timeOf({ offset, frozenAt }: ClockState, machine: Date): Date {
  return frozenAt === null ? new Date(machine.getTime() + offset) : new Date(frozenAt);
}

/** The same clock at another time: one that runs goes on from there, one that is frozen stands there. */
export function movedTo(state: ClockState, time: Date, machine: Date): ClockState {
  if (state.frozenAt !== null) return { ...state, frozenAt: time.toISOString() };
  return { ...state, offset: time.getTime() - machine.getTime() };
}

export function frozen(state: ClockState, machine: Date): ClockState {
  return { ...state, frozenAt: timeOf(state, machine).toISOString() };
}

/** Goes on from where it stands: time that passed meanwhile has not passed for the store. */
export function resumed(state: ClockState, machine: Date): ClockState {
  if (state.frozenAt === null) return state;
  return { offset: Date.parse(state.frozenAt) - machine.getTime(), frozenAt: null };
}
