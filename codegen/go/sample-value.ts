import type { SdkField, SdkOperation, SdkType } from '../model/index.ts';
import type { GoModel } from './go-model.ts';

/**
 * An input for an example where the contract has none: what must be given, or one field of a change. The values say
 * no more than what they are.
 */
export function sampleOf({ input, http }: SdkOperation, model: GoModel): Readonly<Record<string, unknown>> {
  const fields = model.shapeNamed(input?.shape ?? '')?.fields ?? [];
  const required = fields.filter((field) => field.isRequired);
  const shown = required.length === 0 && http.method === 'PATCH' ? fields.slice(0, 1) : required;
  return samplesOf(shown, model);
}

function samplesOf(fields: readonly SdkField[], model: GoModel): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, type }) => [name, sample(type, model)]));
}

function sample(type: SdkType, model: GoModel): unknown {
  switch (type.kind) {
    case 'string':
      return type.format === 'date-time'
        ? '2026-01-31T12:00:00Z'
        : type.format === 'date'
          ? '2026-01-31'
          : '…';
    case 'integer':
    case 'amount':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'enum':
      return type.values[0];
    case 'list':
      return [sample(type.of, model)];
    case 'map':
      return {};
    case 'shape':
      return samplesOf(model.shapeNamed(type.name)?.fields.filter((field) => field.isRequired) ?? [], model);
    case 'union':
      return type.of[0] && sample(type.of[0], model);
    case 'unknown':
    case 'null':
      return null;
  }
}
