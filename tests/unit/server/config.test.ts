import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../server/config.ts';
import { readSite } from '../../../server/site-file.ts';

const read = (env: Record<string, string>) => readConfig(env, '/nowhere');

describe('the configuration', () => {
  test('needs nothing at all', () => {
    expect(read({})).toMatchObject({ host: '127.0.0.1', port: 8080, testEndpoint: false });
    expect(read({ PORT: '' }).port).toBe(8080);
  });

  test('names every problem at once, with the variable and what it must be', () => {
    const start = () =>
      read({
        PORT: '80a',
        LOG_LEVEL: 'loud',
        PUBLIC_URL: 'chat.example.org',
        EMBED_ORIGINS: 'https://a.org/x',
      });
    expect(start).toThrow(/PORT is not a whole number from 0 to 65535/);
    expect(start).toThrow(/LOG_LEVEL is none of/);
    expect(start).toThrow(/PUBLIC_URL is not an address/);
    expect(start).toThrow(/EMBED_ORIGINS is not a list of origins/);
  });

  test('names the file that is missing, whatever else is wrong', () => {
    const start = () => read({ PORT: '80a', SITE_FILE: '/etc/veilleuse/site.yaml' });
    expect(start).toThrow('SITE_FILE: there is no file /etc/veilleuse/site.yaml');
  });

  test('refuses what it could only pretend to keep', () => {
    expect(() => read({ ENCRYPTION_KEYS: 'k1:abc' })).toThrow(/ENCRYPTION_KEYS/);
    expect(() => read({ REDIS_URL: 'redis://localhost' })).toThrow(/REDIS_URL/);
  });

  test('asks for signed texts in production, and elsewhere where it is told to', () => {
    expect(read({}).requireSignedTexts).toBe(false);
    expect(read({ REQUIRE_SIGNED_TEXTS: '1' }).requireSignedTexts).toBe(true);
    expect(read({ NODE_ENV: 'production' }).requireSignedTexts).toBe(true);
    expect(read({ NODE_ENV: 'production', REQUIRE_SIGNED_TEXTS: '0' }).requireSignedTexts).toBe(
      true,
    );
    expect(() => read({ REQUIRE_SIGNED_TEXTS: 'yes' })).toThrow(/REQUIRE_SIGNED_TEXTS is neither/);
  });

  test('takes a list of origins', () => {
    const { embedOrigins } = read({ EMBED_ORIGINS: 'https://a.org, https://b.org:8443' });
    expect(embedOrigins).toEqual(['https://a.org', 'https://b.org:8443']);
  });
});

describe('site.yaml', () => {
  test('may be empty', () => {
    expect(readSite('site.yaml', '')).toMatchObject({ problems: [], site: { hours: null } });
  });

  test('names file, line, field and what is expected', () => {
    const { problems } = readSite(
      'site.yaml',
      'name: A\naddress: ihr\nhours:\n  week:\n    mon: [9-12]\n',
    );
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^site\.yaml:2: address /);
    expect(problems[1]).toMatch(/^site\.yaml:5: hours\.week\.mon\.0 is not a span such as/);
  });

  test('names a line that is no YAML, and a key nobody knows', () => {
    expect(readSite('site.yaml', 'name: [a').problems[0]).toMatch(/^site\.yaml:\d+: /);
    expect(readSite('site.yaml', 'nom: x').problems[0]).toMatch(/nom/);
  });
});
