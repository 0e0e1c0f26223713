interface Credentials {
  readonly clientId: string;
  readonly secret: string;
}

/** What an `Authorization: Basic` header says; undefined where the client or its secret is missing. */
export function readBasic(header: string | undefined): Credentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [clientId = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const secret = rest.join(':');
  return clientId !== '' && secret !== '' ? { clientId, secret } : undefined;
}
