import { defineProblems } from '../problem.ts';

export const mailProblems = defineProblems({
  mailNotRepeatable: {
    code: 'mail_not_repeatable',
    status: 409,
    title: 'A mail with a link to sign in is not sent again.',
    hint: 'Let the customer ask for another link, with customers.signIns.request.',
    kind: 'conflict',
  },
});
