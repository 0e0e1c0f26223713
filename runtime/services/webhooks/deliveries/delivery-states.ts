import type { StoredAttempt, StoredDelivery } from './stored-delivery.ts';

type State = StoredDelivery['state'];

/** The life of a delivery, as data. It emits no events: events about the sending of events would have no end. */
export const deliveryMoves = [
  { from: 'pending', to: 'delivered', move: 'take', guard: 'the endpoint answered 2xx' },
  // A dead letter whose last try was still under way when it was given up.
  { from: 'dead', to: 'delivered', move: 'take', guard: 'the endpoint answered 2xx' },
  { from: 'pending', to: 'pending', move: 'put off', guard: 'it failed, and tries are left' },
  { from: 'pending', to: 'dead', move: 'give up', guard: 'no try is left, or the endpoint is gone' },
  { from: 'pending', to: 'pending', move: 'replay', guard: 'somebody asks for it' },
  { from: 'delivered', to: 'pending', move: 'replay', guard: 'somebody asks for it' },
  { from: 'dead', to: 'pending', move: 'replay', guard: 'somebody asks for it' },
] as const satisfies readonly { from: State; to: State; move: string; guard: string }[];

type Move = (typeof deliveryMoves)[number]['move'];

function allows(state: State, move: Move): boolean {
  return deliveryMoves.some((row) => row.from === state && row.move === move);
}

/** Attempts kept with a delivery. */
const keptAttempts = 50;

/** What came of a try of a delivery, or of having to wait for its turn. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly attempt: StoredAttempt }
  | { readonly kind: 'gone'; readonly attempt: StoredAttempt }
  /** `retryAt` is null where no try is left. */
  | { readonly kind: 'failed'; readonly attempt: StoredAttempt; readonly retryAt: string | null }
  /** Behind an earlier event of its subject. */
  | { readonly kind: 'waiting'; readonly until: string }
  | { readonly kind: 'lost'; readonly error: string };

function withAttempt(delivery: StoredDelivery, attempt: StoredAttempt): StoredDelivery {
  return {
    ...delivery,
    attempts: [...(delivery.attempts ?? []), attempt].slice(-keptAttempts),
    attemptCount: delivery.attemptCount + 1,
    tries: delivery.tries + 1,
    lastAttemptAt: attempt.at,
    lastStatus: attempt.response?.status ?? null,
    lastError: attempt.error,
  };
}

/** A delivery after an outcome; the same object where its state allows no change any more. */
export function afterOutcome(delivery: StoredDelivery, outcome: Outcome, now: Date): StoredDelivery {
  const { state } = delivery;
  switch (outcome.kind) {
    case 'waiting':
      return state === 'pending' ? { ...delivery, nextAttemptAt: outcome.until } : delivery;
    case 'lost':
      if (!allows(state, 'give up')) return delivery;
      return { ...delivery, state: 'dead', nextAttemptAt: null, lastError: outcome.error };
    case 'delivered': {
      const tried = withAttempt(delivery, outcome.attempt);
      if (!allows(state, 'take')) return tried;
      return { ...tried, state: 'delivered', nextAttemptAt: null, deliveredAt: now.toISOString() };
    }
    case 'failed':
    case 'gone': {
      const tried = withAttempt(delivery, outcome.attempt);
      if (!allows(state, 'put off')) return tried;
      const retryAt = outcome.kind === 'failed' ? outcome.retryAt : null;
      return { ...tried, state: retryAt === null ? 'dead' : 'pending', nextAttemptAt: retryAt };
    }
  }
}

/** A delivery that is sent again, at once and with all its tries. */
export function replayed(delivery: StoredDelivery, now: Date): StoredDelivery {
  return { ...delivery, state: 'pending', tries: 0, nextAttemptAt: now.toISOString(), deliveredAt: null };
}

/** A delivery of an endpoint that was disabled. */
export function abandoned(delivery: StoredDelivery): StoredDelivery {
  if (!allows(delivery.state, 'give up')) return delivery;
  const lastError = delivery.lastError ?? 'It was not sent: the endpoint was disabled.';
  return { ...delivery, state: 'dead', nextAttemptAt: null, lastError };
}
