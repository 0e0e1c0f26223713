import type { Operation } from '../../runtime/contract/operation.ts';
import type { ProblemDefinition } from '../../runtime/contract/problem.ts';
import { problems } from '../../runtime/contract/problems.ts';
import { GenerationError } from './generation-error.ts';
import { byName } from './names.ts';
import type { SdkError } from './sdk-model.ts';
import type { ShapeReader } from './shape-reader.ts';

/** Every code that an answer can carry, those included that any operation may answer with. */
export function readErrors(operations: readonly Operation[], reader: ShapeReader): SdkError[] {
  const found = new Map<string, { readonly definition: ProblemDefinition; readonly source: string }>();
  const add = (definition: ProblemDefinition, source: string): void => {
    const existing = found.get(definition.code);
    if (existing && existing.definition !== definition) {
      throw new GenerationError(
        `Two different problems have the code "${definition.code}": "${existing.definition.title}" ` +
          `(${existing.source}) and "${definition.title}" (${source}). Rename one of them.`,
      );
    }
    if (!existing) found.set(definition.code, { definition, source });
  };
  for (const definition of Object.values<ProblemDefinition>(problems)) add(definition, 'every operation');
  for (const operation of operations) {
    for (const definition of operation.errors) add(definition, operation.id);
  }
  return [...found.values()]
    .map(({ definition: { code, status, title, hint, details } }) => ({
      code,
      status,
      title,
      hint,
      details: details && reader.readFields(details, `details of ${code}`),
    }))
    .sort((left, right) => byName(left.code, right.code));
}
