export { pageHeader } from './page-header.ts';
export { type PagesOptions, registerPages } from './pages.ts';
export type { SessionInfo } from './session.ts';
