import { expect, test } from 'vitest';
import { authenticationOf, type Circumstances } from './authentication.ts';
import { testCardNamed } from './test-cards.ts';

const onSession: Circumstances = { isOffSession: false, isSetUp: false, isRequested: false };
const offSession: Circumstances = { ...onSession, isOffSession: true };

test.each([
  ['visa', onSession, 'none'],
  ['visa', { ...onSession, isRequested: true }, 'challenge'],
  ['amex', { ...onSession, isRequested: true }, 'none'],
  ['authenticationRequired', onSession, 'challenge'],
  ['authenticationRequired', { ...offSession, isSetUp: true }, 'off_session'],
  ['authenticationRequiredOnSetup', onSession, 'challenge'],
  ['authenticationRequiredOnSetup', offSession, 'off_session'],
  ['authenticationRequiredOnSetup', { ...offSession, isSetUp: true }, 'none'],
  ['authenticationRequiredSetupForOffSession', onSession, 'challenge'],
  ['authenticationRequiredSetupForOffSession', offSession, 'none'],
  ['threeDSecureRequiredProcessingError', onSession, 'refused'],
  ['threeDSecureOptionalProcessingError', { ...onSession, isRequested: true }, 'none'],
  ['threeDSecureFrictionless', { ...onSession, isRequested: true }, 'frictionless'],
] as const)('%s in %o asks for %s', (name, circumstances, expected) => {
  const card = testCardNamed(name);
  expect(card && authenticationOf(card, circumstances)).toBe(expected);
});
