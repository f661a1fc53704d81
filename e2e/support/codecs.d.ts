/** The encoders of the packages whose decoders the browser uses: tests write with them what pages read. */
type EncoderOfImages = {
  getDecodedBuffer(frame: {
    width: number
    height: number
    bitsPerSample: number
    componentCount: number
    isSigned: boolean
    isUsingColorTransform: boolean
  }): Uint8Array
  encode(): void
  getEncodedBuffer(): Uint8Array
  setQuality?(lossless: boolean, quality: number): void
}

declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  const make: () => Promise<{ readonly J2KEncoder: new () => EncoderOfImages }>
  export default make
}

declare module '@cornerstonejs/codec-charls/wasmjs' {
  const make: () => Promise<{ readonly JpegLSEncoder: new () => EncoderOfImages }>
  export default make
}
