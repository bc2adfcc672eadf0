/** Whether people answer now: by the site's hours, or by who is connected when it has none. */
export interface Duty {
  peopleAvailable(): boolean;
}
