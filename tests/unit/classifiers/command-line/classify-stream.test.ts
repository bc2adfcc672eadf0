import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClassifyOptions } from '../../../../classifiers/command-line/classify-options.ts';
import { classifyStream } from '../../../../classifiers/command-line/classify-stream.ts';
import { inOrder } from '../../../../classifiers/command-line/in-order.ts';
import type { AssessOptions } from '../../../../classifiers/risk-classifier.ts';

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function run(lines: readonly string[], options: Partial<ClassifyOptions> = {}) {
  const written: string[] = [];
  const warned: string[] = [];
  const asked: { text: string; options: AssessOptions }[] = [];
  const malformed = await classifyStream(
    {
      classifier: {
        async examine(text, given) {
          asked.push({ text, options: given });
          return {
            assessment: {
              level: 'none',
              signals: [],
              language: 'fr',
              completeness: 'full',
              assessor: 'test@1',
            },
            probabilities: { none: 0.91234567, distress: 0.1, passive: 0, active: 0, imminent: 0 },
            rules: [],
          };
        },
      },
      write: async (line) => {
        written.push(line);
      },
      warn: (line) => warned.push(line),
    },
    from(lines),
    { file: null, format: 'jsonl', context: 'none', scores: false, ...options },
  );
  return { written: written.map((line) => JSON.parse(line)), warned, asked, malformed };
}

describe('classify', () => {
  test('writes one line for each message, in their order, and nothing else', async () => {
    const { written } = await run(['{"text":"a","id":"x"}', '', '{"text":"b"}']);
    expect(written).toEqual([
      {
        id: 'x',
        level: 'none',
        signals: [],
        language: 'fr',
        completeness: 'full',
        assessor: 'test@1',
      },
      {
        id: 3,
        level: 'none',
        signals: [],
        language: 'fr',
        completeness: 'full',
        assessor: 'test@1',
      },
    ]);
  });

  test('passes over malformed lines, by number, and goes on', async () => {
    const { written, warned, malformed } = await run([
      '{"text":"a"}',
      '{"text":',
      '{"message":"no text"}',
      '{"text":""}',
      JSON.stringify({ text: 'x'.repeat(4001) }),
      '[1]',
      'null',
      '{"text":"b"}',
    ]);
    expect(written.map(({ id }) => id)).toEqual([1, 8]);
    expect(malformed).toBe(6);
    expect(warned.map((line) => line.split(':')[0])).toEqual(
      [2, 3, 4, 5, 6, 7].map((line) => `line ${line}`),
    );
    expect(warned.join()).not.toContain('xxx');
  });

  test('reads TSV by its header', async () => {
    const { asked, written, warned } = await run(
      ['id\tlang\ttext', '7\ten\thello there', 'too few'],
      { format: 'tsv' },
    );
    expect(written.map(({ id }) => id)).toEqual(['7']);
    expect(asked).toMatchObject([{ text: 'hello there', options: { locale: 'en' } }]);
    expect(warned).toHaveLength(1);
  });

  test('refuses a TSV without a column "text"', async () => {
    await expect(run(['id\tmessage', '1\thi'], { format: 'tsv' })).rejects.toThrow(/"text"/);
  });

  test('adds the probabilities only when asked', async () => {
    const { written } = await run(['{"text":"a"}'], { scores: true });
    expect(written[0].scores.none).toBe(0.9123);
  });

  test('leaves the context out unless told', async () => {
    const line = '{"text":"oui","context":"bot: Ça va ?"}';
    expect((await run([line])).asked[0]?.options.context).toEqual([]);
    expect((await run([line], { context: 'conversation' })).asked[0]?.options.context).toEqual([
      { speaker: 'bot', text: 'Ça va ?' },
    ]);
  });

  test('reads a context written either way', async () => {
    const lines = [
      '{"text":"oui","context":"person: salut ⏎ bot: Ça va ?"}',
      '{"text":"oui","context":[{"role":"user","content":"salut"},{"speaker":"bot","text":"Ça va ?"}]}',
    ];
    const { asked } = await run(lines, { context: 'conversation' });
    expect(asked[0]?.options.context).toEqual(asked[1]?.options.context);
    expect(asked[0]?.options.context).toEqual([
      { speaker: 'person', text: 'salut' },
      { speaker: 'bot', text: 'Ça va ?' },
    ]);
  });

  test('reads the turns of a conversation each after those before it', async () => {
    const lines = [
      '{"conversation":1,"speaker":"person","text":"a"}',
      '{"conversation":1,"speaker":"bot","text":"b"}',
      '{"conversation":1,"speaker":"person","text":"c"}',
      '{"conversation":2,"speaker":"person","text":"d"}',
    ];
    const { asked } = await run(lines, { context: 'conversation' });
    expect(asked.map(({ text, options }) => [text, options.context?.map((t) => t.text)])).toEqual([
      ['a', []],
      ['c', ['a', 'b']],
      ['d', []],
    ]);
  });
});

describe('a hundred thousand lines', () => {
  test('are read no further ahead than is being worked on, and all written in their order', async () => {
    const LINES = 100_000;
    const MALFORMED = [17, 50_000, 99_999];
    let pulled = 0;
    let settled = 0;
    let ahead = 0;
    let next = 1;
    const warned: string[] = [];
    async function* lines() {
      for (; pulled < LINES; ) {
        pulled++;
        ahead = Math.max(ahead, pulled - settled);
        yield MALFORMED.includes(pulled) ? '{"text":' : `{"text":"m","id":${pulled}}`;
      }
    }
    const classifier = {
      async examine() {
        // Some take longer than others.
        for (let turns = pulled % 5; turns > 0; turns--) await Promise.resolve();
        const seen = { level: 'none', signals: [], language: 'und' } as const;
        const assessment = { ...seen, completeness: 'full', assessor: 'test@1' } as const;
        return { assessment, probabilities: null, rules: [] };
      },
    };
    const malformed = await classifyStream(
      {
        classifier,
        write: async (line) => {
          while (MALFORMED.includes(next)) next++;
          if (!line.startsWith(`{"id":${next},`)) throw new Error(`${next} was to come: ${line}`);
          next++;
          settled++;
        },
        warn: (line) => {
          warned.push(line);
          settled++;
        },
      },
      lines(),
      { file: null, format: 'jsonl', context: 'none', scores: false },
    );
    expect(settled).toBe(LINES);
    expect(malformed).toBe(MALFORMED.length);
    expect(warned.map((line) => line.split(':')[0])).toEqual(MALFORMED.map((at) => `line ${at}`));
    // What is kept at once has nothing to do with how much there is.
    expect(ahead).toBeLessThanOrEqual(100);
  }, 60_000);
});

describe('inOrder', () => {
  test('keeps the order whatever finishes first, with a bounded number at work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), async (delays) => {
        let atWork = 0;
        let most = 0;
        const results: number[] = [];
        const work = async (at: number) => {
          most = Math.max(most, ++atWork);
          for (let turns = delays[at] ?? 0; turns > 0; turns--) await Promise.resolve();
          atWork--;
          return at;
        };
        for await (const result of inOrder(from([...delays.keys()]), 4, work)) results.push(result);
        expect(results).toEqual([...delays.keys()]);
        expect(most).toBeLessThanOrEqual(4);
      }),
    );
  });
});
