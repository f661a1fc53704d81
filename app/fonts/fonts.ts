import localFont from 'next/font/local'

/** Main face. `adjustFontFallback` keeps the layout still while it loads. */
const latin = localFont({
  src: './atkinson-next-open-zero-latin.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'swap',
  variable: '--font-latin',
  adjustFontFallback: 'Arial',
})

/** Names of people come from everywhere: fetched by the browser only when one of these letters is on the page. */
const latinExtended = localFont({
  src: './atkinson-next-latin-ext.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'swap',
  variable: '--font-latin-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB',
    },
  ],
})

/** Class names to put on `<html>`; `globals.css` reads the variables. */
export const fontClasses = `${latin.variable} ${latinExtended.variable}`
