import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { type DefaultChange, type Opening, termsVersion } from '@/lib/people/spaces/schema'

export async function findSpace(space: Space) {
  return transactionOf(space).space.findUnique({
    where: { spaceId: space.id },
    select: {
      state: true,
      openedAt: true,
      opposedAt: true,
      hiddenByDefault: true,
      ownHiddenByDefault: true,
      emergencyDispatch: true,
      emergencyAnyone: true,
      emergencyHidden: true,
    },
  })
}

export async function markOpen(space: Space, opening: Opening): Promise<void> {
  await transactionOf(space).space.updateMany({
    where: { spaceId: space.id },
    data: {
      state: 'open',
      openedAt: space.at,
      opposedAt: null,
      termsVersion,
      hiddenByDefault: opening.visibility === 'hidden',
      ownHiddenByDefault: opening.visibility === 'hidden',
      emergencyDispatch: opening.emergencyDispatch,
      emergencyAnyone: opening.emergencyAnyone,
      emergencyHidden: opening.emergencyHidden,
    },
  })
}

/** For what is received, or for what the person adds, from now on. */
export async function markDefault(space: Space, { own, hidden }: DefaultChange): Promise<void> {
  await transactionOf(space).space.updateMany({
    where: { spaceId: space.id },
    data: own ? { ownHiddenByDefault: hidden } : { hiddenByDefault: hidden },
  })
}

export async function markOpposed(space: Space): Promise<void> {
  await transactionOf(space).space.updateMany({
    where: { spaceId: space.id },
    data: { state: 'opposed', opposedAt: space.at },
  })
}
