import { both, box, circle, line, path, row, seam } from './shapes.ts';
import type { Tones } from './tones.ts';

export function trenchCoat(t: Tones): string {
  const half =
    'M401 210 L336 178 L262 208 C226 224 206 248 196 284 L118 640 C116 652 120 658 130 660 L196 674 C206 676 210 672 212 662 L262 450 C262 470 262 500 266 530 C262 660 244 780 226 888 C286 902 344 906 401 906Z';
  return [
    both(path(half, t.base)),
    path('M401 300 L440 300 C470 520 500 720 520 898 L574 888 C556 780 538 660 534 530 L540 330Z', t.dark, {
      opacity: 0.35,
    }),
    line('M418 340 L428 904', t.deep, 3, { opacity: 0.6 }),
    both(
      path('M336 178 C322 192 318 210 322 228 L340 340 L401 300 L401 262 C366 250 346 220 336 178Z', t.light),
    ),
    both(path('M322 226 L300 330 L362 398 L401 330 L401 300Z', t.base)),
    both(line('M322 226 L300 330 L362 396 L400 334', t.dark, 3)),
    path('M336 180 C360 206 440 206 464 180 C456 230 436 252 400 258 C364 252 344 230 336 180Z', t.deep),
    both(box(234, 268, 70, 16, 8, t.dark)),
    both(circle(288, 276, 6, t.trim)),
    path('M262 520 C350 534 450 534 538 520 L540 562 C450 576 350 576 260 562Z', t.dark),
    box(374, 514, 58, 66, 8, 'none', { stroke: t.trim, 'stroke-width': 9 }),
    line('M432 548 C470 566 474 606 466 650', t.dark, 26),
    both(circle(364, 440, 9, t.trim) + circle(364, 640, 9, t.trim) + circle(364, 730, 9, t.trim)),
    both(line('M262 620 L304 700', t.deep, 12, { opacity: 0.55 })),
    both(path('M124 610 L218 630 L214 656 L120 636Z', t.dark)),
    both(seam('M262 450 C268 370 268 290 262 212', t.deep)),
  ].join('');
}

export function bomber(t: Tones): string {
  const half =
    'M401 262 L344 226 L258 256 C212 272 186 310 176 360 L114 690 C112 702 118 710 128 712 L206 728 C216 730 224 724 226 714 L262 540 C268 610 266 680 260 752 L401 764Z';
  return [
    both(path(half, t.base)),
    path('M401 300 C470 300 500 500 480 764 L540 752 C534 680 532 610 538 540 L556 300Z', t.dark, {
      opacity: 0.35,
    }),
    both(
      path(
        'M260 740 C304 750 352 754 401 754 L401 822 C350 822 306 818 266 810 C260 808 257 804 257 798Z',
        t.deep,
      ),
    ),
    row(15, 19, 0, line('M268 756 L268 806', t.dark, 4, { opacity: 0.8 })),
    both(
      path('M112 690 L228 714 L216 772 C214 780 208 783 200 781 L112 763 C104 761 100 755 102 747Z', t.deep),
    ),
    both(
      path(
        'M344 226 C334 240 330 254 332 268 C352 296 378 308 401 312 L401 276 C374 268 354 252 344 226Z',
        t.deep,
      ),
    ),
    path('M344 226 C370 246 430 246 456 226 C446 254 426 270 400 276 C374 270 354 254 344 226Z', t.dark),
    line('M400 312 L400 820', t.trim, 9),
    box(392, 330, 16, 40, 6, t.trim),
    both(line('M288 590 L318 690', t.deep, 14)),
    both(line('M288 590 L318 690', t.trim, 4)),
    both(seam('M262 540 C268 440 268 340 258 258', t.deep)),
    line('M300 380 C296 450 300 500 292 560', t.light, 12, { opacity: 0.4 }),
  ].join('');
}

export function denimJacket(t: Tones): string {
  const half =
    'M401 262 L340 214 L254 248 C212 266 192 298 182 342 L112 706 C110 718 114 724 124 726 L198 742 C208 744 214 740 216 730 L260 516 C264 600 262 690 256 778 L401 790Z';
  return [
    both(path(half, t.base)),
    path('M401 300 C470 300 500 500 480 788 L544 778 C538 690 536 600 540 516 L556 300Z', t.dark, {
      opacity: 0.3,
    }),
    both(path('M256 764 C304 774 352 778 401 778 L401 826 C350 826 304 822 258 814Z', t.dark)),
    both(path('M110 708 L218 730 L210 778 L102 756Z', t.dark)),
    both(line('M262 378 C310 392 352 396 401 396', t.deep, 3)),
    both(seam('M262 388 C310 402 352 406 392 406', t.trim, 3)),
    both(path('M288 412 L362 416 L362 492 L325 512 L288 490Z', t.light, { opacity: 0.55 })),
    both(seam('M288 412 L362 416 L362 492 L325 512 L288 490Z', t.trim, 2.5) + circle(325, 446, 8, t.trim)),
    both(seam('M336 516 L346 776', t.trim, 3) + seam('M288 512 L314 774', t.trim, 3)),
    path('M384 300 L416 300 L416 826 L384 826Z', t.dark),
    row(6, 0, 84, circle(400, 346, 9, t.trim)),
    path('M340 214 C366 240 434 240 460 214 C450 250 430 270 400 276 C370 270 350 250 340 214Z', t.deep),
    both(path('M340 204 C322 220 314 238 314 256 L352 342 L401 288 C370 268 350 240 340 204Z', t.light)),
    both(seam('M324 254 L354 326 L394 284', t.trim, 2.5)),
    both(seam('M260 516 C264 430 264 330 254 250', t.trim, 3)),
  ].join('');
}

export function parka(t: Tones): string {
  const half =
    'M401 262 L330 226 L252 254 C212 272 190 306 180 352 L112 710 C110 722 114 728 124 730 L200 746 C210 748 216 744 218 734 L260 530 C262 640 254 750 244 866 C298 878 350 882 401 882Z';
  return [
    path('M284 274 C268 172 322 116 400 114 C478 116 532 172 516 274 C480 322 320 322 284 274Z', t.trim),
    path('M312 268 C304 190 344 150 400 150 C456 150 496 190 488 268 C460 306 340 306 312 268Z', t.dark),
    path('M334 266 C330 206 358 174 400 174 C442 174 470 206 466 266 C446 294 354 294 334 266Z', t.deep),
    both(path(half, t.base)),
    path('M401 310 C470 310 510 560 500 874 L556 866 C546 750 538 640 540 530 L560 310Z', t.dark, {
      opacity: 0.35,
    }),
    both(path('M330 226 C322 264 350 300 401 314 L401 290 C370 280 346 258 342 228Z', t.trim)),
    path('M376 306 L424 306 L424 882 L376 882Z', t.dark),
    row(5, 0, 116, circle(400, 360, 9, t.trim)),
    both(path('M276 640 L360 640 L360 760 L276 756Z', t.light, { opacity: 0.6 })),
    both(path('M270 622 L364 622 L364 664 L317 676 L270 664Z', t.dark)),
    both(
      path('M288 420 L356 420 L356 494 L288 490Z', t.light, { opacity: 0.5 }) +
        path('M284 408 L360 408 L360 436 L284 436Z', t.dark),
    ),
    both(line('M258 566 C310 576 346 578 376 578', t.deep, 4, { opacity: 0.6 })),
    both(path('M114 694 L224 716 L220 738 L110 716Z', t.dark)),
    both(seam('M260 530 C264 430 264 340 252 256', t.deep)),
  ].join('');
}

export function vest(t: Tones): string {
  const half =
    'M401 246 L338 216 L268 244 C252 252 246 264 248 282 C256 350 252 400 236 452 C228 478 226 500 228 530 L232 770 C232 790 240 798 258 800 L401 806Z';
  const quilt = row(
    6,
    0,
    84,
    line('M226 372 C260 388 352 392 401 388', t.dark, 7) +
      line('M232 362 C262 376 352 380 401 376', t.light, 9, { opacity: 0.5 }),
  );
  return [
    both(path(half, t.base)),
    both(quilt),
    path('M401 250 C470 250 520 480 500 806 L556 798 C566 790 568 780 568 770 L572 530Z', t.dark, {
      opacity: 0.25,
    }),
    both(
      path(
        'M338 216 C330 190 338 168 352 156 C368 166 386 170 401 170 L401 268 C370 258 346 242 338 216Z',
        t.light,
      ),
    ),
    path('M352 156 C376 172 424 172 448 156 C440 190 424 206 400 208 C376 206 360 190 352 156Z', t.deep),
    line('M400 200 L400 804', t.trim, 10),
    box(391, 236, 18, 46, 6, t.trim),
    both(line('M280 610 L300 716', t.deep, 13)),
    both(line('M268 244 C252 252 246 264 248 282 C256 350 252 400 236 452', t.deep, 12)),
  ].join('');
}
