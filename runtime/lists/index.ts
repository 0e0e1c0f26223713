export { type Listed, listPage, listPages, type PageInput } from './list-page.ts';
