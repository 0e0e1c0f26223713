export { storeService } from './service.ts';
export { settingsOf } from './settings.ts';
