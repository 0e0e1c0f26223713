import { both, box, circle, ellipse, line, path, row, seam, turned } from './shapes.ts';
import type { Tones } from './tones.ts';

export function beanie(t: Tones): string {
  return [
    circle(400, 232, 62, t.trim),
    row(6, 18, 0, line('M354 200 C350 230 352 250 358 268', t.dark, 4, { opacity: 0.35 })),
    path('M196 640 C180 400 270 268 400 268 C530 268 620 400 604 640Z', t.base),
    path('M450 276 C540 340 560 500 550 640 L604 640 C618 430 560 300 450 276Z', t.dark, { opacity: 0.4 }),
    ...[-150, -100, -50, 0, 50, 100, 150].map((x) =>
      line(`M${400 + x} 640 C${400 + x * 1.02} 480 ${400 + x * 0.7} 340 ${400 + x * 0.2} 276`, t.dark, 5, {
        opacity: 0.6,
      }),
    ),
    path(
      'M178 620 C320 596 480 596 622 620 C634 660 634 716 622 752 C480 780 320 780 178 752 C166 716 166 660 178 620Z',
      t.light,
    ),
    row(20, 22, 0, line('M192 628 L192 746', t.dark, 5, { opacity: 0.55 })),
    box(356, 662, 88, 56, 6, t.trim),
    seam('M364 670 L436 670 L436 710 L364 710Z', t.deep, 2),
  ].join('');
}

export function cap(t: Tones): string {
  return [
    path('M180 590 C170 420 260 316 400 312 C530 316 610 400 616 560 C616 580 610 590 596 594Z', t.base),
    path(
      'M420 314 C520 380 560 480 560 594 L596 594 C610 590 616 580 616 560 C610 410 540 326 420 314Z',
      t.dark,
      { opacity: 0.45 },
    ),
    line('M400 312 C340 380 316 480 316 590', t.dark, 4),
    line('M404 312 C470 380 486 480 484 590', t.dark, 4),
    circle(400, 310, 15, t.trim),
    path(
      'M182 576 C300 540 470 548 596 586 C680 610 730 650 724 672 C640 660 520 640 400 640 C320 640 230 640 186 620 C176 606 178 590 182 576Z',
      t.trim,
    ),
    path(
      'M186 620 C230 640 320 640 400 640 C520 640 640 660 724 672 C716 690 640 690 540 676 C420 660 280 664 200 644Z',
      '#1d1a24',
      { opacity: 0.3 },
    ),
    seam('M196 590 C320 560 470 566 610 604 C660 620 690 640 700 652', t.light),
    box(352, 432, 96, 72, 10, t.trim),
    circle(400, 468, 20, t.base),
    circle(280, 420, 7, t.deep),
  ].join('');
}

export function bucketHat(t: Tones): string {
  return [
    path(
      'M110 690 C150 600 220 560 250 540 L550 540 C580 560 650 600 690 690 C600 760 200 760 110 690Z',
      t.dark,
    ),
    path('M250 556 C256 440 270 360 300 330 C360 306 440 306 500 330 C530 360 544 440 550 556Z', t.base),
    path('M460 318 C500 400 510 480 506 556 L550 556 C544 440 530 360 500 330Z', t.dark, { opacity: 0.45 }),
    ellipse(400, 332, 106, 22, t.light),
    path(
      'M250 536 C340 556 460 556 550 536 C600 564 660 616 690 690 C600 640 200 640 110 690 C140 616 200 564 250 536Z',
      t.base,
    ),
    path('M248 510 C340 532 460 532 552 510 L552 546 C460 568 340 568 248 546Z', t.trim),
    ...[0, 1, 2].map((index) =>
      seam(
        `M${200 - index * 34} ${606 + index * 26} C320 ${580 + index * 20} 480 ${580 + index * 20} ${600 + index * 34} ${606 + index * 26}`,
        t.deep,
      ),
    ),
    circle(330, 420, 6, t.deep) + circle(470, 420, 6, t.deep),
  ].join('');
}

export function scarf(t: Tones): string {
  const stripes = (x: number, y: number) => row(3, 0, 40, line(`M${x} ${y} l128 12`, t.trim, 15));
  return [
    path('M240 330 C250 230 550 230 560 330 C570 420 480 470 400 470 C320 470 230 420 240 330Z', t.dark),
    path('M300 320 C320 276 480 276 500 320 C490 370 440 392 400 392 C360 392 310 370 300 320Z', t.deep),
    path('M430 400 L560 360 C590 520 610 680 620 820 L484 834 C476 680 460 540 430 400Z', t.dark),
    `<g opacity=".85">${stripes(486, 690)}</g>`,
    path('M260 380 L420 430 C400 560 370 720 340 880 L196 850 C230 690 256 540 260 380Z', t.base),
    stripes(222, 726),
    path(
      'M240 330 C240 440 340 500 470 480 C540 466 572 400 560 330 C540 400 470 430 400 424 C320 420 260 390 240 330Z',
      t.light,
    ),
    row(9, 16.5, 3.4, line('M204 856 L196 906', t.base, 6)),
    row(8, 17, -1.6, line('M492 838 L494 884', t.dark, 6)),
    line('M296 540 C286 640 270 730 256 800', t.light, 10, { opacity: 0.4 }),
  ].join('');
}

export function sunglasses(t: Tones): string {
  const lens =
    'M148 470 C150 430 200 416 262 420 C330 424 366 440 366 486 C366 570 320 616 258 612 C190 608 146 556 148 470Z';
  return [
    both(line('M150 460 C150 400 170 330 210 300', t.dark, 18)),
    both(path(lens, t.trim, { opacity: 0.92 })),
    both(
      path('M176 476 C196 446 240 440 280 446 L216 590 C184 566 172 524 176 476Z', '#ffffff', {
        opacity: 0.18,
      }),
    ),
    both(path(lens, 'none', { stroke: t.base, 'stroke-width': 24 })),
    line('M362 466 C380 436 420 436 438 466', t.base, 24),
    both(line('M142 440 C180 410 260 404 330 420', t.light, 8, { opacity: 0.7 })),
    both(circle(150, 458, 6, '#c9a45c')),
  ].join('');
}

export function watch(t: Tones): string {
  const marks = Array.from({ length: 12 }, (_, index) =>
    turned(index * 30, line('M400 382 L400 398', t.deep, index % 3 === 0 ? 9 : 4)),
  ).join('');
  return [
    path('M326 360 L340 120 C342 106 350 100 364 100 L436 100 C450 100 458 106 460 120 L474 360Z', t.base),
    path('M326 640 L340 890 C342 904 350 910 364 910 L436 910 C450 910 458 904 460 890 L474 640Z', t.base),
    path('M430 100 L474 360 L440 360 L420 100Z', t.dark, { opacity: 0.4 }),
    seam('M352 116 L342 340 M448 116 L458 340 M342 660 L352 890 M458 660 L448 890', t.light),
    row(4, 0, 40, ellipse(400, 728, 8, 10, t.deep)),
    box(548, 478, 40, 44, 10, t.trim),
    circle(400, 500, 166, t.trim),
    circle(400, 500, 150, '#ffffff', { opacity: 0.35 }),
    circle(400, 500, 138, '#fbf8f2'),
    marks,
    line('M400 500 L400 420', t.deep, 11),
    line('M400 500 L462 540', t.deep, 8),
    line('M400 540 L400 400', '#c8553d', 3),
    circle(400, 500, 10, '#c8553d'),
    path('M300 420 C330 380 380 366 420 368 L330 590 C290 560 280 470 300 420Z', '#ffffff', {
      opacity: 0.35,
    }),
  ].join('');
}

export function earrings(t: Tones): string {
  const one = [
    circle(0, -170, 16, t.light),
    line('M0 -160 L0 -120', t.dark, 7),
    circle(0, 0, 118, 'none', { stroke: t.base, 'stroke-width': 30 }),
    line('M-108 -46 C-80 -104 -20 -124 34 -112', t.light, 9),
    line('M100 60 C70 108 10 124 -40 108', t.dark, 9),
    circle(0, 116, 34, t.trim),
    ellipse(-10, 104, 10, 8, '#ffffff', { opacity: 0.7 }),
  ].join('');
  return `<g transform="translate(270 480)">${one}</g><g transform="translate(540 540)">${one}</g>`;
}

export function giftCard(t: Tones): string {
  return turned(
    -9,
    [
      box(120, 300, 560, 360, 36, t.dark),
      box(112, 290, 560, 360, 36, t.base),
      path(
        'M112 470 C260 380 420 600 672 440 L672 614 C672 636 658 650 636 650 L148 650 C126 650 112 636 112 614Z',
        t.light,
        { opacity: 0.5 },
      ),
      box(520, 290, 44, 360, 0, t.trim),
      path(
        'M542 400 C470 320 420 380 452 420 C476 446 520 430 542 408 C564 430 608 446 632 420 C664 380 614 320 542 400Z',
        t.trim,
      ),
      path('M536 410 L480 500 L520 488 L542 430 L564 488 L604 500 L548 410Z', t.trim),
      circle(542, 408, 18, t.light),
      line('M160 360 L330 360', t.light, 13),
      line('M160 400 L270 400', t.light, 8, { opacity: 0.7 }),
    ].join(''),
  );
}
