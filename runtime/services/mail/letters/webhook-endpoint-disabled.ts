import type { Letter } from './letter.ts';
import type { LetterKit } from './letter-kit.ts';

/** As much of an endpoint as its letter tells. */
export interface LetterEndpoint {
  readonly id: string;
  readonly url: string;
  readonly statusReason: string | null;
  readonly statusSince: string;
}

/** To who runs the store: an endpoint is not sent to any more, why, and what to do about it. */
export function webhookEndpointDisabled(
  { id, url, statusReason, statusSince }: LetterEndpoint,
  kit: LetterKit,
): Letter {
  const { webhookEndpointDisabled: words, labels } = kit.wording;
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
  const reason = statusReason === null ? [] : [{ label: labels.reason, value: statusReason }];
  return {
    language: kit.language,
    subject: words.subject(kit.storeName),
    preheader: words.lead,
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.heading },
      paragraph(words.lead),
      {
        kind: 'facts',
        rows: [
          { label: words.endpoint, value: `${url} (${id})` },
          { label: labels.date, value: kit.date(statusSince) },
          ...reason,
        ],
      },
      paragraph(words.whatToDo),
    ],
  };
}

/** For a preview. */
export function sampleEndpoint(now: string): LetterEndpoint {
  return {
    id: 'whe_01JDXK5W0V8R9Q2T4M6N8P0S2A',
    url: 'https://example.com/webhooks',
    statusReason: `Every attempt since ${now} failed, for 5 days.`,
    statusSince: now,
  };
}
