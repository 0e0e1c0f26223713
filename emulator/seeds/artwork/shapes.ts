/** Small pieces of SVG. A drawing lies in a field 800 wide and 1000 high. */

type Attributes = Readonly<Record<string, string | number>>;

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

export function path(d: string, fill: string, more: Attributes = {}): string {
  return `<path d="${d}" fill="${fill}"${attributes(more)}/>`;
}

export function line(d: string, stroke: string, width: number, more: Attributes = {}): string {
  const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${attributes({ ...round, ...more })}/>`;
}

/** A seam: a dashed thread. */
export function seam(d: string, stroke: string, width = 2.5): string {
  return line(d, stroke, width, { 'stroke-dasharray': '9 7', 'stroke-opacity': 0.75 });
}

export function circle(x: number, y: number, radius: number, fill: string, more: Attributes = {}): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"${attributes(more)}/>`;
}

export function ellipse(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  fill: string,
  more: Attributes = {},
): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}" fill="${fill}"${attributes(more)}/>`;
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
  more: Attributes = {},
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${attributes(more)}/>`;
}

/** A name for a piece of drawing, so that it is written once and used again; the same piece has the same name. */
function nameOf(content: string): string {
  let hash = 7;
  for (const character of content) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return `r${(hash >>> 0).toString(36)}`;
}

/** The left half, and the same mirrored at the middle of the field. Halves reach to x = 401, so that no gap shows. */
export function both(left: string): string {
  const name = nameOf(left);
  return `<g id="${name}">${left}</g><use href="#${name}" transform="matrix(-1 0 0 1 800 0)"/>`;
}

export function turned(degrees: number, content: string, x = 400, y = 500): string {
  return `<g transform="rotate(${degrees} ${x} ${y})">${content}</g>`;
}

export function scaled(factor: number, content: string, x = 400, y = 500): string {
  const shift = (middle: number) => Math.round(middle * (1 - factor) * 100) / 100;
  return `<g transform="translate(${shift(x)} ${shift(y)}) scale(${factor})">${content}</g>`;
}

export function moved(x: number, y: number, content: string): string {
  return `<g transform="translate(${x} ${y})">${content}</g>`;
}

/** The same thing at several places; the places are offsets. */
export function repeated(places: readonly (readonly [x: number, y: number])[], content: string): string {
  const name = nameOf(content);
  const uses = places.map(([x, y]) => `<use href="#${name}" x="${x}" y="${y}"/>`).join('');
  return `<defs><g id="${name}">${content}</g></defs>${uses}`;
}

/** A row of the same thing, `stepX` and `stepY` apart. */
export function row(count: number, stepX: number, stepY: number, content: string): string {
  const places = Array.from({ length: count }, (_, index) => [index * stepX, index * stepY] as const);
  return repeated(places, content);
}
