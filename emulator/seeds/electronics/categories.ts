import type { SeedCategory } from '../build-categories.ts';

/** A tree, in the order in which a shop shows it. */
export const categories: readonly SeedCategory[] = [
  {
    key: 'audio',
    name: ['Audio', 'Audio'],
    slug: 'audio-geraete',
    text: [
      'Everything for your ears, at home and on the way.',
      'Alles für die Ohren, zu Hause und unterwegs.',
    ],
    children: [
      { key: 'headphones', name: ['Headphones', 'Kopfhörer'], slug: 'kopfhoerer' },
      { key: 'speakers', name: ['Speakers', 'Lautsprecher'], slug: 'lautsprecher' },
      { key: 'hi-fi', name: ['Hi-fi & recording', 'Hi-Fi & Aufnahme'], slug: 'hifi-und-aufnahme' },
    ],
  },
  {
    key: 'computing',
    name: ['Computing', 'Computer'],
    slug: 'computer',
    text: ['For work, for play, for reading in bed.', 'Für die Arbeit, zum Spielen, zum Lesen im Bett.'],
    children: [
      {
        key: 'laptops-and-tablets',
        name: ['Laptops & tablets', 'Laptops & Tablets'],
        slug: 'laptops-und-tablets',
      },
      { key: 'desk', name: ['Desk setup', 'Schreibtisch'], slug: 'schreibtisch' },
      {
        key: 'network-and-storage',
        name: ['Network & storage', 'Netzwerk & Speicher'],
        slug: 'netzwerk-und-speicher',
      },
      { key: 'gaming', name: ['Gaming', 'Gaming'], slug: 'spielen' },
    ],
  },
  {
    key: 'phones-and-wearables',
    name: ['Phones & wearables', 'Smartphones & Wearables'],
    slug: 'smartphones-und-wearables',
    text: ['What you carry all day.', 'Was man den ganzen Tag bei sich trägt.'],
    children: [
      { key: 'phones', name: ['Phones', 'Smartphones'], slug: 'smartphones' },
      { key: 'wearables', name: ['Wearables', 'Wearables'], slug: 'am-handgelenk' },
      { key: 'power', name: ['Power', 'Strom'], slug: 'strom' },
    ],
  },
  {
    key: 'photo-and-video',
    name: ['Photo & video', 'Foto & Video'],
    slug: 'foto-und-video',
    text: ['Cameras for people who look twice.', 'Kameras für alle, die zweimal hinsehen.'],
    children: [
      { key: 'cameras', name: ['Cameras', 'Kameras'], slug: 'kameras' },
      {
        key: 'drones-and-projection',
        name: ['Drones & projection', 'Drohnen & Projektion'],
        slug: 'drohnen-und-projektion',
      },
    ],
  },
  {
    key: 'smart-home',
    name: ['Smart home', 'Smart Home'],
    slug: 'zuhause',
    text: ['Light, warmth and clean floors.', 'Licht, Wärme und saubere Böden.'],
    children: [
      { key: 'lighting', name: ['Lighting', 'Licht'], slug: 'licht' },
      {
        key: 'climate-and-cleaning',
        name: ['Climate & cleaning', 'Klima & Reinigung'],
        slug: 'klima-und-reinigung',
      },
    ],
  },
];
