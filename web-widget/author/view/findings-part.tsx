import type { FlowWire, LibraryWire } from '../../../bot-flows/author/page/page-wire.ts';
import { useAuthorWords } from './author-words.ts';
import { FindingList } from './finding-list.tsx';

/** Everything to mend in this flow, and what is amiss in files of no flow. */
export function FindingsPart({ flow, library }: { flow: FlowWire; library: LibraryWire }) {
  const words = useAuthorWords();
  return (
    <section class="part" aria-labelledby="part-findings" id="at-findings">
      <div class="part-head">
        <h2 id="part-findings" tabIndex={-1}>
          {words.parts.findings}
        </h2>
        <p class="quiet">
          {flow.findings.length === 0
            ? words.nothingToMend
            : [words.toMend(flow.findings.length), words.findings.inEnglish].join('. ')}
        </p>
      </div>
      <FindingList findings={flow.findings} flow={flow.id} />
      {library.elsewhere.length > 0 && (
        <>
          <h3>{words.findings.elsewhere}</h3>
          <FindingList findings={library.elsewhere} />
        </>
      )}
    </section>
  );
}
