// Builds what changed, then becomes a program: node scripts/run.mjs server/main [arguments]
// In one process, so that a signal reaches the program and not a shell before it.
import { build } from './build.mjs';

const [program] = process.argv.splice(2, 1);
const isServer = program === 'server/main';
if (isServer) process.stdout.write('Build   ');
const ms = await build();
if (isServer)
  process.stdout.write(ms > 0 ? `done in ${(ms / 1000).toFixed(1)} s\n` : 'up to date\n');
await import(`../build/${program}.js`);
