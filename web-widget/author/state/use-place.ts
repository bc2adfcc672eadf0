import { useEffect, useState } from 'preact/hooks';
import { addressOf, type Place, placeIn } from './place.ts';

/** The place that the page's address names; links to others change it, and Back goes back. */
export function usePlace(): readonly [Place | null, (place: Place) => void] {
  const [place, setPlace] = useState(() => placeIn(location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    place,
    // What the page does by itself isn't to be gone back through.
    (next) => {
      history.replaceState(null, '', addressOf(next));
      setPlace(next);
    },
  ];
}
