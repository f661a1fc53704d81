import type { ReactNode } from 'react'

/** One state of a component, shown on the development page. */
export type Example = { name: string; show: ReactNode }
