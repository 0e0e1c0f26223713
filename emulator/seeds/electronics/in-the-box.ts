import type { Text } from '../build-products.ts';

/** What comes with a device. */
export const box = {
  cable: ['The device, a USB-C cable, a short guide.', 'Das Gerät, ein USB-C-Kabel, eine Kurzanleitung.'],
  case: [
    'The device, a travel case, USB-C and audio cables.',
    'Das Gerät, ein Reiseetui, USB-C- und Audiokabel.',
  ],
  power: ['The device, a power cable, a guide.', 'Das Gerät, ein Netzkabel, eine Anleitung.'],
  charger: ['The device, a charger, a USB-C cable.', 'Das Gerät, ein Ladegerät, ein USB-C-Kabel.'],
  strap: [
    'The camera, a strap, a battery, a USB-C cable.',
    'Die Kamera, ein Gurt, ein Akku, ein USB-C-Kabel.',
  ],
  mount: ['The device, wall mounts and screws.', 'Das Gerät, Wandhalterung und Schrauben.'],
} as const satisfies Record<string, Text>;
