export type StaffPage = 'console' | 'reports';

/** The roles that open a page; the server refuses all others by itself. */
const OPENED_BY: Readonly<Record<StaffPage, readonly string[]>> = {
  console: ['responder'],
  reports: ['operator', 'administrator'],
};

export function mayOpen(page: StaffPage, roles: readonly string[]): boolean {
  return OPENED_BY[page].some((role) => roles.includes(role));
}
