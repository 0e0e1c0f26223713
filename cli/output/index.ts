export { askChoice, askText, askYesOrNo } from './ask.ts';
export { failureEnvelope, successEnvelope } from './envelope.ts';
export { createFooter, type Footer } from './footer.ts';
export { failureLines, printFailure } from './print-failure.ts';
export { createProgress, type Progress } from './progress.ts';
export { runTasks, type Task } from './tasks.ts';
export { createTerminal, type Terminal } from './terminal.ts';
