import { describe, expect, test } from '@jest/globals';
import { exitAddress } from '../../../../web-widget/loader/exit-address.ts';

describe('where the quick exit leads', () => {
  test('is the page that the host chose', () => {
    expect(exitAddress('https://www.example.org/weather')).toBe('https://www.example.org/weather');
  });

  test.each([null, '', 'javascript:alert(1)', 'data:text/html,x', '/relative'])(
    'is a neutral page when it chose %p',
    (wanted) => expect(exitAddress(wanted)).toMatch(/^https:\/\//),
  );
});
