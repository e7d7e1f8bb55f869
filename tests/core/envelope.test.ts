import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiBytes,
  asciiJson,
  fromBase64,
  hexBytes,
  openEnvelope,
  preAuthentication,
  toBase64,
  toHex,
  writeEnvelope,
} from '../../core/envelope.ts';

const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Uint8Array.from(some));

describe('spellings', () => {
  test('the pre-authentication encoding is that of the DSSE specification', () => {
    const signed = preAuthentication('http://example.com/HelloWorld', asciiBytes('hello world'));
    expect(String.fromCharCode(...signed)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  test('base64 is that of everybody else, both ways', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toBase64(some)).toBe(Buffer.from(some).toString('base64'));
        expect([...fromBase64(toBase64(some))]).toEqual([...some]);
        expect([...hexBytes(toHex(some))]).toEqual([...some]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['A', 'AA', 'AAA', 'A===', 'AA=A', '====', 'AAAA AAAA', 'AAA\n', 'AA-_', 'Ａ==='])('%j is no base64', (text) => {
    expect(() => fromBase64(text)).toThrow(/base64/);
  });

  test('JSON in ASCII says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = asciiJson(value);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('envelopes', () => {
  const TYPE = 'application/vnd.test+json';
  const signature = (id: string) => ({ keyid: id.repeat(64), sig: new Uint8Array(64).fill(7) });
  const good = writeEnvelope({ payloadType: TYPE, payload: '{"a":1}', signatures: [signature('a'), signature('b')] });

  test('what was written is read', () => {
    expect(openEnvelope(good, TYPE)).toMatchObject({ payload: '{"a":1}', signatures: [signature('a'), signature('b')] });
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /not JSON/],
    ['null', 'null', /expected a map/],
    ['a list', '[]', /expected the type/],
    ['another type', good.replace('test', 'best'), /expected the type/],
    ['no payload', good.replace('"payload"', '"payloat"'), /payload: expected base64/],
    ['a signature too short', good.replace(/"sig":"[^"]+"/, '"sig":"BwcH"'), /sig: expected 64 bytes/],
    ['a keyid in capitals', good.replace('a'.repeat(64), 'A'.repeat(64)), /keyid/],
    ['a key twice', writeEnvelope({ payloadType: TYPE, payload: '{}', signatures: [signature('a'), signature('a')] }), /twice/],
    [
      'more signatures than anybody has',
      writeEnvelope({ payloadType: TYPE, payload: '{}', signatures: [...'0123456789abcdef'].map(signature).concat(signature('a')) }),
      /over 16/,
    ],
    [
      'another order of keys',
      JSON.stringify({ payload: 'e30=', payloadType: TYPE, signatures: [{ keyid: 'a'.repeat(64), sig: toBase64(new Uint8Array(64)) }] }),
      /canonical/,
    ],
    ['a key too many', good.replace('{"payloadType"', '{"more":1,"payloadType"'), /canonical/],
    ['blanks', good.replace(',"signatures"', ', "signatures"'), /canonical/],
    ['a payload that is not ASCII', good.replace(/"payload":"[^"]+"/, `"payload":"${Buffer.from('{"ї":1}').toString('base64')}"`), /ASCII/],
    ['seventy thousand characters', `${good}${' '.repeat(70_000)}`, /over 65536/],
  ];
  test.each(broken)('%s: refused', (_, text, words) => {
    expect(() => openEnvelope(text, TYPE)).toThrow(words);
  });
});
