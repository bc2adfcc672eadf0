import { parseArgs } from 'node:util';
import { benchAck } from './bench-ack.ts';
import { benchClassify } from './bench-classify.ts';
import { benchFlow } from './bench-flow.ts';
import { benchSafety } from './bench-safety.ts';

const USAGE = `npm run bench -- WHAT

  ack [--clients 500] [--rate 250] [--seconds 20]
      people writing at once while the classifier reads: acknowledgements lost, how long they take,
      messages read per second, memory, beside a bare socket.io-plus-insert server in the same run
  flow
      turns of flows answered in a second on one core, through the dialogue port and by the engine
      alone, beside a program that only reads and writes the same states
  classify
      the classifier alone: one message on one core, batches on two, memory, load, processor time and
      energy, and the same network under Python's onnxruntime where PYTHON names one that has it
  safety
      how long after its acknowledgement a message in danger has its safety text and its case`;

async function main(): Promise<void> {
  const [what, ...args] = process.argv.slice(2);
  if (what === 'safety') {
    await benchSafety();
    process.exit(0);
  }
  if (what === 'flow') {
    await benchFlow(5);
    process.exit(0);
  }
  if (what === 'classify') {
    await benchClassify();
    process.exit(0);
  }
  if (what !== 'ack')
    throw new Error(what ? `there is no bench called ${what}\n\n${USAGE}` : USAGE);
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '500' },
      rate: { type: 'string', default: '250' },
      seconds: { type: 'string', default: '20' },
    },
  });
  const numbers = Object.entries(values).map(([name, text]) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > 100_000) {
      throw new Error(`--${name} is not a whole number from 1 to 100000`);
    }
    return [name, number] as const;
  });
  const lost = await benchAck(Object.fromEntries(numbers) as Record<keyof typeof values, number>);
  process.exit(lost === 0 ? 0 : 1);
}

main().catch((error: Error) => {
  process.stderr.write(`bench: ${error.message}\n`);
  process.exit(2);
});
