/** The questions of the help page, by theme; words are `pages.help.questions.<key>` in lib/content. */
export const themes = {
  signIn: ['account', 'noAccount', 'notRecognised', 'timeout'],
  documents: ['missing', 'wrong', 'understand', 'keep'],
  history: ['who', 'refused', 'unknownAccess'],
  safety: ['verify', 'phishing', 'shared'],
} as const

export const themeKeys = Object.keys(themes) as (keyof typeof themes)[]
