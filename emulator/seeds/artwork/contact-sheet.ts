import { writeFileSync } from 'node:fs';
import { colours } from '../fashion/colours.ts';
import { artworkKinds, draw } from './draw.ts';

/* A page with every drawing, to look at: `npx tsx emulator/seeds/artwork/contact-sheet.ts out.html`. */

const settings = ['disc', 'plain', 'arch'] as const;
const palette = Object.values(colours);

const cells = artworkKinds.map((kind, index) => {
  const { hex, trim, ground } = palette[index % palette.length] ?? {
    hex: '#888888',
    trim: '#eeeeee',
    ground: '#eeeeee',
  };
  const setting = settings[index % settings.length] ?? 'plain';
  const svg = draw({ kind, colour: hex, trim, ground, setting });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `<figure><img width="200" height="250" src="${source}" alt=""><figcaption>${kind}, ${svg.length} bytes</figcaption></figure>`;
});

const style = 'body{display:flex;flex-wrap:wrap;font:12px sans-serif}figure{margin:4px}';
const target = process.argv[2];
if (!target) throw new Error('Name the HTML file to write: contact-sheet.ts out.html');
writeFileSync(target, `<!doctype html><style>${style}</style>${cells.join('')}`);
