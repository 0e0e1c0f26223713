import type { Hooks } from './options.ts';

/** With HEADLESSPRO_LOG=info a line for each answer and retry, with `debug` for each request too. */
export function loggingHooks(level: string | undefined, hooks: Hooks = {}): Hooks {
  if (level !== 'info' && level !== 'debug') return hooks;
  return {
    onRequest(event) {
      if (level === 'debug') console.error(`${event.method} ${event.url} (attempt ${event.attempt})`);
      hooks.onRequest?.(event);
    },
    onResponse(event) {
      console.error(
        `${event.method} ${event.url} ${event.status} in ${Math.round(event.milliseconds)} ms (request ${event.requestId})`,
      );
      hooks.onResponse?.(event);
    },
    onRetry(event) {
      console.error(`${event.error.message} Retrying in ${Math.round(event.waitMilliseconds)} ms.`);
      hooks.onRetry?.(event);
    },
    onMismatch(event) {
      console.error(event.message);
      hooks.onMismatch?.(event);
    },
  };
}
