import Type from 'typebox';
import { mustBeLocal } from './connect-store.ts';
import { deliveryTools } from './delivery-tools.ts';
import { defineTool } from './tool.ts';

/** What is more than one call: the tools that do as commands of `hp` do. */
export const storeTools = [
  ...deliveryTools,
  defineTool({
    name: 'trigger_event',
    title: 'Make an event happen',
    description:
      'Does the real thing with everything that leads to it: for fulfilment.shipped a product is made, bought, paid and ' +
      'sent. Without an event it answers what can be triggered, and the steps that overrides may name.',
    changes: 'adds',
    input: Type.Object({
      event: Type.Optional(Type.String({ description: 'order.paid' })),
      overrides: Type.Optional(
        Type.Array(Type.String(), { description: 'step.path=value: cart.email=bob@example.com' }),
      ),
    }),
    async run({ event, overrides = [] }, context) {
      mustBeLocal(await context.connect(), 'trigger_event');
      const { triggerEvent } = await import('../webhooks/trigger/trigger-event.ts');
      return triggerEvent(event, { overrides, list: event === undefined }, context.command);
    },
  }),
  defineTool({
    name: 'plan_push',
    title: 'Plan a push to a hosted runtime',
    description:
      'What `hp push` would change on a target, what conflicts, and what changed there alone. Only a plan: nothing is ' +
      'applied. A person applies it with `hp push`.',
    changes: 'nothing',
    input: Type.Object({
      to: Type.Optional(
        Type.String({ description: "A target of the config, or a URL; the config's only one." }),
      ),
    }),
    async run({ to }, context) {
      const { runDiff } = await import('../push/run-diff.ts');
      return runDiff(to, context.command);
    },
  }),
];
