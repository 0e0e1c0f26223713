export { customerService } from './service.ts';
