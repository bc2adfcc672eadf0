import type { ChatAnswer } from '../../server/protocol/http-bodies.ts';

/** Writes one message through the whole pipeline. @returns all that was said in reply. */
export async function tell(
  url: string,
  text: string,
  id?: string,
): Promise<{ id: string; said: string }> {
  const answer = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      locale: 'fr',
      messages: [{ role: 'user', content: text }],
      conversation_id: id,
    }),
  });
  const { conversation_id, message } = (await answer.json()) as ChatAnswer;
  return { id: conversation_id, said: message.content };
}
