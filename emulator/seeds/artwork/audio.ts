import { both, box, circle, ellipse, line, path, row, turned } from './shapes.ts';
import type { Tones } from './tones.ts';

export function headphones(t: Tones): string {
  return [
    line('M186 560 C166 300 260 176 400 176 C540 176 634 300 614 560', t.dark, 46),
    line('M186 540 C170 300 264 182 400 182 C536 182 630 300 614 540', t.base, 36),
    line('M268 252 C310 214 352 200 400 200 C448 200 490 214 532 252', t.light, 10),
    line('M262 262 C304 226 350 212 400 212 C450 212 496 226 538 262', t.trim, 20, { opacity: 0.9 }),
    both(line('M190 470 L196 566', t.trim, 20)),
    both(
      path(
        'M208 520 C150 516 120 570 120 650 C120 730 150 786 208 782 C232 780 236 760 236 740 L236 560 C236 540 232 522 208 520Z',
        t.base,
      ),
    ),
    both(
      path(
        'M208 520 C232 522 236 540 236 560 L236 740 C236 760 232 780 208 782 L196 782 C210 700 210 600 196 520Z',
        t.deep,
      ),
    ),
    both(path('M236 556 C276 556 290 590 290 650 C290 710 276 744 236 744Z', t.dark)),
    both(path('M260 568 C280 582 288 612 288 650 C288 690 280 718 260 732Z', t.deep, { opacity: 0.7 })),
    both(line('M146 600 C138 640 140 690 152 720', t.light, 9)),
    circle(166, 700, 7, t.trim),
  ].join('');
}

export function earbuds(t: Tones): string {
  const bud = [
    path('M-30 20 L30 20 L24 190 C22 212 -22 212 -24 190Z', t.base),
    path('M6 20 L30 20 L24 190 C22 206 10 210 0 208Z', t.dark),
    circle(0, -10, 74, t.base),
    path('M20 -82 C64 -70 80 -20 66 26 C50 60 20 66 6 62 C50 40 52 -40 20 -82Z', t.dark),
    ellipse(-64, 8, 34, 44, t.trim),
    ellipse(-74, 10, 16, 24, t.deep),
    ellipse(-14, -46, 26, 14, '#ffffff', { opacity: 0.45 }),
    box(-12, 100, 8, 50, 4, t.light),
  ].join('');
  return [
    box(196, 560, 408, 250, 112, t.dark),
    box(196, 548, 408, 250, 112, t.base),
    path('M196 656 L604 656 L604 668 L196 668Z', t.deep, { opacity: 0.6 }),
    line('M250 600 C290 570 340 566 400 566', t.light, 12),
    circle(400, 720, 7, t.trim),
    box(370, 652, 60, 22, 9, t.trim),
    `<g transform="translate(294 330) rotate(-10)">${bud}</g>`,
    `<g transform="translate(506 330) scale(-1 1) rotate(-10)">${bud}</g>`,
  ].join('');
}

export function speaker(t: Tones): string {
  const mesh = row(10, 0, 38, row(9, 38, 0, circle(248, 330, 6, t.deep, { opacity: 0.5 })));
  return [
    line('M300 200 C300 120 500 120 500 200', t.trim, 22),
    box(196, 190, 408, 640, 90, t.dark),
    box(196, 180, 396, 640, 90, t.base),
    box(222, 296, 344, 424, 60, t.dark, { opacity: 0.45 }),
    mesh,
    row(4, 60, 0, circle(304, 242, 13, t.dark)),
    line('M298 242 L310 242', t.light, 4) + line('M358 242 L370 242 M364 236 L364 248', t.light, 4),
    path('M418 234 L432 242 L418 250Z', t.light),
    circle(484, 242, 5, '#7fd6a4'),
    box(340, 748, 104, 34, 10, t.trim),
    line('M222 260 C226 224 250 204 290 200', t.light, 9, { opacity: 0.7 }),
  ].join('');
}

export function bookshelfSpeaker(t: Tones): string {
  const cone = (y: number, radius: number) =>
    [
      circle(400, y, radius, t.deep),
      circle(400, y, radius * 0.88, '#26222d'),
      circle(400, y, radius * 0.7, '#3a3542'),
      circle(400, y, radius * 0.3, t.trim),
      ellipse(400 - radius * 0.24, y - radius * 0.34, radius * 0.34, radius * 0.16, '#ffffff', {
        opacity: 0.12,
      }),
    ].join('');
  return [
    path('M580 190 L624 220 L624 832 L580 850Z', t.deep),
    box(206, 180, 378, 672, 22, t.base),
    ...[0, 1, 2, 3, 4].map((index) =>
      line(
        `M${240 + index * 72} 190 C${230 + index * 80} 400 ${260 + index * 66} 600 ${238 + index * 74} 842`,
        t.dark,
        3,
        { opacity: 0.5 },
      ),
    ),
    box(234, 208, 322, 616, 14, '#2b2732', { opacity: 0.92 }),
    cone(342, 84),
    cone(606, 148),
    circle(400, 786, 6, '#7fd6a4'),
  ].join('');
}

export function turntable(t: Tones): string {
  const grooves = [168, 150, 132, 114, 96]
    .map((radius) =>
      circle(340, 500, radius, 'none', { stroke: '#ffffff', 'stroke-opacity': 0.09, 'stroke-width': 3 }),
    )
    .join('');
  return [
    box(106, 276, 588, 470, 34, t.dark),
    box(106, 262, 588, 462, 34, t.base),
    line('M140 280 L660 280', t.light, 6, { opacity: 0.7 }),
    circle(340, 500, 198, t.deep),
    circle(340, 496, 188, '#211d28'),
    grooves,
    path('M340 500 L220 372 A176 176 0 0 1 292 330Z', '#ffffff', { opacity: 0.09 }),
    path('M340 500 L460 628 A176 176 0 0 1 388 670Z', '#ffffff', { opacity: 0.07 }),
    circle(340, 500, 62, t.trim),
    circle(340, 500, 9, '#f6f1e8'),
    circle(606, 366, 46, t.dark) + circle(606, 362, 34, '#e9e5df'),
    line('M606 362 L612 560 L500 634', '#e9e5df', 13),
    turned(-32, box(462, 618, 56, 28, 6, '#2b2732'), 490, 634),
    circle(600, 668, 22, t.trim) + circle(648, 668, 12, t.dark) + line('M600 668 L600 652', t.deep, 4),
  ].join('');
}

export function soundbar(t: Tones): string {
  return [
    box(420, 420, 250, 396, 30, t.dark),
    box(420, 412, 250, 390, 30, t.base),
    circle(545, 560, 92, t.deep) + circle(545, 560, 74, '#2b2732') + circle(545, 560, 26, t.trim),
    box(60, 676, 680, 140, 56, t.deep),
    box(60, 664, 680, 140, 56, t.base),
    row(3, 0, 26, row(26, 22.5, 0, circle(112, 712, 4.5, t.deep, { opacity: 0.6 }))),
    line('M110 682 L690 682', t.light, 5, { opacity: 0.6 }),
    circle(704, 734, 9, '#7fd6a4'),
  ].join('');
}

export function microphone(t: Tones): string {
  const mesh = [0, 1, 2, 3, 4, 5]
    .map((index) => line(`M318 ${236 + index * 34} L482 ${236 + index * 34}`, t.deep, 3))
    .join('');
  return [
    line('M400 640 L400 800', t.dark, 26),
    ellipse(400, 822, 170, 34, t.dark),
    ellipse(400, 812, 170, 34, t.base),
    line('M256 420 C256 640 544 640 544 420', t.trim, 20),
    box(310, 180, 180, 400, 90, t.base),
    path(
      'M440 184 C500 240 500 520 440 576 C480 560 490 530 490 490 L490 270 C490 230 474 198 440 184Z',
      t.dark,
    ),
    box(310, 180, 180, 250, 90, '#d8d4d0', { opacity: 0.3 }),
    mesh,
    row(5, 32, 0, line('M336 206 L336 424', t.deep, 3)),
    path('M310 424 L490 424 L490 448 L310 448Z', t.trim),
    circle(400, 506, 22, t.deep) + circle(400, 506, 8, '#ef6a5a'),
    circle(258, 420, 18, t.dark) + circle(542, 420, 18, t.dark),
  ].join('');
}
