export { findCardNumber } from './find-card-number.ts';
export { loggableAddress, maskCardNumbers } from './mask-card-numbers.ts';
export { refusalOfBody, refuseInAddressAndHeaders } from './refuse-card-numbers.ts';
