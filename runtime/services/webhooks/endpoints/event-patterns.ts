import { fitsPattern } from '../../../store/fits-pattern.ts';

/** Events of webhooks themselves: not part of `*`, so that an endpoint for everything does not hear of its own replays. */
const own = 'webhook_endpoint.';

/** Whether an endpoint that takes these patterns takes events of that type. */
export function takesEvent(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => fitsPattern(pattern, type) && !(pattern === '*' && type.startsWith(own)));
}

/** Those that no event type fits: misspelt, most likely. */
export function unknownPatterns(patterns: readonly string[], types: Iterable<string>): string[] {
  const known = [...types];
  return patterns.filter((pattern) => pattern !== '*' && !known.some((type) => takesEvent([pattern], type)));
}
