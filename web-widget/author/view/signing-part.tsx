import type { FlowWire, SigningWire } from '../../../bot-flows/author/page/page-wire.ts';
import { useAuthorWords } from './author-words.ts';

/** Who answers for the texts as they stand; signing itself is done at the command line. */
export function SigningPart({ flow }: { flow: FlowWire }) {
  const words = useAuthorWords();
  const { signing } = flow;
  if (!signing) return null;
  return (
    <section class="part" aria-labelledby="part-signing" id="at-signing">
      <div class="part-head">
        <h2 id="part-signing" tabIndex={-1}>
          {words.parts.signing}
        </h2>
        <small>{words.signing.version(signing.hash)}</small>
      </div>
      <Signed signing={signing} />
      {signing.missing.length > 0 && (
        <Missing signing={signing} isMended={flow.findings.length === 0} />
      )}
    </section>
  );
}

function Signed({ signing: { signed, missing, earlier } }: { signing: SigningWire }) {
  const { signing } = useAuthorWords();
  const isChanged = earlier !== null && signed.length === 0;
  return (
    <>
      {missing.length === 0 && <p class="all-signed">{signing.complete}</p>}
      {isChanged && <p>{signing.changed(earlier.name, earlier.date)}</p>}
      <ul class="signatures">
        {signed.map(({ name, role, date }) => (
          <li key={role + name}>{signing.by(name, signing.roles[role], date)}</li>
        ))}
      </ul>
    </>
  );
}

function Missing({ signing, isMended }: { signing: SigningWire; isMended: boolean }) {
  const words = useAuthorWords().signing;
  return (
    <>
      <p>{words.missing(signing.missing.map((role) => words.roles[role]).join(', '))}</p>
      {isMended ? (
        <>
          <p>{words.how}</p>
          {signing.missing.map((role) => (
            <pre key={role}>
              {`npm run flow -- sign ${signing.id} --role ${role} --name "${words.yourName}"`}
            </pre>
          ))}
        </>
      ) : (
        <p class="quiet">{words.onceMended}</p>
      )}
    </>
  );
}
