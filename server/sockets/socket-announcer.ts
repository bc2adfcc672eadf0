import type { ResponderNames } from '../app/responder-names.ts';
import type { Announcer } from '../ports/announcer.ts';
import type { Log } from '../ports/log.ts';
import { toEscalationWire, toReadTurnWire, toTurnWire } from '../protocol/to-wire.ts';
import type { ParticipantNamespace } from './participant-namespace.ts';
import type { ResponderNamespace } from './responder-namespace.ts';
import { conversationRoom, readersRoom } from './rooms.ts';

export interface SocketAnnouncerDeps {
  readonly participants: ParticipantNamespace;
  readonly responders: ResponderNamespace;
  readonly names: ResponderNames;
  readonly log: Log;
}

/** Announces over the open sockets; what fails is logged, the screens pull it later. */
export function createSocketAnnouncer(deps: SocketAnnouncerDeps): Announcer {
  const { participants, responders, names, log } = deps;
  const safely = (announce: () => void) => {
    try {
      announce();
    } catch (error) {
      log.warn({ err: error }, 'something could not be announced');
    }
  };
  const toParticipant = (conversationId: string) =>
    participants.to(conversationRoom(conversationId));
  const toReaders = (conversationId: string) => responders.to(readersRoom(conversationId));

  return {
    participantTurnKept: (conversationId, turn) =>
      safely(() =>
        toParticipant(conversationId).emit('turn:added', toTurnWire(turn, names.nameOf)),
      ),

    participantTurnAssessed: (conversationId, turn, assessment) =>
      safely(() => {
        const read = toReadTurnWire(conversationId, turn, names.nameOf, assessment);
        toReaders(conversationId).emit('turn:added', read);
      }),

    turnsAdded: (conversationId, turns) =>
      safely(() => {
        for (const turn of turns) {
          toParticipant(conversationId).emit('turn:added', toTurnWire(turn, names.nameOf));
          const read = toReadTurnWire(conversationId, turn, names.nameOf);
          toReaders(conversationId).emit('turn:added', read);
        }
      }),

    conversationChanged: ({ id, handling }) =>
      safely(() => {
        const name = handling.kind === 'with-responder' && names.nameOf(handling.responderId);
        toParticipant(id).emit('conversation:changed', {
          handling: handling.kind,
          ...(name && { responder: { name } }),
        });
      }),

    conversationErased: (conversationId) =>
      safely(() => participants.in(conversationRoom(conversationId)).disconnectSockets(true)),

    escalationOpened: (escalation) =>
      safely(() =>
        responders.emit('escalation:opened', toEscalationWire(escalation, names.nameOf)),
      ),
    escalationChanged: (escalation) =>
      safely(() =>
        responders.emit('escalation:changed', toEscalationWire(escalation, names.nameOf)),
      ),
    escalationClosed: (escalation) =>
      safely(() =>
        responders.emit('escalation:closed', toEscalationWire(escalation, names.nameOf)),
      ),
  };
}
