/** The keys that were given can't be read. The text is never repeated: it may be most of a key. */
export class UnusableEncryptionKeys extends Error {
  constructor(reason: string) {
    super(`The encryption keys can not be used: ${reason}`);
    this.name = 'UnusableEncryptionKeys';
  }
}

/** A store was sealed with a key that was not given, or that is another one of the same name. */
export class WrongEncryptionKey extends Error {
  readonly keyId: string;

  constructor(storeId: string, keyId: string, given: readonly string[]) {
    const reason = given.includes(keyId)
      ? `but the key given as "${keyId}" is another one, or what it sealed is damaged`
      : `which is not among those given (${given.join(', ')})`;
    super(
      `The personal data of the store "${storeId}" is sealed with the encryption key "${keyId}", ${reason}. ` +
        `Nothing was changed. Give the key "${keyId}" too; without it this data can not be read again.`,
    );
    this.name = 'WrongEncryptionKey';
    this.keyId = keyId;
  }
}

/** Sealed data that was altered, cut off, or taken from another document. */
export class DamagedEnvelope extends Error {
  constructor(place: string) {
    super(
      `What is sealed in ${place} can not be opened: it was damaged, or moved there from elsewhere. It was left ` +
        'as it is. Restore it from a copy of the database.',
    );
    this.name = 'DamagedEnvelope';
  }
}

/** Sealed with a key of the store that this process has not seen: another process made it since. */
export class UnseenStoreKey extends Error {
  readonly keyId: string;

  constructor(place: string, keyId: string) {
    super(
      `What is sealed in ${place} needs the store's key ${keyId}, which the store does not have. It was left as it ` +
        'is. Restore the collection sealing_keys from a copy of the database.',
    );
    this.name = 'UnseenStoreKey';
    this.keyId = keyId;
  }
}
