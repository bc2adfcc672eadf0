import { parseCookie, stringifySetCookie } from 'cookie';

/**
 * The console's session cookie. Over https it carries the `__Host-` prefix, which browsers keep
 * to this very host; a trial over plain http on one's own machine can't have that.
 */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-veilleuse' : 'veilleuse';
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'strict' } as const;
  return {
    /** The session's token in a `Cookie` header, if it is there. */
    read: (header: string | undefined): string | undefined => parseCookie(header ?? '')[name],
    set: (token: string, expires: Date): string =>
      stringifySetCookie({ name, value: token, expires, ...attributes }),
    clear: (): string =>
      stringifySetCookie({ name, value: '', expires: new Date(0), ...attributes }),
  };
}

export type SessionCookie = ReturnType<typeof sessionCookie>;
