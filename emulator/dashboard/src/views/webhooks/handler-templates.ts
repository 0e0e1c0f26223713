/** A handler that verifies what it is sent, for a framework. All use the public library of Standard Webhooks. */
export interface HandlerTemplate {
  readonly name: string;
  readonly install: string;
  readonly file: string;
  readonly code: string;
}

export const handlerTemplates: readonly HandlerTemplate[] = [
  {
    ...{ name: 'Express', install: 'npm install express standardwebhooks', file: 'webhooks.mjs' },
    code: `import express from 'express';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.HP_WEBHOOK_SECRET ?? '');
const app = express();

// The signature is over the very bytes: keep this before app.use(express.json()), which would parse them.
// Unless it is told otherwise, Express refuses more than 100 KB.
app.post('/webhooks', express.raw({ type: () => true, limit: '5mb' }), (request, response) => {
  let event;
  try {
    event = webhook.verify(request.body, request.headers);
  } catch {
    response.status(400).send('bad signature');
    return;
  }
  // The same id comes again where an answer was lost: remember it, and answer 204.
  console.log(request.headers['webhook-id'], event.type);
  response.status(204).end();
});

app.listen(3000);
`,
  },
  {
    ...{ name: 'Next', install: 'npm install standardwebhooks', file: 'app/webhooks/route.ts' },
    code: `import { Webhook } from 'standardwebhooks';

export async function POST(request: Request): Promise<Response> {
  // Made here and not above: \`next build\` loads this file, without the secret.
  const webhook = new Webhook(process.env.HP_WEBHOOK_SECRET ?? '');
  const body = await request.text();
  let event: { type: string };
  try {
    event = webhook.verify(body, Object.fromEntries(request.headers)) as { type: string };
  } catch {
    return new Response('bad signature', { status: 400 });
  }
  // The same id comes again where an answer was lost: remember it, and answer 204.
  console.log(request.headers.get('webhook-id'), event.type);
  return new Response(null, { status: 204 });
}
`,
  },
  {
    ...{ name: 'SvelteKit', install: 'npm install standardwebhooks', file: 'src/routes/webhooks/+server.ts' },
    code: `import { env } from '$env/dynamic/private';
import { Webhook } from 'standardwebhooks';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  // Made here and not above: the build loads this file, without the secret.
  const webhook = new Webhook(env.HP_WEBHOOK_SECRET ?? '');
  const body = await request.text();
  let event: { type: string };
  try {
    event = webhook.verify(body, Object.fromEntries(request.headers)) as { type: string };
  } catch {
    return new Response('bad signature', { status: 400 });
  }
  // The same id comes again where an answer was lost: remember it, and answer 204.
  console.log(request.headers.get('webhook-id'), event.type);
  return new Response(null, { status: 204 });
};
`,
  },
  {
    ...{ name: 'Hono', install: 'npm install hono standardwebhooks', file: 'src/index.ts' },
    code: `import { Hono } from 'hono';
import { env } from 'hono/adapter';
import { Webhook } from 'standardwebhooks';

const app = new Hono();

app.post('/webhooks', async (context) => {
  // From the bindings of a worker, and from the environment on Node, Deno and Bun.
  const { HP_WEBHOOK_SECRET } = env<{ HP_WEBHOOK_SECRET: string }>(context);
  const webhook = new Webhook(HP_WEBHOOK_SECRET);
  const body = await context.req.text();
  let event: { type: string };
  try {
    event = webhook.verify(body, context.req.header()) as { type: string };
  } catch {
    return context.text('bad signature', 400);
  }
  // The same id comes again where an answer was lost: remember it, and answer 204.
  console.log(context.req.header('webhook-id'), event.type);
  return context.body(null, 204);
});

// On Node: npm install @hono/node-server, and serve(app) of it.
export default app;
`,
  },
  {
    ...{ name: 'FastAPI', install: 'pip install fastapi uvicorn standardwebhooks', file: 'main.py' },
    code: `import os

from fastapi import FastAPI, Request, Response
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

app = FastAPI()
webhook = Webhook(os.environ["HP_WEBHOOK_SECRET"])


@app.post("/webhooks")
async def receive(request: Request) -> Response:
    body = (await request.body()).decode()
    try:
        event = webhook.verify(body, dict(request.headers))
    except WebhookVerificationError:
        return Response("bad signature", status_code=400)
    print(request.headers["webhook-id"], event["type"])
    return Response(status_code=204)
`,
  },
  {
    ...{
      name: 'net/http',
      install: 'go get github.com/standard-webhooks/standard-webhooks/libraries',
      file: 'main.go',
    },
    code: `package main

import (
	"io"
	"log"
	"net/http"
	"os"

	webhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func main() {
	webhook, err := webhooks.NewWebhook(os.Getenv("HP_WEBHOOK_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /webhooks", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil || webhook.Verify(body, r.Header) != nil {
			http.Error(w, "bad signature", http.StatusBadRequest)
			return
		}
		log.Println(r.Header.Get("webhook-id"), string(body))
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
`,
  },
];
