import { type CliError, usage } from '../../cli-error.ts';
import { nearestName } from '../../nearest-name.ts';

export interface Override {
  readonly step: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** `3`, `true`, `{"a":1}` are JSON; everything else is text. */
function overrideValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Reads `cart.email=bob@example.com`: the step of the recipe, then the place in its input.
 * @throws {CliError} `bad_override`, `unknown_step`
 */
export function parseOverride(text: string, steps: readonly string[]): Override {
  const [, step = '', path = '', value = ''] = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(text) ?? [];
  if (step === '') {
    throw usage('bad_override', `--override ${text} is not written as step.path=value.`, {
      fix: 'Write it as --override cart.email=bob@example.com.',
    });
  }
  if (!steps.includes(step)) {
    const nearest = nearestName(step, steps);
    throw usage('unknown_step', `No step of this event is called "${step}".`, {
      fix: nearest ? `Did you mean ${nearest}?` : `There is ${steps.join(', ')}.`,
      details: { step, steps },
    });
  }
  return { step, path: path.split('.'), value: overrideValue(value) };
}

function noPlace(place: string): CliError {
  return usage('no_such_place', `--override: "${place}" stands where a list is, and is no place in it.`, {
    fix: 'Name the places of a list by numbers from 0: --override cart.lines.0.quantity=3.',
  });
}

/** A copy with the value at the place; numbers in a path are places in a list. */
function withValue(target: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(target)) {
    if (!/^\d+$/.test(first)) throw noPlace(first);
    const place = Number(first);
    const copy = [...target];
    copy[place] = withValue(target[place], rest, value);
    return copy;
  }
  const record = typeof target === 'object' && target !== null ? target : {};
  return { ...record, [first]: withValue((record as Record<string, unknown>)[first], rest, value) };
}

export function withOverrides(
  step: string,
  input: Readonly<Record<string, unknown>>,
  overrides: readonly Override[],
): Readonly<Record<string, unknown>> {
  return overrides
    .filter((override) => override.step === step)
    .reduce((changed, { path, value }) => ({ ...(withValue(changed, path, value) as object) }), input);
}
