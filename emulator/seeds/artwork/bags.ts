import { both, box, circle, ellipse, line, path, row, seam } from './shapes.ts';
import type { Tones } from './tones.ts';

export function tote(t: Tones): string {
  return [
    line('M290 420 C286 170 514 170 510 420', t.dark, 24),
    both(
      path(
        'M401 392 L210 392 C200 560 184 700 172 812 C172 836 186 846 206 848 C280 856 340 858 401 858Z',
        t.base,
      ),
    ),
    path(
      'M470 392 C500 560 520 720 524 856 C556 854 580 850 596 848 C616 846 628 836 628 812 C616 700 600 560 590 392Z',
      t.dark,
      { opacity: 0.45 },
    ),
    line('M296 440 C290 200 510 200 504 440', t.light, 24),
    both(box(272, 420, 46, 92, 6, t.light)),
    both(seam('M282 430 L308 502 M308 430 L282 502', t.dark, 3)),
    line('M208 396 L592 396', t.dark, 8),
    seam('M206 416 L594 416', t.deep),
    box(352, 590, 96, 120, 6, t.trim),
    seam('M362 600 L438 600 L438 700 L362 700Z', t.base),
    both(seam('M186 820 C270 834 340 836 401 836', t.deep)),
  ].join('');
}

export function backpack(t: Tones): string {
  return [
    line('M352 236 C352 150 448 150 448 236', t.dark, 22),
    both(path('M250 420 C206 430 190 500 186 640 C186 720 200 760 226 780Z', t.dark)),
    both(path('M401 218 C300 218 238 262 230 360 L218 790 C218 836 244 854 282 858 L401 862Z', t.base)),
    path(
      'M470 222 C520 400 530 640 510 860 L520 858 C556 854 582 836 582 790 L570 360 C564 280 540 236 470 222Z',
      t.dark,
      { opacity: 0.45 },
    ),
    both(path('M401 250 C320 250 268 286 262 380 L260 480 L401 480Z', t.light, { opacity: 0.6 })),
    line('M262 480 L538 480', t.deep, 9),
    box(452, 470, 52, 20, 8, t.trim),
    both(path('M401 560 L270 560 C262 640 260 720 264 790 C270 812 290 816 310 818 L401 820Z', t.light)),
    line('M268 596 L532 596', t.deep, 8),
    box(300, 588, 16, 50, 6, t.trim),
    both(path('M290 420 L318 420 L318 610 L290 610Z', t.trim)),
    both(box(282, 560, 44, 34, 6, t.deep)),
    box(360, 320, 80, 62, 8, t.trim),
    circle(400, 351, 14, t.base),
  ].join('');
}

export function crossbodyBag(t: Tones): string {
  return [
    line('M206 470 C150 130 650 130 594 470', t.dark, 15),
    both(
      path('M401 430 L216 430 C196 430 186 444 184 466 L168 740 C168 786 190 806 236 810 L401 816Z', t.dark),
    ),
    both(
      path(
        'M401 420 L214 420 C190 420 180 440 180 470 C180 590 220 660 300 680 C340 688 370 690 401 690Z',
        t.base,
      ),
    ),
    path('M450 420 C520 460 540 580 500 680 C580 660 620 590 620 470 C620 440 610 420 586 420Z', t.dark, {
      opacity: 0.35,
    }),
    both(seam('M196 470 C198 580 234 640 306 660 C340 668 370 670 401 670', t.trim, 3)),
    line('M240 450 C300 438 380 436 440 440', t.light, 12, { opacity: 0.6 }),
    box(362, 640, 76, 62, 14, t.trim),
    box(380, 658, 40, 26, 8, t.dark),
    both(circle(206, 462, 20, 'none', { stroke: t.trim, 'stroke-width': 9 })),
    both(seam('M180 730 C184 774 200 790 240 792 L401 798', t.light, 3)),
  ].join('');
}

export function weekender(t: Tones): string {
  return [
    line('M276 450 C270 260 530 260 524 450', t.trim, 22),
    path(
      'M130 470 C110 560 104 680 118 770 C122 800 140 812 166 814 L634 814 C660 812 678 800 682 770 C696 680 690 560 670 470 C664 430 640 410 600 410 L200 410 C160 410 136 430 130 470Z',
      t.base,
    ),
    path(
      'M540 410 C580 540 590 700 560 814 L634 814 C660 812 678 800 682 770 C696 680 690 560 670 470 C664 430 640 410 600 410Z',
      t.dark,
      { opacity: 0.45 },
    ),
    line('M180 410 L620 410', t.deep, 12),
    line('M282 470 C276 300 524 300 518 470', t.trim, 22),
    path('M262 440 L302 440 L302 814 L262 814Z', t.trim),
    path('M498 440 L538 440 L538 814 L498 814Z', t.trim),
    path('M118 720 L302 720 L302 814 L166 814 C140 812 122 800 118 770Z', t.trim, { opacity: 0.9 }),
    path('M682 720 L538 720 L538 814 L634 814 C660 812 678 800 682 770Z', t.trim, { opacity: 0.9 }),
    seam('M270 450 L270 806 M294 450 L294 806 M506 450 L506 806 M530 450 L530 806', t.light, 2.5),
    box(362, 330, 78, 34, 14, t.trim),
    box(420, 400, 60, 22, 8, '#c9a45c'),
  ].join('');
}

export function wallet(t: Tones): string {
  return [
    box(176, 330, 448, 330, 30, t.dark),
    path('M196 356 C300 336 500 336 604 356 L604 420 L196 420Z', t.trim),
    path('M210 376 C320 360 480 360 590 376 L590 430 L210 430Z', t.light),
    box(176, 392, 448, 288, 30, t.base),
    path(
      'M470 392 C520 480 520 600 490 680 L594 680 C614 680 624 666 624 650 L624 422 C624 402 612 392 594 392Z',
      t.dark,
      { opacity: 0.4 },
    ),
    seam('M198 414 L602 414 L602 658 L198 658Z', t.trim, 3),
    path('M624 486 L540 486 C508 486 508 586 540 586 L624 586Z', t.dark),
    circle(548, 536, 18, '#c9a45c'),
    line('M226 450 L420 450', t.light, 9, { opacity: 0.5 }),
  ].join('');
}

export function belt(t: Tones): string {
  const ring = (radiusX: number, radiusY: number, stroke: string, width: number) =>
    ellipse(400, 520, radiusX, radiusY, 'none', { stroke, 'stroke-width': width });
  return [
    ring(236, 222, t.dark, 66),
    ring(226, 212, t.base, 56),
    ring(226, 212, t.light, 2),
    ring(150, 136, t.dark, 50),
    ring(142, 128, t.base, 44),
    path('M300 672 L640 700 C664 702 664 766 640 768 L300 752Z', t.base),
    seam('M310 684 L632 710 M310 742 L632 758', t.trim, 3),
    row(4, 44, 4, circle(486, 714, 7, t.deep)),
    box(222, 650, 116, 122, 20, 'none', { stroke: t.trim, 'stroke-width': 20 }),
    line('M228 712 L352 716', t.trim, 13),
  ].join('');
}
