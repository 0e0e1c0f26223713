import { expect, it, test } from 'vitest';
import { isLoopback, isPageOf, linkTo } from './return-url.ts';

const storefront = 'https://shop.example/en';

test.each([
  ['https://shop.example/en', true],
  ['https://shop.example/en/sign-in?next=%2Forders', true],
  ['https://shop.example/english', false],
  ['https://shop.example/', false],
  ['http://shop.example/en', false],
  ['https://shop.example:8443/en', false],
  ['https://shop.example.evil.example/en', false],
  ['https://shop.example@evil.example/en', false],
  ['https://somebody@shop.example/en', false],
  ['https://shop.example/en/../other', false],
])('%s is a page of the storefront: %s', (url, expected) => {
  expect(isPageOf(storefront, url)).toBe(expected);
});

it('takes all of an origin where the storefront is at its root', () => {
  expect(isPageOf('https://shop.example', 'https://shop.example/sign-in/return')).toBe(true);
});

it('knows addresses of this machine', () => {
  expect(['http://localhost:5173/a', 'http://127.0.0.1/', 'http://[::1]:80/'].every(isLoopback)).toBe(true);
  expect(isLoopback('http://localhost.evil.example/')).toBe(false);
});

it('puts the token where no server sees it', () => {
  expect(new URL(linkTo('https://shop.example/in?a=1', 'tok')).hash).toBe('#sign_in_token=tok');
});
