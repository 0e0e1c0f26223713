import type { SendNotice, SendNoticeOf } from '../simulators/send-notice.ts';
import type { Faults } from './faults.ts';

/** Where faults strike what a simulated provider tells the platform by itself. */
export function noticeDoor(inner: SendNotice, faults: Faults): SendNoticeOf {
  return async (storeId, provider, notice) => {
    if (faults.areNone(storeId)) return inner(notice);
    const { strikeMessage } = await import('./strike-message.ts');
    const call = { door: 'notice', provider } as const;
    return strikeMessage(faults, { ...notice, storeId, call }, async () => ({
      ...(await inner(notice)),
      ...{ headers: [], isBodyCut: false },
    }));
  };
}
