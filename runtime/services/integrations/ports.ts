import type { Notice } from '../../context/service.ts';

/** A callback's message id, or why it is not believed. */
export type Verdict = { readonly messageId: string } | { readonly fault: string };

/** Compares the signature of a callback with those that the secrets make; its time with the machine's. */
export type VerifyCallback = (
  headers: Notice['headers'],
  body: Uint8Array,
  secrets: readonly string[],
) => Verdict;
