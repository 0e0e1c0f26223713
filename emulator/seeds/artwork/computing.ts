import { both, box, circle, ellipse, line, path, row, turned } from './shapes.ts';
import type { Tones } from './tones.ts';

const ink = '#1d1a26';

/** A wallpaper of soft hills, clipped to the screen given. */
function screen(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  t: Tones,
  id: string,
): string {
  const top = y + height * 0.56;
  const right = x + width;
  const bottom = y + height;
  return [
    `<clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/></clipPath><g clip-path="url(#${id})">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#w)"/>`,
    circle(x + width * 0.68, y + height * 0.32, Math.min(width, height) * 0.13, '#fff3d6', { opacity: 0.92 }),
    path(
      `M${x} ${top} C${x + width * 0.3} ${top - height * 0.16} ${x + width * 0.6} ${top + height * 0.16} ${right} ${top - height * 0.06} L${right} ${bottom} L${x} ${bottom}Z`,
      t.trim,
      { opacity: 0.75 },
    ),
    path(
      `M${x} ${top + height * 0.2} C${x + width * 0.3} ${top + height * 0.04} ${x + width * 0.7} ${top + height * 0.3} ${right} ${top + height * 0.12} L${right} ${bottom} L${x} ${bottom}Z`,
      ink,
      { opacity: 0.45 },
    ),
    path(`M${x} ${y} L${x + width * 0.42} ${y} L${x + width * 0.12} ${bottom} L${x} ${bottom}Z`, '#ffffff', {
      opacity: 0.08,
    }),
    '</g>',
  ].join('');
}

function wallpaper(t: Tones): string {
  return `<linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${t.light}"/><stop offset="1" stop-color="${t.trim}"/></linearGradient>`;
}

export function phone(t: Tones): string {
  const back = [
    box(-130, -330, 260, 660, 50, t.dark),
    box(-136, -330, 260, 660, 50, t.base),
    box(-112, -306, 112, 208, 44, t.light, { opacity: 0.75 }),
    circle(-56, -250, 34, ink) +
      circle(-56, -250, 18, '#3b4a63') +
      circle(-64, -258, 6, '#ffffff', { opacity: 0.7 }),
    circle(-56, -156, 34, ink) +
      circle(-56, -156, 18, '#3b4a63') +
      circle(-64, -164, 6, '#ffffff', { opacity: 0.7 }),
    circle(40, -270, 10, '#fff3d6'),
    circle(-6, 40, 30, t.light, { opacity: 0.6 }),
  ].join('');
  return [
    wallpaper(t),
    `<g transform="translate(290 480) rotate(-9)">${back}</g>`,
    `<g transform="rotate(6 500 520)">${box(366, 196, 270, 660, 52, t.deep)}${box(362, 196, 270, 660, 52, ink)}${screen(374, 208, 246, 636, 42, t, 'p')}${box(452, 226, 90, 24, 12, ink)}${line('M440 824 L554 824', '#ffffff', 7, { opacity: 0.8 })}</g>`,
  ].join('');
}

export function tablet(t: Tones): string {
  return [
    wallpaper(t),
    turned(
      -5,
      box(150, 186, 500, 660, 42, t.dark) +
        box(144, 180, 500, 660, 42, t.base) +
        box(156, 192, 476, 636, 34, ink) +
        screen(172, 208, 444, 604, 20, t, 'p') +
        row(4, 92, 0, box(206, 718, 66, 66, 18, '#ffffff', { opacity: 0.85 })),
    ),
    turned(
      10,
      box(640, 240, 24, 520, 12, '#f4f1ec') +
        path('M640 748 L664 748 L652 800Z', t.deep) +
        box(640, 300, 24, 8, 2, t.trim),
      652,
      500,
    ),
  ].join('');
}

export function laptop(t: Tones): string {
  return [
    wallpaper(t),
    box(148, 266, 504, 356, 28, t.deep),
    box(154, 270, 492, 352, 24, ink),
    screen(170, 288, 460, 318, 10, t, 'p'),
    circle(400, 279, 4, '#4a4656'),
    box(190, 308, 190, 150, 12, '#ffffff', { opacity: 0.9 }),
    row(4, 0, 28, line('M212 340 L340 340', t.dark, 8, { opacity: 0.5 })),
    line('M212 424 L290 424', t.trim, 8),
    path('M148 622 L652 622 L742 720 C748 728 744 736 734 736 L66 736 C56 736 52 728 58 720Z', t.base),
    path('M176 634 L624 634 L662 680 L138 680Z', t.deep, { opacity: 0.75 }),
    ...[0, 1, 2].map((index) =>
      row(14, 33 + index * 1.4, 0, box(178 - index * 13, 640 + index * 13, 26, 9, 3, t.base)),
    ),
    path('M332 688 L468 688 L478 720 L322 720Z', t.dark),
    path('M56 726 L744 726 C748 744 740 752 728 752 L72 752 C60 752 52 744 56 726Z', t.dark),
  ].join('');
}

export function monitor(t: Tones): string {
  return [
    wallpaper(t),
    path('M360 660 L440 660 L456 800 L344 800Z', t.dark),
    ellipse(400, 812, 150, 24, t.dark) + ellipse(400, 804, 150, 24, t.base),
    box(76, 246, 648, 428, 26, t.deep),
    box(76, 240, 648, 424, 26, ink),
    screen(92, 256, 616, 384, 12, t, 'p'),
    box(130, 300, 240, 180, 12, '#ffffff', { opacity: 0.92 }),
    row(5, 0, 26, line('M154 338 L320 338', '#b9b4c4', 8)),
    line('M154 442 L240 442', t.trim, 8),
    box(400, 300, 130, 86, 12, t.deep, { opacity: 0.65 }),
    circle(400, 652, 4, '#7fd6a4'),
  ].join('');
}

export function keyboard(t: Tones): string {
  const rows = [0, 1, 2, 3].map((index) =>
    row(
      12 - index,
      48,
      0,
      box(118 + index * 22, 404 + index * 52, 40, 42, 9, t.dark) +
        box(118 + index * 22, 400 + index * 52, 40, 40, 9, t.light),
    ),
  );
  return turned(
    -8,
    [
      box(86, 376, 628, 296, 34, t.deep),
      box(86, 364, 628, 294, 34, t.base),
      ...rows,
      box(118, 400, 40, 40, 9, t.trim) + box(646, 452, 40, 92, 9, t.trim),
      box(210, 612, 300, 36, 9, t.dark) + box(210, 608, 300, 34, 9, t.light),
      row(2, 50, 0, box(114, 608, 40, 34, 9, t.light)),
      row(3, 48, 0, box(540, 608, 40, 34, 9, t.light)),
      circle(664, 388, 26, t.dark) + circle(664, 384, 22, t.trim) + line('M664 384 L664 368', t.deep, 4),
    ].join(''),
  );
}

export function mouse(t: Tones): string {
  return [
    path(
      'M404 210 C530 210 590 300 590 470 L590 580 C590 730 520 816 404 816 C280 816 214 730 214 580 L214 470 C214 300 276 210 404 210Z',
      t.dark,
    ),
    path(
      'M396 204 C522 204 584 296 584 466 L584 574 C584 722 512 804 396 804 C276 804 210 722 210 574 L210 466 C210 296 272 204 396 204Z',
      t.base,
    ),
    path(
      'M460 214 C550 240 584 330 584 466 L584 574 C584 700 540 776 460 798 C510 700 520 330 460 214Z',
      t.dark,
      { opacity: 0.5 },
    ),
    line('M398 208 L398 490', t.deep, 4),
    line('M212 500 C290 480 510 480 582 500', t.deep, 4),
    box(372, 290, 52, 122, 26, t.deep) + box(380, 298, 36, 106, 18, t.trim),
    row(4, 0, 22, line('M384 322 L412 322', t.deep, 4)),
    line('M252 360 C258 300 290 256 336 244', t.light, 13),
    ellipse(398, 640, 30, 30, t.light, { opacity: 0.6 }),
  ].join('');
}

export function webcam(t: Tones): string {
  return [
    path('M330 600 L470 600 L520 760 L280 760Z', t.dark),
    box(250, 746, 300, 40, 18, t.base),
    box(150, 300, 500, 300, 150, t.dark),
    box(150, 288, 500, 300, 150, t.base),
    circle(400, 438, 118, t.deep) +
      circle(400, 438, 98, ink) +
      circle(400, 438, 66, '#35425c') +
      circle(400, 438, 32, ink),
    circle(362, 400, 16, '#ffffff', { opacity: 0.75 }) + circle(436, 476, 8, '#ffffff', { opacity: 0.4 }),
    circle(560, 438, 9, '#7fd6a4'),
    row(3, 0, 26, line('M214 412 L250 412', t.deep, 7)),
    line('M230 330 C280 304 340 300 400 300', t.light, 9),
  ].join('');
}

export function router(t: Tones): string {
  return [
    both(path('M196 560 L176 240 C174 216 206 214 210 238 L240 560Z', t.deep)),
    path('M386 556 L386 200 C386 180 414 180 414 200 L414 556Z', t.dark),
    box(116, 566, 568, 172, 60, t.dark),
    box(116, 550, 568, 172, 60, t.base),
    line('M170 570 L630 570', t.light, 7, { opacity: 0.7 }),
    row(5, 48, 0, circle(190, 646, 9, '#7fd6a4')),
    circle(586, 638, 40, t.dark) + circle(586, 638, 22, t.trim),
    ...[60, 100, 140].map((radius, index) =>
      line(
        `M${400 - radius} ${180 - index * 6} A${radius * 1.1} ${radius * 1.1} 0 0 1 ${400 + radius} ${180 - index * 6}`,
        t.trim,
        11,
        { opacity: 0.75 - index * 0.2 },
      ),
    ),
  ].join('');
}

export function drive(t: Tones): string {
  return [
    line('M400 640 C400 760 480 760 520 720 C560 680 620 700 620 790', t.deep, 17),
    box(590, 780, 60, 70, 10, t.trim),
    turned(
      -7,
      box(230, 246, 340, 430, 46, t.dark) +
        box(222, 238, 340, 430, 46, t.base) +
        row(7, 44, 0, line('M260 300 L260 606', t.dark, 9, { opacity: 0.55 })) +
        box(260, 590, 120, 40, 12, t.trim) +
        circle(520, 626, 7, '#7fd6a4') +
        line('M250 280 C256 262 270 256 290 256', t.light, 7),
    ),
  ].join('');
}
