import { mix } from './tones.ts';

export type Setting = 'plain' | 'disc' | 'arch' | 'floor';

/** What lies behind a product: a soft ground in the backdrop colour. */
export function backdrop(colour: string, setting: Setting): string {
  const light = mix(colour, '#ffffff', 0.55);
  const soft = mix(colour, '#ffffff', 0.34);
  const shade = mix(colour, '#3a2f45', 0.05);
  const ground =
    `<linearGradient id="g" x1="0" y1="0" x2=".6" y2="1"><stop stop-color="${light}"/>` +
    `<stop offset="1" stop-color="${colour}"/></linearGradient><rect width="800" height="1000" fill="url(#g)"/>`;
  switch (setting) {
    case 'plain':
      return ground;
    case 'disc':
      return `${ground}<circle cx="400" cy="505" r="318" fill="${soft}"/>`;
    case 'arch':
      return `${ground}<path d="M130 1000V420C130 260 250 130 400 130S670 260 670 420V1000Z" fill="${soft}"/>`;
    case 'floor':
      return `${ground}<rect y="740" width="800" height="260" fill="${shade}"/><rect y="740" width="800" height="5" fill="${light}" opacity=".6"/>`;
  }
}
