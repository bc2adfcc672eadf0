import type { Responder, Session } from '../../../domain/responder.ts';
import { EmailTakenError, type ResponderStore } from '../../../ports/responder-store.ts';
import { attempt, isDuplicateKey, plain } from './attempt.ts';
import type { Models, ResponderDocument, SessionDocument } from './documents.ts';

/** Accounts and sessions in MongoDB. */
export function createMongoResponderStore({ responders, sessions }: Models): ResponderStore {
  const toDocument = ({ id, ...rest }: Responder) => ({ ...rest, _id: id }) as ResponderDocument;

  async function addFirst(responder: Responder): Promise<boolean> {
    if ((await responders.countDocuments()) > 0) return false;
    try {
      // The unique field lets one of many through.
      await responders.create({ ...toDocument(responder), first: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    add: (responder) =>
      attempt('adding an account', async () => {
        try {
          await responders.create(toDocument(responder));
        } catch (error) {
          if (isDuplicateKey(error) && (await responders.exists({ email: responder.email }))) {
            throw new EmailTakenError('this e-mail has an account already');
          }
          throw error;
        }
      }),
    addFirst: (responder) => attempt('adding the first account', () => addFirst(responder)),
    count: () => attempt('counting accounts', () => responders.countDocuments().exec()),
    all: () =>
      attempt('reading accounts', async () =>
        (await responders.find().lean<ResponderDocument[]>().exec()).map(toResponder),
      ),
    byId: (id) =>
      attempt('reading an account', async () => {
        const found = await responders.findById(plain(id)).lean<ResponderDocument>().exec();
        return found ? toResponder(found) : undefined;
      }),
    byEmail: (email) =>
      attempt('reading an account', async () => {
        const found = await responders
          .findOne({ email: plain(email) })
          .lean<ResponderDocument>()
          .exec();
        return found ? toResponder(found) : undefined;
      }),
    openSession: ({ idHash, ...rest }) =>
      attempt('opening a session', async () => {
        await sessions.create({ ...rest, _id: plain(idHash) } as SessionDocument);
      }),
    session: (idHash) =>
      attempt('reading a session', async () => {
        const found = await sessions.findById(plain(idHash)).lean<SessionDocument>().exec();
        return found ? toSession(found) : undefined;
      }),
    closeSession: (idHash) =>
      attempt('closing a session', async () => {
        await sessions.deleteOne({ _id: plain(idHash) });
      }),
    dropExpiredSessions: (now) =>
      attempt('dropping sessions', async () => {
        await sessions.deleteMany({ expiresAt: { $lt: now } });
      }),
  };
}

function toResponder(found: ResponderDocument): Responder {
  const { _id: id, email, name, roles, passwordHash, totpSecret, createdAt } = found;
  return { id, email, name, roles, passwordHash, ...(totpSecret && { totpSecret }), createdAt };
}

function toSession({ _id: idHash, responderId, createdAt, expiresAt }: SessionDocument): Session {
  return { idHash, responderId, createdAt, expiresAt };
}
