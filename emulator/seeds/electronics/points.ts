import type { SeedProduct } from '../build-products.ts';

const connections: Readonly<Record<string, readonly [en: string, de: string]>> = {
  bluetooth: ['Bluetooth', 'Bluetooth'],
  wifi: ['Wi-Fi', 'WLAN'],
  'usb-c': ['USB-C', 'USB-C'],
  'usb-a': ['USB-A', 'USB-A'],
  hdmi: ['HDMI', 'HDMI'],
  ethernet: ['Ethernet', 'Ethernet'],
  jack: ['audio jack', 'Klinke'],
  zigbee: ['Zigbee', 'Zigbee'],
  '5g': ['5G', '5G'],
};

/** The lines below a product's text. */
export function points({ attributes }: SeedProduct, locale: 'en' | 'de'): readonly string[] {
  const isEnglish = locale === 'en';
  const { connectivity, batteryHours, screenInches, megapixels, warrantyMonths } = attributes;
  const names = Array.isArray(connectivity)
    ? connectivity.map((name) => connections[String(name)]?.[isEnglish ? 0 : 1] ?? String(name))
    : [];
  const screen = isEnglish ? String(screenInches) : String(screenInches).replace('.', ',');
  const lines = [
    names.length > 0 && `${isEnglish ? 'Connects by' : 'Verbindet sich über'} ${names.join(', ')}`,
    batteryHours && (isEnglish ? `${batteryHours} hours on a charge` : `${batteryHours} Stunden pro Ladung`),
    screenInches && (isEnglish ? `${screen}-inch screen` : `Bildschirm mit ${screen} Zoll`),
    megapixels && (isEnglish ? `${megapixels} megapixels` : `${megapixels} Megapixel`),
    warrantyMonths &&
      (isEnglish ? `${warrantyMonths} months of warranty` : `${warrantyMonths} Monate Garantie`),
  ];
  return lines.filter((line) => typeof line === 'string');
}
