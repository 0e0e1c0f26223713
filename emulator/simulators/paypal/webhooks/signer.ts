import { createHash, createSign, createVerify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { collection, type Reader, type Store, type StoredDocument } from '../../../../runtime/store/port.ts';

interface Certificate extends StoredDocument {
  readonly purpose: 'webhooks';
  readonly certificate: string;
  readonly privateKey: string;
}

/** One: its key signs every delivery of this store. */
export const certificates = collection<Certificate>({
  name: 'paypal_certificates',
  indexes: {
    byPurpose: {
      version: 1,
      unique: true,
      columns: [{ name: 'purpose', type: 'text' }],
      keys: ({ purpose }) => [[purpose]],
    },
  },
});

export interface Signed {
  readonly transmissionId: string;
  /** The machine's time: receivers compare it with their own. */
  readonly transmissionTime: string;
  readonly webhookId: string;
  /** As it goes over the wire. */
  readonly body: string;
}

export const algorithm = 'SHA256withRSA';

function textToSign({ transmissionId, transmissionTime, webhookId, body }: Signed): string {
  return [transmissionId, transmissionTime, webhookId, crc32(body)].join('|');
}

export async function findCertificate(reader: Reader): Promise<Certificate | undefined> {
  return reader.find(certificates, 'byPurpose', { purpose: 'webhooks' });
}

/** `CERT-360caa42-fca2a594-a5cafa77`, from the certificate itself. */
function certificateId(certificate: string): string {
  const hash = createHash('sha256').update(certificate).digest('hex');
  return `CERT-${hash.slice(0, 8)}-${hash.slice(8, 16)}-${hash.slice(16, 24)}`;
}

/** Valid by the machine's time, like everything that verifiers compare with their own clock. */
async function makeCertificate(): Promise<{ certificate: string; privateKey: string }> {
  // Loaded when the first event is sent: starting takes no part of it. By `default`, because a bundler does not see
  // the names that a CommonJS module exports.
  const { default: selfsigned } = await import('selfsigned');
  const day = 86_400_000;
  const { cert, private: privateKey } = await selfsigned.generate(
    [{ name: 'commonName', value: 'messageverificationcerts.paypal.simulator.localhost' }],
    {
      ...{ keySize: 2048, algorithm: 'sha256' },
      notBeforeDate: new Date(Date.now() - day),
      notAfterDate: new Date(Date.now() + 3650 * day),
    },
  );
  return { certificate: cert, privateKey };
}

/** The certificate of this store, made when it is first needed. */
export async function requireCertificate(store: Store): Promise<Certificate> {
  const kept = await findCertificate(store);
  if (kept) return kept;
  const made = await makeCertificate();
  return store.transaction(async (writer) => {
    // Another process over the same data may have been faster.
    const first = await findCertificate(writer);
    return (
      first ??
      writer.insert(certificates, {
        ...{ id: certificateId(made.certificate), purpose: 'webhooks', ...made },
      })
    );
  });
}

/** RSASSA-PKCS1-v1_5 with SHA-256 over `id|time|webhook|crc32 of the body`, base64. */
export function sign(signed: Signed, { privateKey }: Certificate): string {
  return createSign('sha256').update(textToSign(signed)).sign(privateKey, 'base64');
}

export function isSignedBy(signed: Signed, signature: string, { certificate }: Certificate): boolean {
  return createVerify('sha256').update(textToSign(signed)).verify(certificate, signature, 'base64');
}

/** Where a receiver fetches the certificate: `PAYPAL-CERT-URL` names it. */
export function certificatePath({ id }: { readonly id: string }): string {
  return `/v1/notifications/certs/${id}`;
}
