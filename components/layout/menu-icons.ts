import { CircleHelp, Ellipsis, Eye, Folder, House, type IconNode } from 'lucide'
import type { BarKey } from '@/lib/navigation/bottom-bar'

/** The pictogram of each entry of the bar; always beside its words. */
export const menuIcons: Readonly<Record<BarKey, IconNode>> = {
  home: House,
  documents: Folder,
  whoSeesWhat: Eye,
  help: CircleHelp,
  siteMap: Ellipsis,
}
