/** Every screen of one participant's conversation. */
export const conversationRoom = (conversationId: string) => `conversation:${conversationId}`;
/** Every responder's screen that shows this conversation. */
export const readersRoom = (conversationId: string) => `readers:${conversationId}`;
/** Every screen of one session, to be sent away when it ends. */
export const sessionRoom = (sessionHash: string) => `session:${sessionHash}`;
