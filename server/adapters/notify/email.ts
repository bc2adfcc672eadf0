import { createTransport } from 'nodemailer';
import type { Notifier } from '../../ports/notifier.ts';

const PATIENCE_MS = 10_000;

export interface EmailNotifierDeps {
  readonly smtpUrl: string;
  readonly from: string;
  /** Everyone to be called, asked anew each time. */
  readonly recipients: () => Promise<readonly string[]>;
  readonly siteName: string;
  readonly consoleUrl: string;
}

/** One mail to all responders: that a case waits, its level in a word, and the link. */
export function createEmailNotifier(deps: EmailNotifierDeps): Notifier {
  const transport = createTransport(deps.smtpUrl, {
    from: deps.from,
    connectionTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as Parameters<typeof createTransport>[1]);
  return {
    channel: 'email',
    async notify({ level }) {
      const bcc = await deps.recipients();
      if (bcc.length === 0) throw new Error('no responder has an e-mail address');
      await transport.sendMail({
        bcc: [...bcc],
        subject: `${deps.siteName} : une personne attend (${level}) / someone is waiting (${level})`,
        text: `Une conversation attend une réponse humaine. Ouvrez la console :\nA conversation is waiting for a person. Open the console:\n\n${deps.consoleUrl}\n`,
      });
    },
  };
}
