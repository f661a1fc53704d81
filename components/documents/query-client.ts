import { QueryClient } from '@tanstack/react-query'

/** What the browser asks for and changes beside the pages: one for all the parts of the documents room. */
export const documentsClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: false } },
})
