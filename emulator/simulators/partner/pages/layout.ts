import type { FastifyReply } from 'fastify';
import { type Html, html, trusted } from '../../html.ts';
import { pathOf, type SimulatorContext } from '../../simulator.ts';

const style = trusted(`
:root { color-scheme: light dark; --ink: #1d2330; --dim: #5b6474; --paper: #fff; --ground: #f3f4f7; --line: #868e9c;
  --faint: #dfe2e8; --accent: #3a4fd0; --on-accent: #fff; --wrong: #b3261e; --note: #fff3cf; --on-note: #4a3a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef3; --dim: #a9b1c0; --paper: #1b1f29; --ground: #12151c;
  --line: #727b8c; --faint: #2d3340; --accent: #aab6ff; --on-accent: #12151c; --wrong: #ffb4ab; --note: #3d3310; --on-note: #ffe9a6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.simulation { background: var(--note); color: var(--on-note); padding: .6rem 1rem; text-align: center; }
nav { max-width: 64rem; margin: 1rem auto 0; padding: 0 1rem; display: flex; gap: .25rem; flex-wrap: wrap; }
nav a { padding: .4rem .8rem; border-radius: .45rem; text-decoration: none; color: var(--ink); }
nav a[aria-current] { background: var(--accent); color: var(--on-accent); font-weight: 600; }
main { max-width: 64rem; margin: 1rem auto 2rem; padding: 1.5rem; background: var(--paper); border-radius: .75rem; }
h1 { font-size: 1.35rem; margin: 0 0 1rem; } h2 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; } th, td { padding: .45rem .75rem .45rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--faint); }
thead th { border: 0; color: var(--dim); font-weight: 500; } tbody th { font-weight: inherit; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
label { display: block; margin: .5rem 0 .2rem; font-weight: 500; }
input { padding: .45rem .6rem; font: inherit; border-radius: .45rem; border: 1px solid var(--line); background: var(--paper); color: inherit; max-width: 100%; }
input[type="number"] { width: 6.5rem; }
button { padding: .5rem .9rem; font: inherit; font-weight: 600; border-radius: .45rem; border: 1px solid var(--line); background: var(--paper); color: inherit; cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.actions { display: flex; gap: .5rem; flex-wrap: wrap; align-items: end; margin: .75rem 0; }
.state { display: inline-block; padding: 0 .55rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .9rem; white-space: nowrap; }
pre { margin: .5rem 0; padding: .75rem; background: var(--ground); border-radius: .45rem; overflow-x: auto; font-size: .85rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.wrong { color: var(--wrong); font-weight: 500; } .dim { color: var(--dim); } a { color: var(--accent); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);

export interface PageFrame {
  readonly context: SimulatorContext;
  /** `Simulated warehouse` */
  readonly partner: string;
}

const sections = [
  ['/', 'Orders'],
  ['/stock', 'Stock'],
  ['/received', 'Received'],
  ['/sent', 'Sent'],
] as const;

export interface Page {
  readonly title: string;
  /** Path of the section that it belongs to. */
  readonly section: (typeof sections)[number][0];
  readonly content: Html;
  /** What went wrong with what was just asked. */
  readonly fault?: string | undefined;
}

function layout({ context, partner }: PageFrame, { title, section, content, fault }: Page): string {
  const links = sections.map(
    ([path, name]) =>
      html`<a href="${pathOf(context, path)}" ${path === section && html`aria-current="page"`}>${name}</a>`,
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${partner}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div class="simulation" role="note"><strong>Simulation.</strong> ${partner}: no parcel moves and nothing is booked.</div>
<nav aria-label="Sections">${links}</nav>
<main>
<h1>${title}</h1>
${fault !== undefined && html`<p class="wrong" role="alert">${fault}</p>`}
${content}
</main>
</body>
</html>
`.markup;
}

/** Nothing is fetched from anywhere, and no script runs. */
export function sendPage(reply: FastifyReply, status: number, frame: PageFrame, page: Page): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
    )
    .send(layout(frame, page));
}
