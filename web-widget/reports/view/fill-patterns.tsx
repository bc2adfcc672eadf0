/** The patterns of the bars: levels differ by them as well as by colour. Once on the page. */
export function FillPatterns() {
  return (
    <svg class="unseen" aria-hidden="true">
      <defs>
        <pattern id="fill-distress" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle class="ink-distress" cx="3" cy="3" r="1.2" />
        </pattern>
        <pattern
          id="fill-passive"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="ink-passive" width="2.4" height="6" />
        </pattern>
        <pattern id="fill-active" width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="ink-active" d="M0 0h6v3.6H0ZM0 0h2.4v6H0Z" />
        </pattern>
      </defs>
    </svg>
  );
}
