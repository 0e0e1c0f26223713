/** Sent with what the emulator's own pages ask for, so that the journal tells it from what a developer's pages ask. */
export const pageHeader = 'x-headlesspro-page';
