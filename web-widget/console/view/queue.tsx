import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import type { DeskState } from '../state/desk-state.ts';
import {
  orderQueue,
  passes,
  QUEUE_FILTERS,
  type QueueFilter,
  waiting,
} from '../state/queue-order.ts';
import { unreadCount } from '../state/talk.ts';
import { QueueRow } from './queue-row.tsx';
import { useNow } from './use-now.ts';
import { useWords } from './words-context.ts';

/** Everybody who waits, from top to bottom. */
export function Queue(props: {
  state: DeskState;
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
  onOpen: (found: EscalationWire) => void;
}) {
  const { words } = useWords();
  const { state, filter } = props;
  const nowMs = useNow();
  const all = [...state.cases.values()];
  const shown = orderQueue(all.filter((found) => passes(filter, found, state.you.id)));
  return (
    <section class="queue" aria-labelledby="queue-title">
      <header class="queue-head">
        <h1 id="queue-title">{words.queue.title}</h1>
        {state.queueKnown && <p class="quiet">{words.queue.waitingCount(waiting(all).length)}</p>}
        <fieldset class="filters">
          <legend class="unseen">{words.queue.filter}</legend>
          {QUEUE_FILTERS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="filter"
                checked={each === filter}
                onChange={() => props.onFilter(each)}
              />
              <span>
                {words.filters[each]}{' '}
                <b>{all.filter((found) => passes(each, found, state.you.id)).length}</b>
              </span>
            </label>
          ))}
        </fieldset>
      </header>
      {shown.length === 0 ? (
        <p class="queue-empty">
          {state.queueKnown ? words.queue.empty[filter] : words.queue.notKnownYet}
        </p>
      ) : (
        <ul class="queue-list">
          {shown.map((found) => (
            <QueueRow
              key={found.id}
              found={found}
              youId={state.you.id}
              nowMs={nowMs}
              current={found.conversationId === state.openId}
              unread={unreadIn(state, found)}
              onOpen={() => props.onOpen(found)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function unreadIn(state: DeskState, found: EscalationWire): number {
  const talk = state.talks.get(found.conversationId);
  return talk && found.claimedBy?.id === state.you.id ? unreadCount(talk) : 0;
}
