import { Download, EyeOff, Plus, Printer, Send } from 'lucide'
import type { Example } from '../example'
import { Icon } from '../icon/icon'
import { Button, ButtonLink, type ButtonVariant } from './button'
import { SubmitButton } from './submit-button'

const VARIANTS: readonly [ButtonVariant, string][] = [
  ['primary', 'Envoyer'],
  ['secondary', 'Joindre'],
  ['quiet', 'Annuler'],
  ['danger', 'Supprimer'],
]

export const examples: readonly Example[] = [
  {
    name: 'Quatre rôles',
    show: (
      <div className="flex flex-wrap gap-3">
        {VARIANTS.map(([variant, words]) => (
          <Button key={variant} variant={variant}>
            {words}
          </Button>
        ))}
      </div>
    ),
  },
  {
    name: 'En cours',
    show: (
      <div className="flex flex-wrap gap-3">
        {VARIANTS.map(([variant, words]) => (
          <Button key={variant} pending="En cours" variant={variant}>
            {words}
          </Button>
        ))}
      </div>
    ),
  },
  {
    name: 'Indisponible',
    show: (
      <div className="flex flex-wrap gap-3">
        {VARIANTS.map(([variant, words]) => (
          <Button disabled key={variant} variant={variant}>
            {words}
          </Button>
        ))}
      </div>
    ),
  },
  {
    name: 'Dans une ligne dense, avec icône',
    show: (
      <div className="flex flex-wrap gap-3">
        <Button icon={Plus} size="small">
          Ajouter
        </Button>
        <Button icon={EyeOff} size="small" variant="secondary">
          Cacher
        </Button>
      </div>
    ),
  },
  {
    name: 'Liens, envoi d’un formulaire',
    show: (
      <form action="/developpement/composants" className="flex flex-wrap gap-3">
        <ButtonLink download href="/icon.svg" icon={Download}>
          Télécharger
        </ButtonLink>
        <ButtonLink compact href="/developpement/composants" icon={Printer} variant="secondary">
          Imprimer
        </ButtonLink>
        <SubmitButton icon={<Icon of={Send} />} pending="Envoi en cours">
          Envoyer
        </SubmitButton>
      </form>
    ),
  },
]
