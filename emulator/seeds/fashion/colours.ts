import type { Colour } from '../build-products.ts';

function colour(name: string, german: string, hex: string, trim: string, ground: string): Colour {
  return { name, german, hex, trim, ground };
}

/** The season's colours: each with what goes with it, and the ground it is photographed on. */
export const colours: Readonly<Record<string, Colour>> = {
  ink: colour('Ink', 'Tinte', '#2f3e55', '#e9e2d6', '#dde4ea'),
  denim: colour('Washed blue', 'Helles Indigo', '#6d8fae', '#d9a05b', '#e2e9ee'),
  indigo: colour('Indigo', 'Indigo', '#35496b', '#c98f4e', '#dfe4ec'),
  sage: colour('Sage', 'Salbei', '#8a9c82', '#efe7d3', '#e4e9df'),
  forest: colour('Forest', 'Tannengrün', '#44604c', '#d8b36a', '#dfe7df'),
  clay: colour('Clay', 'Terrakotta', '#b5654a', '#f1e6da', '#f1e0d5'),
  rust: colour('Rust', 'Rost', '#9c4a32', '#e8c9a8', '#f0ddd2'),
  ochre: colour('Ochre', 'Ocker', '#d09a3c', '#5a4632', '#f4ead0'),
  sand: colour('Sand', 'Sand', '#cdb08c', '#6d543c', '#efe6d8'),
  cream: colour('Cream', 'Creme', '#f2ebdd', '#b98b5e', '#e2d8c8'),
  white: colour('White', 'Weiß', '#f7f5f0', '#aeb6bf', '#d7dde2'),
  black: colour('Black', 'Schwarz', '#2c2a31', '#c9a45c', '#e3e0e2'),
  charcoal: colour('Charcoal', 'Anthrazit', '#50525a', '#d6d1c6', '#e2e3e4'),
  blush: colour('Blush', 'Puderrosa', '#d6a09c', '#6a3f48', '#f5e6e2'),
  berry: colour('Berry', 'Beere', '#7d3548', '#e3b7a7', '#f0dfe0'),
  lilac: colour('Lilac', 'Flieder', '#9a8fbd', '#f2ead9', '#e9e5f0'),
  tan: colour('Tan', 'Cognac', '#a8703f', '#d8b36a', '#f0e3d3'),
  espresso: colour('Espresso', 'Espresso', '#54392e', '#c9a45c', '#eae0d8'),
  gold: colour('Gold', 'Gold', '#c9a04e', '#f6f0e4', '#f3ead8'),
  silver: colour('Silver', 'Silber', '#b4b8bd', '#5d6470', '#e3e6e9'),
};
