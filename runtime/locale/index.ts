export { calendarDay } from './calendar-day.ts';
export { countryName } from './country-name.ts';
export { formatDate, formatShortDate } from './format-date.ts';
export { formatMoney, type MoneyAmount } from './format-money.ts';
export { formatPercent } from './format-percent.ts';
export { textLocale } from './text-locale.ts';
