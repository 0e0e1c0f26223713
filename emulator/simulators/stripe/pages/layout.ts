import type { FastifyReply } from 'fastify';
import { type Html, html, trusted } from '../../html.ts';

const style = trusted(`
:root { color-scheme: light dark; --ink: #1d2330; --dim: #5b6474; --paper: #fff; --ground: #f3f4f7; --line: #868e9c;
  --accent: #3a4fd0; --on-accent: #fff; --wrong: #b3261e; --note: #fff3cf; --on-note: #4a3a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef3; --dim: #a9b1c0; --paper: #1b1f29; --ground: #12151c;
  --line: #727b8c; --accent: #aab6ff; --on-accent: #12151c; --wrong: #ffb4ab; --note: #3d3310; --on-note: #ffe9a6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.simulation { background: var(--note); color: var(--on-note); padding: .6rem 1rem; text-align: center; }
main.wide { max-width: 64rem; overflow-x: auto; } .wide th, .wide td { padding-right: 1rem; vertical-align: top; } .wide td:last-child { text-align: left; }
main { max-width: 30rem; margin: 2rem auto; padding: 1.75rem; background: var(--paper); border-radius: .75rem; }
h1 { font-size: 1.35rem; margin: 0 0 1rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
table { width: 100%; border-collapse: collapse; margin-bottom: 1rem; } th, td { padding: .3rem 0; text-align: left; font-weight: inherit; }
td:last-child { text-align: right; font-variant-numeric: tabular-nums; } tfoot { font-weight: 600; border-top: 1px solid var(--line); }
label { display: block; margin: .8rem 0 .2rem; font-weight: 500; }
input, button { width: 100%; padding: .65rem .75rem; font: inherit; border-radius: .45rem; border: 1px solid var(--line); background: var(--paper); color: inherit; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
button { margin-top: .75rem; cursor: pointer; font-weight: 600; } button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.wrong { color: var(--wrong); font-weight: 500; } .dim { color: var(--dim); } a { color: var(--accent); }
`);

/** A page of the simulator: plain, without scripts, and marked as what it is. */
export function layout(title: string, content: Html, width: 'narrow' | 'wide' = 'narrow'): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – simulated Stripe</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div class="simulation" role="note"><strong>Simulation.</strong> This is not Stripe and no money moves. Use test cards only.</div>
<main class="${width}">
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.markup;
}

/** Nothing is fetched from anywhere, no script runs, and no address leaks to where the customer goes next. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  title: string,
  content: Html,
  width?: 'narrow' | 'wide',
): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'",
    )
    .send(layout(title, content, width));
}
