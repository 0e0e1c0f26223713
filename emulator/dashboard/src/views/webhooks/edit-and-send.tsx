import { type FormEvent, useId, useState } from 'react';
import { fetchJson } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';
import { signatureOf } from './signature.ts';
import type { Attempt } from './webhook-client.ts';

interface Sent {
  readonly status: string;
  readonly response: { readonly body: { readonly text: string } | null } | null;
  readonly error: string | null;
}

/** Sends another body to the endpoint's URL, signed anew where the secret is given: the secret stays in this page. */
export function EditAndSend({ attempt: { request } }: { readonly attempt: Attempt }) {
  const session = useSession();
  const [said, setSaid] = useState<string>();
  const [url, body, secret] = [useId(), useId(), useId()];
  const send = async (form: FormData) => {
    const text = String(form.get('body'));
    const id = request.headers.find(({ name }) => name === 'webhook-id')?.value ?? crypto.randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const key = String(form.get('secret'));
    const signature =
      key === '' ? {} : { 'webhook-signature': await signatureOf({ key, id, timestamp, body: text }) };
    const { status, response, error } = await fetchJson<Sent>('_emulator/v1/journal/send', {
      method: 'POST',
      headers: { authorization: `Bearer ${session.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        url: String(form.get('url')),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          ...signature,
        },
        body: text,
      }),
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
      <label htmlFor={url}>URL</label>
      <input id={url} name="url" className="field" required defaultValue={request.url} />
      <label htmlFor={secret}>Secret, to sign it with</label>
      <input id={secret} name="secret" className="field" placeholder="whsec_…" autoComplete="off" />
      <label htmlFor={body}>Body</label>
      <textarea id={body} name="body" className="field code-field" rows={12} defaultValue={request.body} />
      <button type="submit" className="button primary">
        Send
      </button>
      {said && <p role="status">{said}</p>}
    </form>
  );
}
