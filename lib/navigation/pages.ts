/**
 * Every page of the product. A page that is not a row here is neither in the menu, nor in the site map, nor visited
 * by the tests; labels are `pages.<key>` in lib/content.
 *
 * access: `public`, or `space` for what needs an open space
 * menu:   place in the main menu; absent, the page is reached from another
 */
type PageRow = {
  readonly path: string
  readonly access: 'public' | 'space'
  readonly menu?: number
}

const rows = {
  welcome: { path: '/', access: 'public' },
  signIn: { path: '/connexion', access: 'public' },
  help: { path: '/aide', access: 'public' },
  accessibility: { path: '/accessibilite', access: 'public' },
  privacy: { path: '/donnees-et-droits', access: 'public' },
  legal: { path: '/mentions-legales', access: 'public' },
  siteMap: { path: '/plan-du-site', access: 'public' },
  home: { path: '/accueil', access: 'space', menu: 1 },
  documents: { path: '/documents', access: 'space', menu: 2 },
  addDocument: { path: '/documents/ajouter', access: 'space' },
  results: { path: '/documents/resultats', access: 'space' },
  categories: { path: '/documents/categories', access: 'space' },
  readingChoices: { path: '/documents/choix-de-lecture', access: 'space' },
  folders: { path: '/documents/dossiers', access: 'space' },
  documentVisibility: { path: '/documents/visibilite', access: 'space' },
  withdrawnDocuments: { path: '/documents/retires', access: 'space' },
  documentBin: { path: '/documents/corbeille', access: 'space' },
  whoSeesWhat: { path: '/qui-voit-quoi', access: 'space', menu: 7 },
  identity: { path: '/mon-identite', access: 'space' },
} as const satisfies Record<string, PageRow>

export type PageKey = keyof typeof rows

/** The pages of the main menu: the compiler asks for the pictogram of each. */
export type MenuKey = { [Key in PageKey]: (typeof rows)[Key] extends { menu: number } ? Key : never }[PageKey]

export const pages: Readonly<Record<PageKey, PageRow>> = rows
export const pageKeys = Object.keys(rows) as PageKey[]

export const mainMenu: readonly MenuKey[] = pageKeys
  .filter((key): key is MenuKey => pages[key].menu !== undefined)
  .sort((a, b) => (pages[a].menu ?? 0) - (pages[b].menu ?? 0))
