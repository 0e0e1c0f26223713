import { both, box, circle, line, path, row, seam } from './shapes.ts';
import type { Tones } from './tones.ts';

const leg =
  'M401 160 L282 160 C276 260 262 420 250 560 C242 680 238 780 234 880 L370 888 C376 740 388 560 401 430Z';

function legShade(t: Tones): string {
  return (
    path(
      'M470 160 C500 400 520 640 530 884 L566 880 C562 780 558 680 550 560 C538 420 524 260 518 160Z',
      t.dark,
      { opacity: 0.45 },
    ) +
    path('M401 430 C388 560 376 740 370 888 L346 886 C352 740 366 560 380 400Z', t.dark, { opacity: 0.45 })
  );
}

export function jeans(t: Tones): string {
  return [
    both(path(leg, t.base)),
    both(line('M300 420 C294 520 290 600 286 720', t.light, 34, { opacity: 0.35 })),
    legShade(t),
    both(path('M284 160 L401 160 L401 204 L282 204Z', t.dark)),
    both(box(318, 152, 14, 60, 4, t.light)),
    both(seam('M288 214 C300 262 324 282 366 286 L366 214', t.trim, 3)),
    both(seam('M274 290 C262 440 250 640 244 860', t.trim, 3)),
    both(seam('M236 862 L370 870', t.trim, 3)),
    line('M400 206 C402 300 400 380 400 428', t.deep, 3),
    seam('M416 210 C418 290 414 322 400 348', t.trim, 3),
    circle(400, 182, 10, t.trim),
    circle(400, 182, 4, t.deep),
  ].join('');
}

export function trousers(t: Tones): string {
  return [
    both(
      path(
        'M401 156 L290 156 C282 260 272 420 264 560 C258 680 256 790 254 900 L352 904 C362 740 384 560 401 420Z',
        t.base,
      ),
    ),
    path(
      'M460 156 C486 400 506 640 510 902 L546 900 C544 790 542 680 536 560 C528 420 518 260 510 156Z',
      t.dark,
      { opacity: 0.45 },
    ),
    both(line('M330 240 C322 440 312 660 304 898', t.dark, 4)),
    both(line('M322 240 C314 440 304 660 296 898', t.light, 5, { opacity: 0.5 })),
    both(path('M290 156 L401 156 L401 198 L287 198Z', t.dark)),
    both(box(326, 148, 12, 56, 4, t.light)),
    both(line('M294 208 L318 286', t.deep, 5)),
    line('M400 198 L400 420', t.deep, 3),
    box(392, 168, 34, 18, 5, t.trim),
    both(line('M254 872 L356 876', t.deep, 3, { opacity: 0.6 })),
  ].join('');
}

export function shorts(t: Tones): string {
  return [
    both(path('M401 280 L276 280 C262 400 240 540 218 690 L376 716 C384 640 392 570 401 510Z', t.base)),
    path('M470 280 C510 420 540 580 540 698 L582 690 C560 540 538 400 524 280Z', t.dark, { opacity: 0.45 }),
    both(
      path('M401 510 C392 570 384 640 376 716 L352 712 C360 630 374 550 386 480Z', t.dark, { opacity: 0.45 }),
    ),
    both(path('M276 280 L401 280 L401 330 L270 330Z', t.dark)),
    row(12, 20, 0, line('M290 288 L290 324', t.deep, 3, { opacity: 0.5 })),
    both(line('M270 346 L300 440', t.deep, 6)),
    both(seam('M222 668 L378 694', t.deep, 3)),
    line('M386 326 C380 370 384 400 372 436', t.trim, 7),
    line('M414 326 C420 362 414 386 426 416', t.trim, 7),
    line('M400 330 L400 506', t.deep, 3),
  ].join('');
}

export function skirt(t: Tones): string {
  const pleats = [306, 342, 376]
    .map((x, index) => line(`M${x} 262 L${210 + index * 74} 792`, t.dark, 5))
    .join('');
  return [
    both(path('M401 216 L292 216 C282 390 230 600 170 790 C246 826 322 836 401 836Z', t.base)),
    both(pleats),
    both(line('M316 264 L246 790', t.light, 12, { opacity: 0.45 })),
    path('M440 240 C500 440 560 640 590 806 L630 790 C570 600 518 390 508 216Z', t.dark, { opacity: 0.4 }),
    line('M400 262 L400 834', t.dark, 5),
    both(path('M294 212 C330 220 366 222 401 222 L401 268 C364 268 326 264 290 258Z', t.dark)),
    box(452, 226, 40, 26, 5, t.trim),
    both(seam('M178 772 C248 804 324 814 401 814', t.deep)),
  ].join('');
}
