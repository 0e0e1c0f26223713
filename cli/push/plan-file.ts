import { readFile, writeFile } from 'node:fs/promises';
import type { PushPlan } from '../../runtime/push/index.ts';
import { refused } from '../cli-error.ts';

function isPlan(value: unknown): value is PushPlan {
  if (typeof value !== 'object' || value === null) return false;
  const plan = value as Partial<PushPlan>;
  return (
    plan.format === 'headlesspro-plan-1' &&
    typeof plan.target === 'string' &&
    typeof plan.revision === 'number' &&
    [plan.steps, plan.conflicts, plan.remoteOnly].every(Array.isArray)
  );
}

/** Readable by its user only: it holds what the store is about to become. */
export async function savePlan(file: string, plan: PushPlan): Promise<void> {
  await writeFile(file, `${JSON.stringify(plan, null, 1)}\n`, { mode: 0o600 });
}

export async function loadPlan(file: string): Promise<PushPlan> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    throw refused('no_plan_file', `There is no file ${file}.`, {
      fix: 'Save a plan with `hp push --out plan.json`.',
      where: { file },
    });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined; // not JSON is not a plan either
  }
  if (isPlan(value)) return value;
  throw refused('not_a_plan', `${file} is not a plan that \`hp push --out\` saved.`, {
    fix: 'Save it again with `hp push --out plan.json`.',
    where: { file },
  });
}
