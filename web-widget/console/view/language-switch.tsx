import { LANGUAGE_NAMES, LANGUAGES } from '../words/language.ts';
import { useWords } from './words-context.ts';

export function LanguageSwitch() {
  const { language, choose } = useWords();
  return (
    <div class="languages">
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          class="plain"
          lang={each}
          aria-pressed={each === language}
          aria-label={LANGUAGE_NAMES[each]}
          onClick={() => choose(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
