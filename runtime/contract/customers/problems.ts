import { defineProblems } from '../problem.ts';

export const customerProblems = defineProblems({
  signInNeeded: {
    code: 'sign_in_needed',
    status: 401,
    title: 'Only a signed-in customer may do that.',
    hint: 'Send the access token of customers.signIns.complete in the header "customer-token", beside a publishable key.',
    kind: 'caller',
  },
  signInLinkInvalid: {
    code: 'sign_in_link_invalid',
    status: 422,
    title: 'The sign-in link has been used, or is too old.',
    hint: 'Ask for another one with customers.signIns.request.',
    kind: 'caller',
  },
  sessionEnded: {
    code: 'session_ended',
    status: 401,
    title: 'The session has ended.',
    hint: 'Forget the tokens, and let the customer sign in again.',
    kind: 'caller',
  },
  returnUrlRefused: {
    code: 'return_url_refused',
    status: 422,
    title: 'Sign-in links do not lead to that address.',
    hint:
      "Take a page of the store's own storefront: the configuration says where that is, as in " +
      '`storefront: { url: "https://shop.example" }`. `hp dev` takes any address of this machine.',
    kind: 'caller',
  },
});
