import type { Letter } from './letter.ts';
import type { LetterKit } from './letter-kit.ts';

/** A link that signs in whoever follows it, and how long it does. */
export function customerSignIn(url: string, minutes: number, kit: LetterKit): Letter {
  const { customerSignIn: words } = kit.wording;
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
  return {
    language: kit.language,
    subject: words.subject(kit.storeName),
    preheader: words.lead(minutes),
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.heading },
      paragraph(words.lead(minutes)),
      { kind: 'button', label: words.button, url },
      paragraph(words.ignore),
    ],
  };
}
