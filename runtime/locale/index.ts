export { calendarDay } from './calendar-day.ts';
export { formatDate, formatShortDate } from './format-date.ts';
export { formatMoney, type MoneyAmount } from './format-money.ts';
export { nearestLanguage } from './nearest-language.ts';
