import { expect, it, test } from 'vitest';
import { isListed, isLoopback, linkTo } from './return-url.ts';

const pages = ['https://shop.example/sign-in', 'https://other.example'];

test.each([
  ['https://shop.example/sign-in', true],
  ['https://shop.example/sign-in/return?next=%2Forders', true],
  ['https://other.example/anything', true],
  ['https://other.example', true],
  ['https://shop.example/sign-in-elsewhere', false],
  ['https://shop.example/', false],
  ['http://shop.example/sign-in', false],
  ['https://shop.example:8443/sign-in', false],
  ['https://shop.example.evil.example/sign-in', false],
  ['https://shop.example@evil.example/sign-in', false],
  ['https://somebody@shop.example/sign-in', false],
  ['https://shop.example/sign-in/../other', false],
])('%s is a page that links may lead to: %s', (url, expected) => {
  expect(isListed(url, pages)).toBe(expected);
});

it('knows addresses of this machine', () => {
  expect(['http://localhost:5173/a', 'http://127.0.0.1/', 'http://[::1]:80/'].every(isLoopback)).toBe(true);
  expect(isLoopback('http://localhost.evil.example/')).toBe(false);
});

it('puts the token where no server sees it', () => {
  expect(new URL(linkTo('https://shop.example/in?a=1', 'tok')).hash).toBe('#sign_in_token=tok');
});
