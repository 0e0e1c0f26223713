import type { IntegrationCallback } from '../../../config/integration-input.ts';
import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import type { CallbackData } from '../../../contract/integrations/index.ts';

/** What became of a callback. Where it failed in part, what could be applied was. */
export interface Applied {
  readonly state: 'applied' | 'ignored' | 'failed';
  readonly reason?: string;
  readonly orderId?: string;
}

/** Nothing of a callback can be applied, in words. */
export class NotApplicable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotApplicable';
  }
}

/** What is known of a callback beside what it says. */
export interface CallbackFacts {
  readonly messageId: string;
  readonly receivedAt: string;
}

/** Does what a callback of a kind says, by the operations of other services, in one transaction. */
export type Apply<As extends IntegrationCallback> = (
  context: Context,
  integration: IntegrationConfig,
  data: CallbackData<As>,
  facts: CallbackFacts,
) => Promise<Applied>;
