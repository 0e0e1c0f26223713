import type { Colour } from '../build-products.ts';

function colour(name: string, german: string, hex: string, trim: string, ground: string): Colour {
  return { name, german, hex, trim, ground };
}

/** Finishes of devices: each with its second material, and the ground it is photographed on. */
export const colours: Readonly<Record<string, Colour>> = {
  graphite: colour('Graphite', 'Graphit', '#3d4048', '#d9a05b', '#dfe1e4'),
  midnight: colour('Midnight', 'Mitternacht', '#2f3d58', '#e0a872', '#dce2ea'),
  silver: colour('Silver', 'Silber', '#c3c7cc', '#6f8fae', '#e1e5e8'),
  pearl: colour('Pearl', 'Perlweiß', '#efece6', '#b98b5e', '#dcd8d0'),
  coral: colour('Coral', 'Koralle', '#d9705c', '#f6dfc9', '#f4e0d8'),
  moss: colour('Moss', 'Moos', '#66805f', '#ecd9a8', '#e1e8dc'),
  ocean: colour('Ocean', 'Ozean', '#3f7187', '#f2d6a0', '#dce8ec'),
  sun: colour('Sun', 'Sonne', '#dba53b', '#5a4632', '#f5ecd2'),
  plum: colour('Plum', 'Pflaume', '#70587f', '#efc9b4', '#e8e1ea'),
  walnut: colour('Walnut', 'Nussbaum', '#7b5238', '#d9b27c', '#ece2d8'),
};
