import type { Failure } from '../explain-failure.ts';

/**
 * What `--json` prints, the same on every command: one line on stdout.
 * docs/reference/cli.md describes it; `hp dev --json` prints a line for each event besides.
 */
export type Envelope =
  | { readonly ok: true; readonly command: string; readonly data: unknown }
  | { readonly ok: false; readonly command: string; readonly error: EnvelopeError };

export interface EnvelopeError {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
  readonly fix: string | null;
  readonly where: Failure['where'] | null;
  readonly exitCode: number;
  readonly details: unknown;
}

export function successEnvelope(command: string, data: unknown): string {
  return JSON.stringify({ ok: true, command, data: data ?? null } satisfies Envelope);
}

export function failureEnvelope(command: string, failure: Failure): string {
  const { code, kind, message, fix, where, exitCode, details } = failure;
  const error = {
    code,
    kind,
    message,
    fix: fix ?? null,
    where: where ?? null,
    exitCode,
    details: details ?? null,
  };
  return JSON.stringify({ ok: false, command, error } satisfies Envelope);
}
