import { both, box, circle, ellipse, line, path, row, turned } from './shapes.ts';
import type { Tones } from './tones.ts';

const ink = '#1d1a26';

export function deskLamp(t: Tones): string {
  return [
    path('M330 420 L150 800 L560 800Z', '#fff0c2', { opacity: 0.38 }),
    ellipse(520, 820, 150, 28, t.dark) + ellipse(520, 808, 150, 28, t.base),
    line('M520 800 L600 520', t.dark, 22),
    line('M600 520 L400 300', t.dark, 22),
    circle(600, 520, 26, t.trim),
    circle(400, 300, 22, t.trim),
    path('M420 290 C470 350 440 440 300 470 C240 430 220 370 236 330 C280 290 360 270 420 290Z', t.base),
    path('M420 290 C470 350 440 440 300 470 C400 420 420 350 400 284Z', t.dark, { opacity: 0.55 }),
    turned(40, ellipse(266, 404, 80, 30, '#fff6dc'), 266, 404),
    line('M284 324 C320 304 350 298 384 300', t.light, 9),
    circle(520, 800, 12, t.trim),
  ].join('');
}

export function tableLamp(t: Tones): string {
  return [
    circle(400, 400, 300, '#fff0c2', { opacity: 0.35 }),
    ellipse(400, 836, 110, 22, t.deep),
    path(
      'M340 830 C320 760 350 740 360 690 C372 640 376 600 380 560 L420 560 C424 600 428 640 440 690 C450 740 480 760 460 830Z',
      t.base,
    ),
    path(
      'M420 560 C424 600 428 640 440 690 C450 740 480 760 460 830 L424 830 C440 740 410 680 404 560Z',
      t.dark,
      { opacity: 0.6 },
    ),
    path('M296 240 L504 240 L594 560 C500 590 300 590 206 560Z', t.trim),
    path('M440 240 L504 240 L594 560 C560 570 520 578 480 580Z', '#1d1a24', { opacity: 0.09 }),
    path('M310 260 L370 260 L340 570 C300 568 260 562 226 554Z', '#ffffff', { opacity: 0.3 }),
    ellipse(400, 242, 104, 14, '#ffffff', { opacity: 0.6 }),
    line('M470 590 L470 660', t.deep, 4) + circle(470, 668, 9, t.deep),
  ].join('');
}

export function smartBulb(t: Tones): string {
  return [
    circle(400, 410, 330, t.trim, { opacity: 0.16 }) + circle(400, 410, 270, t.trim, { opacity: 0.2 }),
    path(
      'M400 180 C536 180 616 280 606 400 C598 490 520 540 490 640 L310 640 C280 540 202 490 194 400 C184 280 264 180 400 180Z',
      t.light,
    ),
    path(
      'M470 196 C566 230 612 310 606 400 C598 490 520 540 490 640 L430 640 C470 520 560 420 470 196Z',
      t.trim,
      { opacity: 0.45 },
    ),
    path('M310 640 L490 640 L476 720 L324 720Z', t.base),
    path('M330 720 L470 720 L470 816 C470 842 330 842 330 816Z', '#b7b2ae'),
    row(3, 0, 30, line('M326 744 L474 738', '#8b8683', 9)),
    ellipse(400, 842, 30, 10, ink),
    path('M250 330 C266 270 310 236 360 230', 'none', {
      stroke: '#ffffff',
      'stroke-width': 20,
      'stroke-linecap': 'round',
      opacity: 0.8,
    }),
  ].join('');
}

export function smartwatch(t: Tones): string {
  return [
    path('M310 340 L330 110 C332 96 340 90 354 90 L446 90 C460 90 468 96 470 110 L490 340Z', t.base),
    path('M310 660 L330 900 C332 914 340 920 354 920 L446 920 C460 920 468 914 470 900 L490 660Z', t.base),
    path(
      'M430 90 L446 90 C460 90 468 96 470 110 L490 340 L450 340Z M450 660 L490 660 L470 900 C468 914 460 920 446 920 L436 920Z',
      t.dark,
      { opacity: 0.6 },
    ),
    row(4, 0, 38, ellipse(400, 756, 8, 12, t.deep)),
    box(560, 440, 26, 84, 12, t.trim),
    box(232, 316, 338, 370, 92, t.deep),
    box(228, 312, 338, 370, 92, '#3c3845'),
    box(244, 328, 306, 338, 78, ink),
    circle(397, 480, 96, 'none', { stroke: '#37323f', 'stroke-width': 20 }),
    path('M397 384 A96 96 0 1 1 310 520', 'none', {
      stroke: t.trim,
      'stroke-width': 20,
      'stroke-linecap': 'round',
    }),
    circle(397, 480, 66, 'none', { stroke: '#37323f', 'stroke-width': 16 }),
    path('M397 414 A66 66 0 0 1 450 520', 'none', {
      stroke: '#7fd6a4',
      'stroke-width': 16,
      'stroke-linecap': 'round',
    }),
    line('M372 486 L392 506 L428 462', '#ffffff', 12),
    row(3, 52, 0, circle(346, 618, 9, '#4a4656')),
  ].join('');
}

export function fitnessBand(t: Tones): string {
  return turned(
    14,
    [
      box(330, 90, 140, 830, 70, t.base),
      path('M430 96 C456 104 470 130 470 160 L470 850 C470 880 456 906 430 914Z', t.dark, { opacity: 0.6 }),
      row(6, 0, 36, ellipse(400, 690, 7, 10, t.deep)),
      box(318, 330, 164, 320, 60, t.deep) + box(326, 338, 148, 304, 54, ink),
      line('M352 460 L378 460 L392 420 L412 510 L426 460 L448 460', t.trim, 9),
      row(3, 0, 28, line('M360 550 L430 550', '#ffffff', 7, { opacity: 0.25 })),
      circle(400, 386, 16, '#7fd6a4'),
      line('M350 150 L350 300', t.light, 9, { opacity: 0.6 }),
    ].join(''),
  );
}

export function controller(t: Tones): string {
  return [
    path(
      'M400 372 C480 372 500 350 560 352 C640 356 680 440 706 560 C726 660 720 740 660 748 C600 754 570 680 530 640 C500 616 300 616 270 640 C230 680 200 754 140 748 C80 740 74 660 94 560 C120 440 160 356 240 352 C300 350 320 372 400 372Z',
      t.dark,
    ),
    path(
      'M400 360 C480 360 500 338 560 340 C640 344 680 428 706 548 C726 648 720 728 660 736 C600 742 570 668 530 628 C500 604 300 604 270 628 C230 668 200 742 140 736 C80 728 74 648 94 548 C120 428 160 344 240 340 C300 338 320 360 400 360Z',
      t.base,
    ),
    both(path('M200 342 C220 316 290 316 306 350 C280 344 240 338 200 342Z', t.deep)),
    box(196, 430, 100, 32, 9, t.deep) + box(230, 396, 32, 100, 9, t.deep),
    circle(310, 556, 52, t.deep) + circle(310, 550, 38, t.trim),
    circle(490, 556, 52, t.deep) + circle(490, 550, 38, t.trim),
    circle(556, 400, 19, '#ef6a5a') +
      circle(556, 492, 19, '#7fd6a4') +
      circle(510, 446, 19, '#6aa6e8') +
      circle(602, 446, 19, '#f3c04c'),
    circle(400, 432, 26, t.light) + line('M388 432 L412 432', t.deep, 5),
    line('M150 430 C170 390 200 370 240 366', t.light, 9, { opacity: 0.7 }),
  ].join('');
}

export function eReader(t: Tones): string {
  return turned(
    -6,
    [
      box(196, 166, 420, 660, 36, t.dark),
      box(188, 160, 420, 660, 36, t.base),
      box(226, 200, 344, 540, 8, '#f3efe6'),
      line('M262 260 L470 260', '#3b3743', 15),
      row(10, 0, 40, line('M262 320 L530 320', '#8b8683', 6)),
      row(2, 0, 200, line('M262 480 L430 480', '#f3efe6', 8)),
      line('M262 712 L380 712', '#c7c1b6', 5),
      circle(398, 780, 15, t.dark),
    ].join(''),
  );
}

export function charger(t: Tones): string {
  return [
    line('M400 620 C400 780 560 760 600 690 C630 640 690 660 690 740', t.trim, 15),
    box(660, 736, 60, 86, 14, t.base) + box(674, 816, 32, 30, 5, '#b7b2ae'),
    both(box(330, 150, 26, 110, 8, '#b7b2ae')),
    box(220, 252, 368, 376, 70, t.dark),
    box(212, 244, 368, 376, 70, t.base),
    path(
      'M500 244 C556 250 580 280 580 314 L580 550 C580 590 556 616 510 620 C560 500 560 360 500 244Z',
      t.dark,
      { opacity: 0.45 },
    ),
    row(3, 96, 0, box(266, 520, 68, 30, 15, t.deep) + box(278, 530, 44, 10, 5, ink)),
    path('M410 320 L362 412 L398 412 L384 476 L438 378 L402 378Z', t.trim),
    line('M248 320 C250 290 270 276 300 274', t.light, 10),
  ].join('');
}

export function powerBank(t: Tones): string {
  return turned(
    8,
    [
      box(256, 166, 300, 670, 56, t.dark),
      box(246, 160, 300, 670, 56, t.base),
      path(
        'M480 162 C530 166 546 190 546 216 L546 774 C546 806 530 826 490 830 C520 600 520 400 480 162Z',
        t.dark,
        { opacity: 0.45 },
      ),
      box(350, 186, 90, 22, 11, ink),
      row(4, 34, 0, circle(348, 748, 10, t.trim)),
      path('M416 400 L350 530 L398 530 L378 620 L450 484 L404 484Z', t.light),
      line('M274 230 C276 206 290 194 314 192', t.light, 9),
    ].join(''),
  );
}

export function projector(t: Tones): string {
  return [
    path('M286 560 L60 250 L60 860Z', '#fff6dc', { opacity: 0.35 }),
    box(196, 420, 470, 300, 60, t.dark),
    box(196, 406, 470, 300, 60, t.base),
    circle(320, 556, 104, t.deep) +
      circle(320, 556, 84, ink) +
      circle(320, 556, 58, '#3d5378') +
      circle(320, 556, 30, '#fff6dc'),
    row(6, 0, 26, line('M500 490 L612 490', t.deep, 8, { opacity: 0.55 })),
    row(3, 42, 0, circle(470, 446, 10, t.trim)),
    both(box(250, 700, 50, 30, 8, ink)),
    line('M240 430 L600 430', t.light, 7, { opacity: 0.6 }),
  ].join('');
}

export function vacuum(t: Tones): string {
  return [
    circle(400, 520, 306, t.deep),
    circle(400, 508, 300, t.base),
    path('M520 234 A300 300 0 0 1 520 782 C600 680 600 340 520 234Z', t.dark, { opacity: 0.5 }),
    circle(400, 508, 214, 'none', { stroke: t.dark, 'stroke-width': 6 }),
    circle(400, 420, 82, t.dark) + circle(400, 412, 76, t.trim) + circle(400, 412, 44, t.deep),
    box(364, 600, 72, 110, 36, t.light) + circle(400, 636, 15, t.trim),
    line('M190 340 C230 280 290 244 350 232', t.light, 13),
    path('M130 640 C160 720 230 780 310 796', 'none', { stroke: t.deep, 'stroke-width': 15 }),
    circle(400, 690, 6, '#7fd6a4'),
  ].join('');
}

export function thermostat(t: Tones): string {
  return [
    circle(400, 512, 290, t.dark) + circle(400, 500, 286, t.base) + circle(400, 500, 240, ink),
    circle(400, 500, 180, 'none', { stroke: '#5a5566', 'stroke-width': 30, 'stroke-dasharray': '6 12.85' }),
    path('M244 590 A180 180 0 1 1 520 366', 'none', {
      stroke: t.trim,
      'stroke-width': 30,
      'stroke-dasharray': '6 12.85',
    }),
    '<text x="400" y="540" font-family="Helvetica,Arial,sans-serif" font-size="128" font-weight="300" text-anchor="middle" fill="#ffffff">21°</text>',
    path('M400 590 C376 620 380 640 400 650 C420 640 424 620 400 590Z', t.trim),
    line('M190 360 C230 290 290 250 350 236', t.light, 12),
  ].join('');
}
