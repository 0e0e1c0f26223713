import type { account as english } from '../en/account.ts';

export const account: typeof english = {
  title: 'Ihr Konto',
  signIn: 'Anmelden',
  signInText: 'Ohne Passwort: Wir schicken Ihnen einen Link. Mit dem ersten entsteht Ihr Konto.',
  sendLink: 'Link schicken',
  tooMany:
    'An diese Adresse gingen schon viele Links. Nehmen Sie den letzten, oder versuchen Sie es in einer Stunde.',
  lookIntoInbox: 'Sehen Sie in Ihr Postfach',
  linkSent: (email) => `Ein Link ist unterwegs an ${email}. Er gilt einmal und 15 Minuten lang.`,
  otherAddress: 'Andere Adresse nehmen oder noch einmal schicken',
  signingIn: 'Sie werden angemeldet …',
  signInHere: 'In diesem Browser anmelden',
  linkRefused: 'Dieser Link gilt nicht mehr',
  linkRefusedText: 'Ein Link gilt einmal und 15 Minuten lang. Lassen Sie sich einen neuen schicken.',
  newLink: 'Neuen Link schicken',
  noOrders: 'Sie haben noch nichts bestellt.',
  moreOrders: 'Ältere Bestellungen zeigen',
  signOut: 'Abmelden',
  signedOut: 'Sie sind abgemeldet.',
  signInForOrders: 'Anmelden und alle Bestellungen sehen',
};
