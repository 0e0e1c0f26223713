/**
 * When the dispatcher looks for work. Only that: what is due then is decided by the clock of the business, so
 * these are the machine's timers also where that clock is moved.
 */
export interface Waking {
  /** Calls regularly. Returns how to stop it. */
  regularly(call: () => void): () => void;
  /** Calls once whatever is under way has had its turn. */
  soon(call: () => void): void;
}

const pollMilliseconds = 1000;

export const machineWaking: Waking = {
  regularly(call) {
    const timer = setInterval(call, pollMilliseconds);
    // Looking for work is no reason to keep a process alive.
    timer.unref();
    return () => clearInterval(timer);
  },
  soon: (call) => void setImmediate(call),
};
