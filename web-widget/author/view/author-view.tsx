import { useEffect, useMemo, useState } from 'preact/hooks';
import type {
  FlowWire,
  LanguageWire,
  LibraryWire,
} from '../../../bot-flows/author/page/page-wire.ts';
import { useWords } from '../../console/view/words-context.ts';
import { MapPane } from '../map/map-pane.tsx';
import { trailOf } from '../map/trail.ts';
import { type Place, placeIn } from '../state/place.ts';
import { FIRST_SETTING, settingQuery } from '../state/setting.ts';
import { useAsked } from '../state/use-asked.ts';
import { useChanges } from '../state/use-changes.ts';
import { usePlace } from '../state/use-place.ts';
import { useTalk } from '../state/use-talk.ts';
import { AuthorBar } from './author-bar.tsx';
import { useAuthorWords } from './author-words.ts';
import { FindingsPart } from './findings-part.tsx';
import { FlowPicker } from './flow-picker.tsx';
import { PartsBar } from './parts-bar.tsx';
import { SettingBar } from './setting-bar.tsx';
import { SigningPart } from './signing-part.tsx';
import { StepView } from './step-view.tsx';
import { TalkPane } from './talk-pane.tsx';

/** Where an author begins who named no conversation. */
const FIRST: Place = { flow: 'welcome', step: null };

/** The author's page: a conversation as a map, a step in both languages, and the talk itself. */
export function AuthorView() {
  const words = useAuthorWords();
  const { language } = useWords();
  const changes = useChanges();
  const [named, goTo] = usePlace();
  const [setting, setSetting] = useState(FIRST_SETTING);
  const [spoken, setSpoken] = useState<LanguageWire>(language);
  const [follows, setFollows] = useState(true);
  const library = useAsked<LibraryWire>({ url: '/api/library' }, changes.mark);
  const place = named ?? firstOf(library.kind === 'known' ? library.answer : null);
  const flow = useAsked<FlowWire>(
    { url: `/api/flows/${place.flow}?${settingQuery(setting)}` },
    changes.mark,
  );
  const talk = useTalk(spoken, setting, changes.mark, (at) => {
    const next = placeIn(at);
    if (next && follows) goTo(next);
  });
  // Until another conversation is there, the last one stays.
  const shown = flow.kind === 'known' ? flow.answer : null;
  // A conversation that nobody has gone on with yet follows what is looked at.
  useEffect(() => {
    if (shown && talk.moves.length === 0) talk.beginUnasked({ flow: shown.id, step: null });
  }, [shown?.id]);
  useEffect(() => {
    document.title = `${place.flow} · ${words.title} · Veilleuse`;
  }, [place.flow, words]);
  const trail = useMemo(() => trailOf(talk.turns), [talk.turns]);

  const inFocus = (shown?.id === place.flow ? place.step : null) ?? shown?.start;
  const step = shown?.steps.find(({ id }) => id === inFocus) ?? shown?.steps[0];
  return (
    <>
      <AuthorBar live={changes.live}>
        {library.kind === 'known' && (
          <FlowPicker
            library={library.answer}
            flow={place.flow}
            onPick={(id) => {
              location.hash = id;
            }}
          />
        )}
      </AuthorBar>
      <main class="author">
        {flow.kind === 'unknown' && <p class="trouble">{words.noSuchFlow(place.flow)}</p>}
        {shown && step && library.kind === 'known' && (
          <>
            <div class="title">
              <h1>{shown.id}</h1>
              <p lang="en">{shown.about}</p>
            </div>
            {shown.doors.every(({ kind }) => kind === 'start' || kind === 'resume') && (
              <p class="no-way-in">{words.noWayIn}</p>
            )}
            {!library.answer.isCurrent && (
              <p class="trouble not-current" role="alert">
                {words.notCurrent}
              </p>
            )}
            <SettingBar setting={setting} countries={library.answer.countries} onSet={setSetting} />
            <div class="desk">
              <MapPane
                flow={shown}
                focus={`${shown.id}.${step.id}`}
                trail={trail}
                onSkip={() => document.getElementById('part-step')?.focus()}
              />
              <StepView flow={shown} step={step} />
              <TalkPane
                talk={talk}
                library={library.answer}
                flow={shown.id}
                step={step.id}
                language={spoken}
                onLanguage={setSpoken}
                follows={follows}
                onFollow={setFollows}
              />
              <FindingsPart flow={shown} library={library.answer} />
              <SigningPart flow={shown} />
            </div>
            <PartsBar />
          </>
        )}
      </main>
    </>
  );
}

/** The usual first conversation where there is one. */
const firstOf = (library: LibraryWire | null): Place =>
  !library || library.flows.some(({ id }) => id === FIRST.flow)
    ? FIRST
    : { flow: library.flows[0]?.id ?? FIRST.flow, step: null };
