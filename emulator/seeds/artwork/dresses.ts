import { both, circle, line, path, repeated, row, seam } from './shapes.ts';
import type { Tones } from './tones.ts';

/** Where the flowers of the print are. */
const flowers: readonly (readonly [number, number])[] = [
  [330, 360],
  [420, 330],
  [470, 410],
  [370, 440],
  [300, 560],
  [400, 540],
  [500, 570],
  [340, 650],
  [450, 660],
  [550, 700],
  [250, 700],
  [290, 790],
  [390, 760],
  [490, 790],
  [230, 830],
  [580, 810],
  [350, 850],
  [450, 860],
];

export function summerDress(t: Tones): string {
  const flower = [0, 72, 144, 216, 288]
    .map((angle) => `<g transform="rotate(${angle})">${circle(0, -9, 7, t.trim)}</g>`)
    .join('');
  return [
    both(line('M330 262 C330 220 334 190 340 150', t.base, 15)),
    both(
      path(
        'M401 286 C370 286 344 272 318 250 C306 300 300 340 296 372 C302 420 312 452 322 486 L401 492Z',
        t.base,
      ),
    ),
    both(path('M401 482 L322 482 C296 600 236 740 172 862 C246 896 324 906 401 906Z', t.base)),
    both(
      path('M322 484 C350 520 330 700 280 888 L236 878 C290 740 322 600 322 484Z', t.dark, { opacity: 0.35 }),
    ),
    path('M440 490 C520 620 560 760 588 878 L628 862 C564 740 504 600 478 482Z', t.dark, { opacity: 0.35 }),
    repeated(flowers, flower + circle(0, 0, 5, t.light)),
    path('M318 478 C370 490 430 490 482 478 L486 508 C430 520 370 520 314 508Z', t.dark),
    path(
      'M318 250 C344 272 370 286 400 286 C430 286 456 272 482 250 C452 262 430 268 400 268 C370 268 348 262 318 250Z',
      t.deep,
    ),
    both(line('M176 852 C248 884 326 894 401 894', t.dark, 6)),
  ].join('');
}

export function midiDress(t: Tones): string {
  return [
    both(
      path(
        'M401 270 C364 262 342 244 334 214 L262 244 C226 260 210 286 204 322 L180 470 L250 490 L288 400 C290 440 296 470 304 500 C292 640 262 780 228 900 C286 920 344 926 401 926Z',
        t.base,
      ),
    ),
    path(
      'M420 300 C480 480 520 720 526 916 L572 900 C538 780 508 640 496 500 C504 470 510 440 512 400 L530 300Z',
      t.dark,
      { opacity: 0.35 },
    ),
    both(line('M330 520 C316 640 300 780 280 906', t.dark, 5, { opacity: 0.6 })),
    both(line('M346 540 C338 660 326 790 310 916', t.light, 9, { opacity: 0.4 })),
    path('M302 486 C364 500 436 500 498 486 L498 520 C436 534 364 534 302 520Z', t.dark),
    line('M476 510 C500 560 500 600 490 650', t.dark, 15),
    line('M470 510 C466 560 460 590 446 630', t.dark, 15),
    path('M334 214 C360 230 440 230 466 214 C456 250 432 268 400 330 C368 268 344 250 334 214Z', t.deep),
    both(line('M334 214 C344 254 370 280 400 332', t.light, 9)),
    both(seam('M288 400 C286 340 278 290 262 246', t.deep)),
    both(line('M182 462 L252 482', t.dark, 9)),
  ].join('');
}

export function slipDress(t: Tones): string {
  return [
    both(line('M338 300 C336 240 342 190 352 140', t.dark, 8)),
    both(
      path(
        'M401 330 C376 322 354 310 336 290 C318 330 304 370 304 420 C306 470 318 500 316 540 C300 680 262 800 236 900 C290 916 346 922 401 922Z',
        t.base,
      ),
    ),
    path(
      'M430 330 C470 470 500 700 520 914 L564 900 C538 800 500 680 484 540 C482 500 494 470 496 420Z',
      t.dark,
      { opacity: 0.38 },
    ),
    line('M340 420 C350 560 320 720 296 880', t.light, 22, { opacity: 0.45 }),
    line('M384 500 C392 620 372 760 362 890', t.light, 8, { opacity: 0.4 }),
    both(line('M336 290 C354 310 376 322 401 330', t.light, 7)),
    both(row(9, 18, 2.6, circle(246, 895, 9, t.dark))),
  ].join('');
}

export function jumpsuit(t: Tones): string {
  return [
    both(
      path(
        'M401 276 L346 196 L268 226 C232 242 216 268 210 304 L188 430 L256 448 L290 370 C292 410 300 440 306 466 C296 600 268 740 246 912 L362 918 C372 780 384 650 401 560Z',
        t.base,
      ),
    ),
    path(
      'M450 300 C490 440 512 700 514 914 L554 912 C532 740 504 600 494 466 C500 440 508 410 510 370 L530 280Z',
      t.dark,
      { opacity: 0.38 },
    ),
    both(
      path('M401 560 C384 650 372 780 362 918 L340 916 C350 780 366 650 384 540Z', t.dark, { opacity: 0.4 }),
    ),
    path('M304 452 C366 466 434 466 496 452 L498 494 C434 508 366 508 302 494Z', t.dark),
    path('M378 458 L422 458 L422 504 L378 504Z', 'none', { stroke: t.trim, 'stroke-width': 7 }),
    path('M346 196 C370 214 430 214 454 196 L400 282Z', t.deep),
    both(path('M346 196 L322 206 C326 256 352 300 401 340 L401 278Z', t.light)),
    line('M400 330 L400 556', t.deep, 3),
    row(3, 0, 40, circle(400, 352, 7, t.trim)),
    both(path('M318 368 L372 372 L372 424 L318 420Z', t.light, { opacity: 0.5 })),
    both(line('M306 520 L330 590', t.deep, 5)),
    both(line('M190 418 L258 436', t.dark, 9)),
  ].join('');
}
