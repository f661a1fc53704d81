/** In the place of `fs` and `path` in the browser, for decoders that only ask for them in Node (next.config.js). */
export const nothing = null
