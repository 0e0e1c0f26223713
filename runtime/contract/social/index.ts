import type { Namespace } from '../namespace.ts';

const namespaces: readonly Namespace[] = [
  { name: 'social', summary: 'Selling on social networks, the same way on each' },
  { name: 'social.facebook', summary: 'What only Facebook has' },
  { name: 'social.instagram', summary: 'What only Instagram has' },
  { name: 'social.tiktok', summary: 'What only TikTok has' },
];

/** Social commerce: its places in the tree of operations. */
export function socialContract() {
  return { operations: {}, resources: [], events: [], namespaces };
}
