import { OutgoingFailure } from './outgoing.ts';

const names = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);

function isOfCertificate(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code);
}

/** What a failed request is told as: the words are read by people who look at their endpoint. */
export function asFailure(error: unknown, url: string): OutgoingFailure {
  if (error instanceof OutgoingFailure) return error;
  const { host, hostname } = new URL(url);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const options = { cause: error };
  if (names.has(code)) return new OutgoingFailure('name', `The name ${hostname} was not found.`, options);
  if (isOfCertificate(code)) {
    const detail = error instanceof Error ? error.message : code;
    return new OutgoingFailure('certificate', `The certificate of ${host} is not valid: ${detail}`, options);
  }
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: `Nothing listens at ${host}.`,
    ECONNRESET: `${host} closed the connection before it answered.`,
    EPIPE: `${host} closed the connection before it answered.`,
    ETIMEDOUT: `${host} could not be reached.`,
    EHOSTUNREACH: `${host} could not be reached.`,
    ENETUNREACH: `${host} could not be reached.`,
    HPE_HEADER_OVERFLOW: `The headers that ${host} answered are too large.`,
  };
  const text = words[code] ?? `${host} did not answer in HTTP${code ? ` (${code})` : ''}.`;
  return new OutgoingFailure('connection', text, options);
}
