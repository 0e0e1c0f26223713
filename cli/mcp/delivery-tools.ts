import type { Operation } from '../../runtime/contract/operation.ts';
import { webhookContract } from '../../runtime/contract/webhooks/index.ts';
import { mustBeLocal } from './connect-store.ts';
import { type Changes, defineTool } from './tool.ts';

const { operations } = webhookContract();

/** Webhook deliveries under names of their own: what an assistant looks for when a handler does not answer. */
const offered: Readonly<Record<string, readonly [Operation, Changes]>> = {
  list_deliveries: [operations['webhooks.deliveries.list'], 'nothing'],
  show_delivery: [operations['webhooks.deliveries.get'], 'nothing'],
  replay_delivery: [operations['webhooks.deliveries.replay'], 'adds'],
};

export const deliveryTools = Object.entries(offered).map(([name, [operation, changes]]) => {
  const { summary, description, input } = operation;
  return defineTool({
    ...{ name, title: summary, input, changes },
    description: [`${summary}.`, description].filter(Boolean).join(' '),
    async run(given, context) {
      const connection = await context.connect();
      if (operation.effect !== 'read') mustBeLocal(connection, name);
      return connection.client.execute(operation, given);
    },
  });
});
