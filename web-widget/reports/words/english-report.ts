import type { Count } from '../figures/count.ts';
import type { ReportStrings } from './report-strings.ts';

const number = new Intl.NumberFormat('en');
const said = ({ atLeast, exact }: Count, one: string, more: string) =>
  `${exact ? '' : 'at least '}${number.format(atLeast)} ${atLeast === 1 ? one : more}`;
const none = (count: Count) => count.exact && count.atLeast === 0;
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export const ENGLISH_REPORT: ReportStrings = {
  title: 'Reports',
  period: 'Period',
  lastDays: (count) => `Last ${count} days`,
  from: 'From',
  until: 'until',
  show: 'Show',
  csv: 'Download as CSV',
  loading: 'Reading the figures…',
  unreachable: 'The server does not answer. Trying again in a few seconds.',
  refused: 'The server refuses this period. Choose other dates.',
  noRole: 'This account no longer has the role “reports”. Reload the page to sign in again.',
  periodProblems: {
    incomplete: 'A date is missing.',
    reversed: 'The first day comes after the last.',
    'too-long': 'The period can’t be longer than 366 days.',
  },
  shownPeriod: (from, until, timeZone) => `From ${from} until ${until}, time zone ${timeZone}`,
  hidden: '< 5',
  unknown: 'hidden',
  hiddenExplained: 'A number from 1 to 4 is hidden and shown as “< 5”: it could point at someone.',
  table: 'The same figures as a table',
  day: 'Day',
  total: 'Total',
  weekdays: WEEKDAYS,
  questions: {
    conversations: 'How many conversations?',
    messages: 'How many messages?',
    levels: 'Up to which level?',
    escalations: 'How many cases, and how many were answered?',
    waiting: 'How long until a person?',
  },
  answers: {
    conversations(count, days, busiest) {
      if (none(count)) return `No conversation in ${days} days`;
      const all = `${said(count, 'conversation', 'conversations')} in ${days} days`;
      const often = busiest === null ? '' : `; most often on a ${WEEKDAYS[busiest]}`;
      return sentence(all + often);
    },
    messages(messages, conversations) {
      if (none(messages)) return 'No message';
      if (messages.atLeast === 0) return 'Too few conversations to count their messages';
      const all = said(messages, 'message written', 'messages written');
      if (!messages.exact || !conversations.exact) return sentence(all);
      const each = number.format(Math.round(messages.atLeast / conversations.atLeast));
      return sentence(`${all}, about ${each} a conversation`);
    },
    levels(by, conversations) {
      if (none(conversations)) return 'No level to show';
      if (none(by.imminent) && none(by.active)) return 'No active or imminent conversation';
      const parts = [
        ...(none(by.imminent) ? [] : [said(by.imminent, 'imminent', 'imminent')]),
        ...(none(by.active) ? [] : [said(by.active, 'active', 'active')]),
      ];
      return sentence(
        `${parts.join(', ')}, of ${said(conversations, 'conversation', 'conversations')}`,
      );
    },
    escalations(opened, answered) {
      if (none(opened)) return 'No case';
      const all = said(opened, 'case', 'cases');
      if (opened.exact && answered.exact && opened.atLeast === answered.atLeast) {
        return sentence(`${all}, all answered by a person`);
      }
      const some = none(answered) ? 'none' : said(answered, '', '').trim();
      return sentence(`${all}, ${some} answered by a person`);
    },
    waiting(duration, days) {
      if (duration === null) return 'Too few answers for a duration';
      const from = days === 1 ? 'one day' : `${days} days`;
      return `${duration} until a person, on the median day (of ${from})`;
    },
  },
  columns: {
    conversations: 'Conversations',
    messages: 'Messages',
    escalations: 'Cases opened',
    answered: 'Answered',
    waiting: 'Median wait',
  },
  nothingYet: 'Nothing to draw in this period.',
  definitionsTitle: 'What the words mean',
  definitions: [
    ['Conversation', 'opened in the chat that day, even without a message; counted once.'],
    [
      'Message',
      'written by the person in a conversation opened that day; neither the program’s nor the team’s.',
    ],
    [
      'Level',
      'the highest of the conversation. It says which response was due; it is no diagnosis and no prediction.',
    ],
    ['Case opened', 'a conversation shown in the console for a person to look at.'],
    ['Answered', 'a case in which somebody of the team wrote.'],
    [
      'Median wait',
      'from the opening of the case to the first words of a person; half wait less, half more. Hidden below five answers.',
    ],
    ['Day', 'from midnight to midnight in the time zone of the service.'],
    [
      '“< 5”',
      'between 1 and 4; hidden so that nobody can be recognised. Messages of such days are hidden as well. Totals then say “at least”.',
    ],
  ],
};
