import type { SeedProduct } from '../build-products.ts';

const materials: Readonly<Record<string, readonly [en: string, de: string]>> = {
  cotton: ['Cotton', 'Baumwolle'],
  'organic-cotton': ['Organic cotton', 'Bio-Baumwolle'],
  linen: ['Linen', 'Leinen'],
  wool: ['Wool', 'Wolle'],
  merino: ['Extra-fine merino wool', 'Extrafeine Merinowolle'],
  silk: ['Silk', 'Seide'],
  viscose: ['Viscose from certified forests', 'Viskose aus zertifizierten Wäldern'],
  denim: ['Cotton denim', 'Denim aus Baumwolle'],
  'recycled-nylon': ['Recycled nylon', 'Recyceltes Nylon'],
  leather: ['Vegetable-tanned leather', 'Pflanzlich gegerbtes Leder'],
  suede: ['Suede', 'Wildleder'],
  canvas: ['Cotton canvas', 'Canvas aus Baumwolle'],
  acetate: ['Bio-acetate', 'Bio-Acetat'],
  steel: ['Stainless steel', 'Edelstahl'],
  brass: ['Recycled brass, plated', 'Recyceltes Messing, beschichtet'],
};

const fits: Readonly<Record<string, readonly [en: string, de: string]>> = {
  slim: ['Slim fit', 'Schmaler Schnitt'],
  regular: ['Regular fit', 'Gerader Schnitt'],
  relaxed: ['Relaxed fit', 'Lockerer Schnitt'],
  oversized: ['Oversized: take a size down if in doubt', 'Oversized: im Zweifel eine Größe kleiner'],
};

const countries: Readonly<Record<string, string>> = {
  France: 'Frankreich',
  Lithuania: 'Litauen',
  Italy: 'Italien',
  Czechia: 'Tschechien',
  Türkiye: 'der Türkei',
  Estonia: 'Estland',
  India: 'Indien',
  Spain: 'Spanien',
  Scotland: 'Schottland',
  Germany: 'Deutschland',
};

/** The lines below a product's text. */
export function points({ attributes, grams }: SeedProduct, locale: 'en' | 'de'): readonly string[] {
  const at = locale === 'en' ? 0 : 1;
  const { material, fit, madeIn, capacity, heelHeight } = attributes;
  const country = String(madeIn);
  const lines = [
    materials[String(material)]?.[at],
    fits[String(fit)]?.[at],
    capacity && (locale === 'en' ? `Holds ${capacity} litres` : `Fasst ${capacity} Liter`),
    heelHeight && (locale === 'en' ? `Heel of ${heelHeight} mm` : `Absatz ${heelHeight} mm`),
    madeIn && (locale === 'en' ? `Made in ${country}` : `Hergestellt in ${countries[country] ?? country}`),
    grams === 0 && (locale === 'en' ? 'Delivered by e-mail' : 'Wird per E-Mail verschickt'),
  ];
  return lines.filter((line) => typeof line === 'string');
}
