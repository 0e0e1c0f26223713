import type { FieldError } from '../contract/problem.ts';
import { faultOf } from '../mapping/index.ts';
import { ConfigError } from './config-error.ts';
import { isOfPreset } from './integration-presets.ts';
import type { IntegrationConfig } from './store-config.ts';

/**
 * Reads every expression of integrations, as they are declared.
 * @throws {ConfigError} naming each that is none, and its place in it.
 */
export async function checkIntegrations(integrations: readonly IntegrationConfig[]): Promise<void> {
  const expressions = integrations.flatMap(({ key, send, receive, stock }) => {
    const at = `/integrations/${key}`;
    return [
      ...send.flatMap(({ when, map }, index) => [
        ...(when === null ? [] : [{ pointer: `${at}/send/${index}/when`, text: when }]),
        { pointer: `${at}/send/${index}/map`, text: map },
      ]),
      ...receive.flatMap(({ when, map }, index) => [
        { pointer: `${at}/receive/${index}/when`, text: when },
        { pointer: `${at}/receive/${index}/map`, text: map },
      ]),
      ...(stock ? [{ pointer: `${at}/stock/map`, text: stock.map }] : []),
    ];
  });
  const faults: FieldError[] = [];
  for (const { pointer, text } of expressions) {
    // Those of presets are tested: a store that has no others needs no JSONata to start.
    if (isOfPreset(text)) continue;
    const fault = await faultOf(text);
    if (fault !== undefined) faults.push({ pointer, message: `is no JSONata expression: ${fault}` });
  }
  if (faults.length > 0) throw new ConfigError(faults);
}
