import { type SdkModel, shapesIn } from '../model/index.ts';
import type { Edition } from './edition.ts';
import type { Imports } from './imports.ts';
import { docComment, fitLine, quote } from './layout.ts';
import { importTimes, printType } from './print-type.ts';

/** `webhooks.ts`: events as a union that narrows by `type`, and the functions to verify and sign them. */
export function printWebhooks(model: SdkModel, edition: Edition, imports: Imports): string {
  imports.value('signWebhook', 'core/webhooks');
  imports.value('unwrapWebhook', 'core/webhooks');
  imports.value('WebhookVerificationError', 'core/webhooks');
  imports.value('toKnownEvent', 'core/webhook-event');
  imports.type('EventFields', 'core/webhook-event');
  imports.type('UnknownEvent', 'core/webhook-event');
  for (const name of ['SignOptions', 'UnwrapOptions', 'WebhookRequest']) imports.type(name, 'core/webhooks');
  const mentioned = new Set(model.events.flatMap((event) => shapesIn(event.data)));
  for (const shape of model.shapes) {
    if (mentioned.has(shape.name)) imports.type(shape.name, edition.fileOf(shape));
  }
  for (const { data } of model.events) importTimes(data, imports);
  const interfaces = model.events.map(
    (event) => `${docComment([event.summary])}export interface ${event.name}Event extends EventFields {
  type: ${quote(event.type)};
  data: ${printType(event.data, 'answered')};
}
`,
  );
  return `export type { SignOptions, UnknownEvent, UnwrapOptions, WebhookRequest };
export { WebhookVerificationError };

${interfaces.join('\n')}
/** An event of this store. Narrow it by \`type\`; \`unknown\` is one of a newer platform. */
${printUnion([...model.events.map((event) => `${event.name}Event`), 'UnknownEvent'])}

${printKnownTypes(model.events.map((event) => quote(event.type)))}

export const webhooks = {
  /**
   * Verifies a webhook by its signature, then parses it.
   *
   * @throws {WebhookVerificationError} where it is not to be trusted: answer with 400.
   *
   * @example
   * const event = await webhooks.unwrap(request, { secrets: ['whsec_…'] });
   */
  async unwrap(request: WebhookRequest, options?: UnwrapOptions): Promise<StoreEvent> {
    return toKnownEvent<StoreEvent>(await unwrapWebhook(request, options), knownTypes);
  },

  /** Headers that make \`body\` a signed webhook, to test a receiver with. */
  sign(body: string, options: SignOptions): Promise<Record<string, string>> {
    return signWebhook(body, options);
  },
};
`;
}

function printUnion(names: readonly string[]): string {
  return fitLine(0, `export type StoreEvent = ${names.join(' | ')};`, () => {
    return `export type StoreEvent =\n${names.map((name) => `  | ${name}`).join('\n')};`;
  });
}

function printKnownTypes(types: readonly string[]): string {
  const head = 'const knownTypes: ReadonlySet<string> = new Set([';
  return fitLine(0, `${head}${types.join(', ')}]);`, () => {
    return `${head}\n${types.map((type) => `  ${type},\n`).join('')}]);`;
  });
}
