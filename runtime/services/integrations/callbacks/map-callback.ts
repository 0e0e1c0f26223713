import Value from 'typebox/value';
import type { IntegrationCallback } from '../../../config/integration-input.ts';
import type { IntegrationConfig } from '../../../config/store-config.ts';
import { type CallbackData, callbackData } from '../../../contract/integrations/index.ts';
import { ExpressionFailed, evaluate } from '../../../mapping/index.ts';
import type { StoredCallback } from './stored-callback.ts';

/** What a callback means, with its data as the contract has it. */
export type Meaning = {
  readonly [As in IntegrationCallback]: { readonly as: As; readonly data: CallbackData<As> };
}[IntegrationCallback];

export type Mapped = Meaning | { readonly ignored: string } | { readonly failed: string };

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told below: rules read JSON
  }
}

function faultsOf(as: IntegrationCallback, data: unknown): string {
  const [first] = Value.Errors(callbackData[as], data);
  if (!first) return '';
  return `${first.instancePath || '/'} ${first.message}`;
}

/** Finds the first rule that takes a callback, and what it says by that rule. */
export async function mapCallback(
  { receive }: Pick<IntegrationConfig, 'receive'>,
  { headers, body: text }: Pick<StoredCallback, 'headers' | 'body'>,
): Promise<Mapped> {
  const body = bodyOf(text);
  if (body === undefined) return { failed: 'Its body is no JSON.' };
  const input = { headers, body };
  for (const [index, { as, when, map }] of receive.entries()) {
    try {
      if ((await evaluate(when, input)) !== true) continue;
      // What a partner adds is left out, so that it is no fault of what is called with it.
      const data = Value.Clean(callbackData[as], await evaluate(map, input));
      if (!Value.Check(callbackData[as], data)) {
        return { failed: `By rule ${index} it is a "${as}", and as such not valid: ${faultsOf(as, data)}.` };
      }
      // Checked by the very schema that the type is of.
      return { as, data } as Meaning;
    } catch (error) {
      if (!(error instanceof ExpressionFailed)) throw error;
      return { failed: `Rule ${index} ("${as}") could not be evaluated: ${error.message}` };
    }
  }
  return { ignored: 'No rule of the integration takes it.' };
}

/** What a callback is about at the partner, for those that may come before what they are about. */
export function entityOf({ as, data }: Meaning): string | null {
  return as === 'shipment.created' || !('shipmentId' in data) ? null : `shipment:${data.shipmentId}`;
}
