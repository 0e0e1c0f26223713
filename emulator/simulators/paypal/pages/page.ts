import { type Html, html, trusted } from '../../html.ts';
import { style } from './style.ts';

/** A page of the simulator: plain, without scripts, and marked as what it is. */
export function page(title: string, content: Html, width: 'narrow' | 'wide' = 'narrow'): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<p class="simulation" role="note"><strong>Simulation.</strong> This is not PayPal. No money moves.</p>
<main class="${width}"><div class="card">${content}</div></main>
</body>
</html>
`.markup;
}
