import { type FormEvent, useId, useState } from 'react';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { recordOf } from './copies.ts';
import { headerLines, headersOf, leftOutNames } from './resent-headers.ts';
import { signatureOf } from './signature.ts';
import type { Attempt } from './webhook-client.ts';

/** The headers that a receiver verifies; signed where a secret is given, which stays in this page. */
async function signedHeaders(headers: Readonly<Record<string, string>>, key: string, body: string) {
  const id = headers['webhook-id'] ?? crypto.randomUUID();
  // Of the machine and not of the store: that is what a receiver compares it with.
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = key === '' ? undefined : await signatureOf({ key, id, timestamp, body });
  return {
    ...headers,
    ...{ 'webhook-id': id, 'webhook-timestamp': timestamp },
    ...(signature !== undefined && { 'webhook-signature': signature }),
  };
}

/** Sends what was changed to the endpoint's URL, signed anew where the secret is given. */
export function EditAndSend({ attempt: { request } }: { readonly attempt: Attempt }) {
  const session = useSession();
  const [said, setSaid] = useState<string>();
  const id = useId();
  const before = recordOf(request.headers);
  const missing = leftOutNames(before);
  const send = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    const body = text('body');
    const headers = await signedHeaders(headersOf(text('headers')), text('secret').trim(), body);
    const { status, response, error } = await askControl(session, 'POST /_emulator/v1/journal/send', {
      ...{ url: text('url'), headers, body },
    });
    return error ?? `It answered ${status}: ${response?.body?.text.slice(0, 500) ?? 'nothing more'}`;
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaid('Sending…');
    send(new FormData(event.currentTarget)).then(setSaid, (error: Error) => setSaid(error.message));
  };
  return (
    <form className="form" onSubmit={submit}>
      <label htmlFor={`${id}url`}>URL</label>
      <input id={`${id}url`} name="url" className="field" required defaultValue={request.url} />
      <label htmlFor={`${id}secret`}>Secret, to sign it with</label>
      <input id={`${id}secret`} name="secret" className="field" placeholder="whsec_…" autoComplete="off" />
      <label htmlFor={`${id}headers`}>Headers, a line each; time and signature are written anew</label>
      <textarea
        id={`${id}headers`}
        name="headers"
        className="field code-field"
        rows={4}
        defaultValue={headerLines(before)}
      />
      <p className="none">
        A handler that remembers <code>webhook-id</code> takes this for a repetition, unless the id is
        another.
        {missing.length > 0 && ` Not kept, and to be added where it is needed: ${missing.join(', ')}.`}
      </p>
      <label htmlFor={`${id}body`}>Body</label>
      <textarea
        id={`${id}body`}
        name="body"
        className="field code-field"
        rows={12}
        defaultValue={request.body}
      />
      <button type="submit" className="button primary">
        Send
      </button>
      {said && <p role="status">{said}</p>}
    </form>
  );
}
