export { type PagesOptions, registerPages } from './pages.ts';
export type { LoggedRequest } from './request-log.ts';
export type { SessionInfo } from './session.ts';
