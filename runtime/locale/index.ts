export { calendarDay } from './calendar-day.ts';
export { currencyExponent } from './currency-exponent.ts';
export { formatDate, formatShortDate } from './format-date.ts';
export { decimalText, formatMoney, type MoneyAmount } from './format-money.ts';
export { nearestLanguage } from './nearest-language.ts';
