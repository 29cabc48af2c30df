// Made at build, so that it may not be there when types are checked.
declare module '@diplomaregister/elements/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
