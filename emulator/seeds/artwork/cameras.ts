import { box, circle, ellipse, line, path, row } from './shapes.ts';
import type { Tones } from './tones.ts';

const ink = '#1d1a26';

function lens(x: number, y: number, radius: number, t: Tones): string {
  return [
    circle(x, y, radius, ink),
    circle(x, y, radius * 0.92, t.deep),
    circle(x, y, radius * 0.78, ink),
    circle(x, y, radius * 0.62, '#2c3a55'),
    circle(x, y, radius * 0.44, '#3d5378'),
    circle(x, y, radius * 0.24, ink),
    circle(x - radius * 0.26, y - radius * 0.28, radius * 0.12, '#ffffff', { opacity: 0.8 }),
    path(
      `M${x - radius * 0.5} ${y + radius * 0.2} A${radius * 0.56} ${radius * 0.56} 0 0 0 ${x + radius * 0.2} ${y + radius * 0.5}`,
      'none',
      {
        stroke: '#ffffff',
        'stroke-opacity': 0.25,
        'stroke-width': radius * 0.07,
      },
    ),
  ].join('');
}

export function camera(t: Tones): string {
  return [
    line('M112 400 C20 180 220 110 400 120 C580 110 780 180 688 400', t.trim, 20),
    path('M300 330 L336 250 L464 250 L500 330Z', t.dark),
    box(360, 236, 80, 22, 6, ink),
    box(96, 338, 608, 400, 48, t.dark),
    box(96, 322, 608, 400, 48, t.base),
    path('M96 420 L704 420 L704 650 L96 650Z', ink, { opacity: 0.82 }),
    row(18, 34, 0, line('M110 424 L110 646', '#ffffff', 1.5, { opacity: 0.06 })),
    box(140, 292, 96, 34, 10, t.trim) + box(560, 286, 80, 40, 12, t.deep) + circle(520, 310, 20, t.light),
    lens(400, 540, 176, t),
    box(586, 356, 84, 44, 10, ink) + box(594, 362, 68, 32, 6, '#3d5378'),
    circle(166, 370, 10, '#ef6a5a'),
  ].join('');
}

export function instantCamera(t: Tones): string {
  return [
    box(290, 620, 220, 250, 8, '#fbf8f2') +
      box(310, 640, 180, 160, 4, '#9fc3cf') +
      path('M310 760 C360 700 400 720 430 740 C460 710 480 720 490 730 L490 800 L310 800Z', '#5b8a72'),
    circle(446, 676, 18, '#fff3d6'),
    box(166, 206, 468, 480, 70, t.dark),
    box(166, 194, 468, 480, 70, t.base),
    path('M166 560 L634 560 L634 604 C634 650 604 674 564 674 L236 674 C196 674 166 650 166 604Z', t.light),
    line('M236 640 L564 640', t.deep, 13),
    box(206, 234, 110, 70, 18, '#fff8e8') + box(206, 234, 110, 30, 14, '#ffffff', { opacity: 0.7 }),
    box(480, 234, 110, 70, 18, ink) + box(494, 246, 82, 46, 10, '#3d5378'),
    lens(400, 420, 124, t),
    circle(226, 500, 26, t.trim) + circle(226, 500, 18, '#ef6a5a'),
    ...['#ef6a5a', '#f3b34c', '#5b8a72', '#3d6f9e'].map((colour, index) =>
      line(`M${560 + index * 0} ${490 + index * 16} L616 ${490 + index * 16}`, colour, 9),
    ),
  ].join('');
}

export function actionCamera(t: Tones): string {
  return [
    path('M330 700 L470 700 L470 800 C470 830 330 830 330 800Z', t.dark),
    circle(400, 790, 18, t.trim),
    box(160, 296, 480, 420, 66, t.dark),
    box(160, 282, 480, 420, 66, t.base),
    box(192, 316, 416, 352, 44, ink, { opacity: 0.75 }),
    box(330, 262, 110, 30, 12, t.trim),
    lens(316, 488, 122, t),
    box(466, 356, 118, 100, 16, '#0f1420') + line('M484 384 L530 384 M484 408 L560 408', '#7fd6a4', 7),
    circle(566, 620, 9, '#ef6a5a'),
    row(3, 0, 22, line('M470 540 L580 540', '#ffffff', 5, { opacity: 0.18 })),
  ].join('');
}

export function drone(t: Tones): string {
  const rotor = (x: number, y: number) =>
    ellipse(x, y, 116, 20, t.deep, { opacity: 0.22 }) +
    line(`M${x - 104} ${y} L${x + 104} ${y}`, t.deep, 8) +
    circle(x, y, 15, t.trim) +
    box(x - 11, y, 22, 52, 8, t.dark);
  return [
    line('M190 400 L330 500 M610 400 L470 500', t.dark, 34),
    line('M150 640 L320 560 M650 640 L480 560', t.base, 34),
    rotor(190, 360) + rotor(610, 360),
    path(
      'M270 520 C270 450 330 420 400 420 C470 420 530 450 530 520 L520 590 C500 640 300 640 280 590Z',
      t.base,
    ),
    path(
      'M440 424 C500 440 530 470 530 520 L520 590 C510 616 460 628 420 628 C490 560 480 480 440 424Z',
      t.dark,
      { opacity: 0.5 },
    ),
    line('M310 480 C330 450 360 440 400 438', t.light, 10),
    rotor(140, 600) + rotor(660, 600),
    box(340, 596, 120, 100, 34, t.deep),
    lens(400, 650, 46, t),
    line('M300 630 L276 730 M500 630 L524 730', t.dark, 13),
    circle(310, 560, 7, '#7fd6a4') + circle(490, 560, 7, '#ef6a5a'),
  ].join('');
}
