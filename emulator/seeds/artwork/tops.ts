import { both, box, circle, line, path, row, seam } from './shapes.ts';
import type { Tones } from './tones.ts';

const torso =
  'M401 268 C362 266 338 248 328 220 L246 254 C222 265 206 281 194 303 L104 462 L206 520 L258 436 C264 562 264 690 256 808 C302 820 352 823 401 823Z';
const longSleeved =
  'M401 268 C362 266 338 248 328 220 L246 252 C214 266 194 290 184 326 L98 738 C96 748 100 754 108 756 L176 772 C184 774 190 770 192 762 L258 486 C264 590 264 700 256 812 C302 824 352 827 401 827Z';
const neckBack = 'M328 220 C352 238 448 238 472 220 C462 256 436 270 400 270 C364 270 338 256 328 220Z';

function bodyShade(t: Tones): string {
  return (
    path(
      'M401 300 C470 300 500 520 470 824 L544 812 C536 690 536 562 542 436 L560 300 C520 290 450 300 401 300Z',
      t.dark,
      {
        opacity: 0.35,
      },
    ) + line('M300 470 C296 560 300 640 292 720', t.light, 10, { opacity: 0.35 })
  );
}

export function tee(t: Tones): string {
  return [
    both(path(torso, t.base)),
    both(path('M104 462 L206 520 L214 506 L112 447Z', t.dark)),
    both(seam('M258 436 C262 380 258 320 246 254', t.deep)),
    bodyShade(t),
    both(seam('M257 788 C302 800 352 803 401 803', t.deep)),
    path(neckBack, t.deep),
    line('M326 222 C336 262 364 284 400 284 C436 284 464 262 474 222', t.light, 15),
    box(388, 240, 24, 14, 2, t.light, { opacity: 0.8 }),
  ].join('');
}

export function stripedTee(t: Tones): string {
  const stripes = row(9, 0, 54, line('M200 352 C330 372 470 372 600 352', t.trim, 17));
  return [
    '<clipPath id="b"><path d="M262 300 L538 300 L542 436 C536 562 536 690 544 808 C452 828 348 828 256 808 C264 690 264 562 258 436Z"/></clipPath>',
    both(path(longSleeved, t.base)),
    `<g clip-path="url(#b)">${stripes}</g>`,
    both(
      row(5, -15, 72, line('M158 424 L252 446', t.trim, 15)) +
        path('M98 738 L192 762 L186 784 L92 760Z', t.dark),
    ),
    path(neckBack, t.deep),
    line('M326 222 C336 262 364 284 400 284 C436 284 464 262 474 222', t.trim, 14),
    both(seam('M258 486 C262 400 258 330 246 254', t.deep)),
  ].join('');
}

export function shirt(t: Tones): string {
  return [
    both(path(longSleeved, t.base)),
    both(path('M96 746 L192 768 L184 806 C183 812 178 814 172 813 L96 796 C90 794 88 790 89 784Z', t.light)),
    both(seam('M94 758 L188 780', t.deep)),
    both(seam('M258 486 C262 400 258 330 246 254', t.deep)),
    bodyShade(t),
    path('M378 284 L422 284 L422 826 L378 826Z', t.light),
    seam('M382 300 L382 824', t.dark),
    seam('M418 300 L418 824', t.dark),
    row(6, 0, 88, circle(400, 346, 8, t.trim) + circle(400, 346, 3, t.deep)),
    path('M330 224 C352 246 448 246 470 224 L462 268 L338 268Z', t.deep),
    both(
      path(
        'M334 206 C322 216 318 226 318 238 L352 318 C370 300 386 288 401 282 C370 268 346 244 334 206Z',
        t.light,
      ),
    ),
    both(line('M320 240 L352 316 L400 283', t.dark, 3)),
    path('M452 398 L524 398 L524 470 L488 490 L452 470Z', t.light, { opacity: 0.75 }),
    seam('M452 412 L524 412', t.dark),
  ].join('');
}

export function polo(t: Tones): string {
  return [
    both(path(torso, t.base)),
    both(line('M108 456 L208 514', t.trim, 14)),
    both(seam('M258 436 C262 380 258 320 246 254', t.deep)),
    bodyShade(t),
    path('M380 282 L420 282 L420 424 L380 424Z', t.light),
    row(3, 0, 46, circle(400, 312, 7, t.trim)),
    path('M330 224 C352 246 448 246 470 224 L462 268 L338 268Z', t.deep),
    both(
      path(
        'M334 206 C320 218 316 230 318 244 L356 320 C372 302 388 290 401 284 C370 268 346 244 334 206Z',
        t.dark,
      ),
    ),
    both(line('M320 252 L356 318 L400 284', t.trim, 4)),
    both(seam('M257 792 C302 804 352 807 401 807', t.deep)),
  ].join('');
}

/** A fine knit, plain but for what `front` puts on it. */
function knit(t: Tones, front: string): string {
  const rib = (d: string) => line(d, t.dark, 3, { opacity: 0.7 });
  return [
    both(path(longSleeved, t.base)),
    bodyShade(t),
    front,
    both(
      path(
        'M256 776 C302 788 352 791 401 791 L401 850 C350 850 302 846 258 836 C254 834 253 830 253 826Z',
        t.dark,
      ),
    ),
    row(15, 20, 0, line('M262 790 L260 832', t.deep, 3, { opacity: 0.45 })),
    both(path('M104 712 L200 734 L186 790 C184 796 178 798 172 796 L100 780 C92 778 90 772 92 766Z', t.dark)),
    both(row(4, 20, 5, rib('M112 724 L104 772'))),
    both(seam('M258 486 C262 400 258 330 246 254', t.deep)),
    path(neckBack, t.deep),
    line('M322 218 C334 262 364 286 400 286 C436 286 466 262 478 218', t.dark, 26),
    line('M314 222 C328 274 362 300 400 300 C438 300 472 274 486 222', t.deep, 2, { opacity: 0.4 }),
  ].join('');
}

export function sweater(t: Tones): string {
  const cable = line('M0 0 C22 22 22 44 0 66 C-22 88 -22 110 0 132', t.light, 9, { opacity: 0.9 });
  const braid = row(3, 0, 132, cable);
  return knit(t, [330, 400, 470].map((x) => `<g transform="translate(${x} 330)">${braid}</g>`).join(''));
}

export function crewneck(t: Tones): string {
  const rows = row(11, 0, 40, line('M268 330 C350 346 450 346 532 330', t.dark, 2, { opacity: 0.28 }));
  return knit(t, rows);
}

export function hoodie(t: Tones): string {
  return [
    path('M296 262 C286 178 330 128 400 126 C470 128 514 178 504 262 C470 310 330 310 296 262Z', t.dark),
    path('M326 258 C322 196 352 160 400 160 C448 160 478 196 474 258 C450 296 350 296 326 258Z', t.deep),
    both(path(longSleeved, t.base)),
    bodyShade(t),
    both(
      path(
        'M254 782 C302 796 352 799 401 799 L401 852 C350 852 302 848 258 838 C254 836 252 832 252 828Z',
        t.dark,
      ),
    ),
    both(path('M104 712 L200 734 L186 790 C184 796 178 798 172 796 L100 780 C92 778 90 772 92 766Z', t.dark)),
    both(path('M401 600 L322 600 L276 700 L276 782 C314 792 358 796 401 796Z', t.light, { opacity: 0.65 })),
    both(seam('M326 608 L284 700', t.deep)),
    both(path('M328 220 C320 268 352 318 401 330 L401 306 C366 296 342 262 344 226Z', t.dark)),
    both(seam('M258 486 C262 400 258 330 246 254', t.deep)),
    line('M374 312 C372 360 376 390 370 424', t.trim, 7),
    line('M426 312 C428 352 424 376 430 404', t.trim, 7),
    circle(374, 312, 6, t.deep) + circle(426, 312, 6, t.deep),
  ].join('');
}

export function blouse(t: Tones): string {
  const half =
    'M401 300 L340 214 L256 246 C214 262 190 300 172 352 C142 446 122 556 118 660 C116 700 140 716 176 720 C206 722 222 706 226 676 C232 610 244 540 262 480 C268 590 258 700 246 800 C296 822 350 828 401 828Z';
  return [
    both(path(half, t.base)),
    bodyShade(t),
    both(line('M136 640 C160 660 200 664 228 650', t.dark, 8)),
    both(line('M170 380 C160 470 150 560 158 640', t.dark, 4, { opacity: 0.5 })),
    path('M340 214 C370 226 430 226 460 214 L400 300Z', t.deep),
    both(path('M340 214 L320 224 C330 280 360 320 401 344 L401 300Z', t.light)),
    line('M400 322 L400 826', t.dark, 3),
    path(
      'M400 330 C360 300 330 318 336 352 C342 384 380 370 400 342 C420 370 458 384 464 352 C470 318 440 300 400 330Z',
      t.trim,
    ),
    line('M396 344 C380 420 372 470 352 520', t.trim, 12),
    line('M404 344 C418 410 424 450 446 500', t.trim, 12),
    both(seam('M262 480 C266 400 262 330 256 250', t.deep)),
  ].join('');
}
