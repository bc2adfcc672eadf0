import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'libsql';
import { Server } from 'socket.io';

/**
 * The least a chat server can do: socket.io, one insert as safe as ours (WAL, FULL), an
 * acknowledgement. What we are measured against. Usage: bare-server FILE
 */
const db = new Database(process.argv[2] ?? ':memory:');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE turn (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO turn (id, text) VALUES (?, ?)');

const http = createServer();
new Server(http, { serveClient: false }).of('/participant').on('connection', (socket) => {
  socket.on('turn:send', ({ turnId, text }, ack) => {
    const { lastInsertRowid } = insert.run(turnId, text);
    ack({ ok: true, seq: Number(lastInsertRowid) });
  });
});
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
