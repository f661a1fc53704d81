import { examples as actionBar } from '@/components/ui/action-bar/examples'
import { examples as avatar } from '@/components/ui/avatar/examples'
import { examples as badge } from '@/components/ui/badge/examples'
import { examples as banner } from '@/components/ui/banner/examples'
import { examples as brand } from '@/components/ui/brand/examples'
import { examples as breadcrumb } from '@/components/ui/breadcrumb/examples'
import { examples as button } from '@/components/ui/button/examples'
import { examples as card } from '@/components/ui/card/examples'
import { examples as checkbox } from '@/components/ui/checkbox/examples'
import { examples as chips } from '@/components/ui/chips/examples'
import { examples as descriptionList } from '@/components/ui/description-list/examples'
import { examples as dialog } from '@/components/ui/dialog/examples'
import { examples as disclosure } from '@/components/ui/disclosure/examples'
import { examples as emptyState } from '@/components/ui/empty-state/examples'
import { examples as errorSummary } from '@/components/ui/error-summary/examples'
import type { Example } from '@/components/ui/example'
import { examples as field } from '@/components/ui/field/examples'
import { examples as folderList } from '@/components/ui/folder-list/examples'
import { examples as gauge } from '@/components/ui/gauge/examples'
import { examples as icon } from '@/components/ui/icon/examples'
import { examples as indexList } from '@/components/ui/index-list/examples'
import { examples as link } from '@/components/ui/link/examples'
import { examples as markToggle } from '@/components/ui/mark-toggle/examples'
import { examples as menu } from '@/components/ui/menu/examples'
import { examples as pageHeader } from '@/components/ui/page-header/examples'
import { examples as pagination } from '@/components/ui/pagination/examples'
import { examples as progress } from '@/components/ui/progress/examples'
import { examples as radioGroup } from '@/components/ui/radio-group/examples'
import { examples as seal } from '@/components/ui/seal/examples'
import { examples as searchField } from '@/components/ui/search-field/examples'
import { examples as select } from '@/components/ui/select/examples'
import { examples as sheet } from '@/components/ui/sheet/examples'
import { examples as skeleton } from '@/components/ui/skeleton/examples'
import { examples as slider } from '@/components/ui/slider/examples'
import { examples as switches } from '@/components/ui/switch/examples'
import { examples as table } from '@/components/ui/table/examples'
import { examples as tabs } from '@/components/ui/tabs/examples'
import { examples as tag } from '@/components/ui/tag/examples'
import { examples as thumbnail } from '@/components/ui/thumbnail/examples'
import { examples as toast } from '@/components/ui/toast/examples'
import { examples as visuallyHidden } from '@/components/ui/visually-hidden/examples'

/** Every component of the design system, in the order of the page. A test compares it with the folders. */
export const CATALOGUE: readonly { folder: string; title: string; examples: readonly Example[] }[] = [
  { folder: 'brand', title: 'Marque', examples: brand },
  { folder: 'sheet', title: 'Feuille et lignes', examples: sheet },
  { folder: 'button', title: 'Boutons', examples: button },
  { folder: 'link', title: 'Liens', examples: link },
  { folder: 'mark-toggle', title: 'Marque posée ou enlevée', examples: markToggle },
  { folder: 'field', title: 'Champs', examples: field },
  { folder: 'search-field', title: 'Recherche', examples: searchField },
  { folder: 'select', title: 'Liste de choix', examples: select },
  { folder: 'checkbox', title: 'Cases à cocher', examples: checkbox },
  { folder: 'radio-group', title: 'Choix unique', examples: radioGroup },
  { folder: 'switch', title: 'Interrupteur', examples: switches },
  { folder: 'error-summary', title: 'Résumé d’erreurs', examples: errorSummary },
  { folder: 'banner', title: 'Messages d’information', examples: banner },
  { folder: 'tag', title: 'Étiquettes', examples: tag },
  { folder: 'badge', title: 'Compte', examples: badge },
  { folder: 'avatar', title: 'Personnes', examples: avatar },
  { folder: 'thumbnail', title: 'Vignettes', examples: thumbnail },
  { folder: 'gauge', title: 'Jauge', examples: gauge },
  { folder: 'action-bar', title: 'Lignes choisies', examples: actionBar },
  { folder: 'table', title: 'Tableau', examples: table },
  { folder: 'description-list', title: 'Faits', examples: descriptionList },
  { folder: 'card', title: 'Panneaux', examples: card },
  { folder: 'folder-list', title: 'Dossiers', examples: folderList },
  { folder: 'index-list', title: 'Sommaire', examples: indexList },
  { folder: 'chips', title: 'Filtres', examples: chips },
  { folder: 'tabs', title: 'Onglets', examples: tabs },
  { folder: 'breadcrumb', title: 'Fil d’Ariane', examples: breadcrumb },
  { folder: 'pagination', title: 'Pages', examples: pagination },
  { folder: 'page-header', title: 'Parties de page', examples: pageHeader },
  { folder: 'menu', title: 'Menu', examples: menu },
  { folder: 'dialog', title: 'Dialogue', examples: dialog },
  { folder: 'disclosure', title: 'En savoir plus', examples: disclosure },
  { folder: 'toast', title: 'Message bref', examples: toast },
  { folder: 'empty-state', title: 'Vide', examples: emptyState },
  { folder: 'skeleton', title: 'Chargement', examples: skeleton },
  { folder: 'progress', title: 'Progression', examples: progress },
  { folder: 'slider', title: 'Réglette', examples: slider },
  { folder: 'seal', title: 'Sceau', examples: seal },
  { folder: 'icon', title: 'Icônes', examples: icon },
  { folder: 'visually-hidden', title: 'Mots cachés à l’œil', examples: visuallyHidden },
]
