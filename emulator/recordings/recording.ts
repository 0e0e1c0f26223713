import type { Static } from 'typebox';
import type * as schemas from './recording-schema.ts';

export type Recording = Static<typeof schemas.Recording>;
export type RecordedCall = Static<typeof schemas.RecordedCall>;
export type RecordingState = Static<typeof schemas.RecordingState>;
export type RecordedProvider = RecordedCall['provider'];

/** A call as it is compared: what it asks, without what says who asks. */
export type Asked = Pick<RecordedCall, 'provider' | 'method' | 'path' | 'query' | 'request'>;

export const recordedProviders: readonly RecordedProvider[] = ['stripe', 'paypal'];
