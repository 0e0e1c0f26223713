import { type Html, html } from './html.ts';
import type { Block, Footer, ItemRow, Letter, SumRow } from './letter.ts';
import { safeLink } from './safe-link.ts';

/*
 * Mail programs are browsers of the nineties: what is laid out is tables, what is styled is inline, and the style
 * element may be dropped, so that it only adds to what is right without it (dark colours, narrow screens).
 */

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const colours = { text: '#1a1f27', muted: '#5a6472', line: '#e3e6eb', canvas: '#f4f5f7', card: '#ffffff' };
const text = `${font};font-size:16px;line-height:24px;color:${colours.text}`;
const small = `${font};font-size:14px;line-height:20px;color:${colours.muted}`;
const label = `${font};font-size:13px;line-height:20px;color:${colours.muted};font-weight:600`;

const style = html`
  @media (prefers-color-scheme: dark) {
    .canvas { background-color: #0d1015 !important; }
    .card { background-color: #171c24 !important; border-color: #2a313c !important; }
    .text { color: #e8ebf0 !important; }
    .muted { color: #98a2b2 !important; }
    .line { border-color: #2a313c !important; }
    .button { background-color: #e8ebf0 !important; }
    .button a { color: #14181f !important; }
  }
  @media (max-width: 620px) {
    .outer { padding: 12px 0 !important; }
    .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
    .inner { padding: 24px 20px !important; }
  }`;

function itemRow({ title, detail, quantity, amount }: ItemRow): Html {
  const line = `border-top:1px solid ${colours.line}`;
  const under = detail === '' ? [] : [html`<br><span class="muted" style="${small}">${detail}</span>`];
  const price =
    amount === undefined
      ? []
      : [
          html`<td class="line text" align="right" valign="top" style="padding:12px 0 12px 12px;${line};${text};white-space:nowrap">${amount}</td>`,
        ];
  return html`<tr><td class="line muted" valign="top" width="40" style="padding:12px 8px 12px 0;${line};${text};color:${colours.muted};white-space:nowrap">${quantity}&nbsp;×</td><td class="line text" valign="top" style="padding:12px 0;${line};${text}">${title}${under}</td>${price}</tr>`;
}

function sumRow({ label: name, amount, isTotal = false }: SumRow): Html {
  const weight = isTotal ? 'font-weight:700' : 'font-weight:400';
  const line = isTotal ? `border-top:1px solid ${colours.line};padding:12px 0 0` : 'padding:4px 0';
  return html`<tr><th scope="row" class="line text" align="left" style="${line};${text};${weight}">${name}</th><td class="line text" align="right" style="${line};${text};${weight};white-space:nowrap">${amount}</td></tr>`;
}

function table(rows: readonly Html[], name: string): Html {
  return name === ''
    ? html`<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%">${rows}</table>`
    : html`<table aria-label="${name}" border="0" cellpadding="0" cellspacing="0" width="100%">${rows}</table>`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h1 class="text" style="margin:0;${font};font-size:24px;line-height:32px;font-weight:700;color:${colours.text}">${block.text}</h1>`;
    case 'paragraph':
      return html`<p class="text" style="margin:0;${text}">${block.text}</p>`;
    case 'items':
      return html`<h2 class="muted" style="margin:0 0 8px;${label}">${block.heading}</h2>${table(block.rows.map(itemRow), block.heading)}`;
    case 'sums':
      return table(block.rows.map(sumRow), block.heading);
    case 'facts':
      return table(
        block.rows.map(
          ({ label: name, value }) =>
            html`<tr><th scope="row" class="muted" align="left" valign="top" style="padding:2px 16px 2px 0;${text};color:${colours.muted};font-weight:400">${name}</th><td class="text" align="right" valign="top" style="padding:2px 0;${text};word-break:break-word">${value}</td></tr>`,
        ),
        block.rows.map(({ label: name }) => name).join(', '),
      );
    case 'address': {
      const lines = block.lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
      return html`<h2 class="muted" style="margin:0 0 4px;${label}">${block.heading}</h2><p class="text" style="margin:0;${text}">${lines}</p>`;
    }
    case 'button': {
      const url = safeLink(block.url);
      if (url === null) return html``;
      return html`<table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="button" bgcolor="#14181f" style="border-radius:8px"><a href="${url}" style="display:inline-block;padding:12px 20px;${font};font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none">${block.label}</a></td></tr></table>`;
    }
  }
}

function footerHtml({ storeName, website, lines }: Footer): Html {
  const url = safeLink(website);
  const link = `${small};text-decoration:underline`;
  const name =
    url === null ? html`${storeName}` : html`<a class="muted" href="${url}" style="${link}">${storeName}</a>`;
  return html`<p class="muted" style="margin:0;${small}">${name}${lines.map((line) => html`<br>${line}`)}</p>`;
}

/** The letter as a whole HTML document that loads nothing from anywhere. */
export function renderHtml(letter: Letter): string {
  const { language, subject, preheader, blocks, footer } = letter;
  const rows = blocks.map(
    (block, index) =>
      html`<tr><td style="padding:${index === 0 ? 0 : 20}px 0 0">${blockHtml(block)}</td></tr>`,
  );
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${style}
</style>
</head>
<body class="canvas" style="margin:0;padding:0;background-color:${colours.canvas}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preheader}</div>
<table role="presentation" class="canvas" border="0" cellpadding="0" cellspacing="0" width="100%" bgcolor="${colours.canvas}">
<tr><td class="outer" align="center" style="padding:32px 12px">
<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%" style="max-width:600px">
<tr><td class="card" bgcolor="${colours.card}" align="left" style="border:1px solid ${colours.line};border-radius:12px">
<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%">
<tr><td class="inner" style="padding:32px">
<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%">
<tr><td class="muted" style="padding:0 0 20px;${label}">${footer.storeName}</td></tr>
${rows}
</table>
</td></tr>
</table>
</td></tr>
<tr><td class="inner" align="left" style="padding:24px 32px">${footerHtml(footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  return page.toString();
}
