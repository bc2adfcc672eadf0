/** Style sheets are bundled as their text, for `CSSStyleSheet.replaceSync`. */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler hands a text over as the default.
  export default text;
}
