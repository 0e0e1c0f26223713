import { expect, test } from 'vitest';
import { refusalOfAddress, refusalOfUrl } from './address-rules.ts';

const hosted = { allowLoopback: false };
const laptop = { allowLoopback: true };

test.each([
  ...['127.0.0.1', '127.8.9.10', '::1', '0.0.0.0', '::', '10.0.0.1', '172.16.3.4', '192.168.1.1'],
  ...['169.254.169.254', 'fd00:ec2::254', 'fe80::1', 'fc00::1', '100.64.0.1', '192.0.0.1', '198.18.0.1'],
  ...['224.0.0.1', '255.255.255.255', '240.0.0.1', 'ff02::1', '2001:db8::1', '192.88.99.1'],
  // IPv4 in disguise.
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  ...['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1'],
])('hosted, nothing is sent to %s', (address) => {
  expect(refusalOfAddress(address, hosted)).toContain('not an address of the public internet');
});

test.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(refusalOfAddress(address, hosted)).toBeUndefined();
});

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('on a laptop, %s may be sent to', (address) => {
  expect(refusalOfAddress(address, laptop)).toBeUndefined();
});

test.each(['10.0.0.1', '169.254.169.254', 'fe80::1'])('also on a laptop, %s may not', (address) => {
  expect(refusalOfAddress(address, laptop)).toBeDefined();
});

test.each([
  ['ftp://example.com/', 'http'],
  ['file:///etc/passwd', 'http'],
  ['no url', 'not a URL'],
  ['https://user:secret@example.com/', 'password'],
  ['https://user@example.com/', 'user'],
  ['http://localhost:3000/', 'this machine'],
  ['http://api.localhost/', 'this machine'],
  ['http://LOCALHOST./', 'this machine'],
  ['http://127.0.0.1/', 'loopback'],
  ['http://[::1]:80/', 'loopback'],
  ['http://[::ffff:7f00:1]/', 'loopback'],
  ['http://0x7f.1/', 'loopback'],
  ['http://2130706433/', 'loopback'],
  ['http://0177.0.0.1/', 'loopback'],
  ['http://169.254.169.254/latest/meta-data', 'linkLocal'],
])('hosted, %s is refused', (url, reason) => {
  expect(refusalOfUrl(url, hosted)).toContain(reason);
});

test.each(['https://example.com/hooks', 'http://shop.example.com:8080/a?b=c', 'https://[2606:4700::1111]/'])(
  '%s may be tried',
  (url) => {
    expect(refusalOfUrl(url, hosted)).toBeUndefined();
  },
);

test('on a laptop, localhost may be tried, and a password is refused all the same', () => {
  expect(refusalOfUrl('http://localhost:3000/hooks', laptop)).toBeUndefined();
  expect(refusalOfUrl('http://a:b@localhost:3000/hooks', laptop)).toContain('password');
});
