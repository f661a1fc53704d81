declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const make: (options: { locateFile: (path: string) => string }) => Promise<object>
  export default make
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const make: (options: { locateFile: (path: string) => string }) => Promise<object>
  export default make
}
