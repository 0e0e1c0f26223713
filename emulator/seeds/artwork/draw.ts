import * as accessories from './accessories.ts';
import * as audio from './audio.ts';
import { backdrop, type Setting } from './backdrop.ts';
import * as bags from './bags.ts';
import * as bottoms from './bottoms.ts';
import * as cameras from './cameras.ts';
import * as computing from './computing.ts';
import * as dresses from './dresses.ts';
import * as living from './living.ts';
import * as outerwear from './outerwear.ts';
import * as shoes from './shoes.ts';
import { mix, tones } from './tones.ts';
import * as tops from './tops.ts';

const drawings = {
  ...{ ...tops, ...outerwear, ...bottoms, ...dresses, ...shoes, ...bags, ...accessories },
  ...{ ...audio, ...computing, ...cameras, ...living },
};

export type ArtworkKind = keyof typeof drawings;

export const artworkKinds = Object.keys(drawings) as readonly ArtworkKind[];

/** Where the foot of things that stand is; the others float before their backdrop. */
const feet: Partial<Record<ArtworkKind, number>> = {
  ...{ sneaker: 704, runner: 706, chelseaBoot: 792, loafer: 750, sandal: 750 },
  ...{ tote: 856, backpack: 858, crossbodyBag: 814, weekender: 814, bucketHat: 738, cap: 690, beanie: 776 },
  ...{ speaker: 828, bookshelfSpeaker: 850, soundbar: 814, microphone: 846, laptop: 752, monitor: 826 },
  ...{
    webcam: 786,
    router: 736,
    camera: 738,
    actionCamera: 820,
    deskLamp: 836,
    tableLamp: 854,
    projector: 728,
  },
};

export interface Artwork {
  readonly kind: ArtworkKind;
  /** Hex colour of the product. */
  readonly colour: string;
  /** Hex colour of soles, straps, buttons. */
  readonly trim: string;
  /** Hex colour of what lies behind. */
  readonly ground: string;
  /** What the backdrop is for things that don't stand. */
  readonly setting: Setting;
  /** A close-up shows the middle of the same drawing. */
  readonly isCloseUp?: boolean;
}

/** A picture as SVG text, 800 × 1000, a few kilobytes, without anything from outside. */
export function draw(artwork: Artwork): string {
  const { kind, colour, trim, ground, setting, isCloseUp = false } = artwork;
  const shadow = mix(ground, '#1c1424', 0.75);
  const foot = feet[kind];
  const stands = foot !== undefined && !isCloseUp;
  const scale = stands ? 1 : 1.06;
  const drop = stands ? Math.min(120, 850 - foot) : -30;
  const place = isCloseUp
    ? 'translate(-300 -340) scale(1.75)'
    : `translate(${400 - 400 * scale} ${drop}) scale(${scale})`;
  const blur = stands ? 'dx="0" dy="4" stdDeviation="6"' : 'dx="0" dy="18" stdDeviation="20"';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000" width="800" height="1000">',
    `<filter id="s" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow ${blur} flood-color="${shadow}" flood-opacity="${stands ? 0.2 : 0.3}"/></filter>`,
    backdrop(ground, isCloseUp ? 'plain' : stands ? 'floor' : setting),
    stands
      ? `<radialGradient id="f"><stop stop-color="${shadow}" stop-opacity=".5"/><stop offset="1" stop-color="${shadow}" stop-opacity="0"/></radialGradient><ellipse cx="400" cy="${foot + drop}" rx="372" ry="44" fill="url(#f)"/>`
      : '',
    `<g filter="url(#s)"><g transform="${place}">${drawings[kind](tones(colour, trim))}</g></g>`,
    '</svg>',
  ].join('');
}
