import type { FaultInput, FaultKind } from '../../emulator/faults/index.ts';
import { usage } from '../cli-error.ts';

/** The flags of `hp faults set`; most are a setting of the same name. */
interface FaultFlags {
  readonly operation?: string | undefined;
  readonly provider?: string | undefined;
  readonly route?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly after: boolean;
  readonly probability?: string | undefined;
  readonly seed?: number | undefined;
  readonly skip?: number | undefined;
  readonly times?: number | undefined;
  readonly delay?: string | undefined;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly 'retry-after'?: string | undefined;
  readonly copies?: number | undefined;
}

function probabilityOf(text: string): number {
  const probability = Number(text);
  if (probability > 0 && probability <= 1) return probability;
  throw usage('invalid_flag', `--probability ${text} is not a number above 0, up to 1.`, {
    fix: 'For one call in ten: `--probability 0.1`.',
  });
}

/** What was typed, as the control takes it. */
export function faultInput(kind: string, flags: FaultFlags): FaultInput {
  const { after, probability, 'retry-after': retryAfter, ...same } = flags;
  const given = {
    ...same,
    ...(after ? { when: 'after' } : {}),
    ...(probability === undefined ? {} : { probability: probabilityOf(probability) }),
    retryAfter,
  };
  const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  // One of the kinds that the command takes.
  return { kind: kind.replaceAll('-', '_') as FaultKind, ...settings };
}
