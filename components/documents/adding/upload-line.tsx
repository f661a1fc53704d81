import { Banner } from '@/components/ui/banner/banner'
import { Button, ButtonLink } from '@/components/ui/button/button'
import { TextField } from '@/components/ui/field/field'
import { Progress } from '@/components/ui/progress/progress'
import { sizeInWords } from '@/lib/content/sizes'
import type { Upload } from './use-uploads'

export type UploadWords = {
  readonly title: string
  readonly titleHint: string
  readonly remove: string
  readonly sending: string
  readonly checking: string
  readonly of: string
  readonly added: string
  readonly open: string
  readonly refused: string
  readonly duplicate: string
  readonly openDuplicate: string
  readonly failed: string
  readonly failedTodo: string
  /** Why, by code. */
  readonly codes: Readonly<Record<string, string>>
}

type UploadLineProps = {
  upload: Upload
  words: UploadWords
  titleLimit: number
  onRename: (title: string) => void
  onRemove: () => void
}

/** One chosen file: its title to confirm, its way, and what became of it. */
export function UploadLine(props: UploadLineProps) {
  const { upload, words } = props
  const { file, key, state } = upload
  if (state.kind === 'waiting') return <Waiting {...props} />
  if (state.kind === 'sending') {
    const checking = state.sent >= file.size
    return (
      <Progress
        id={`envoi-${key}`}
        label={file.name}
        max={file.size}
        note={
          checking
            ? words.checking
            : `${words.sending} ${sizeInWords(Math.min(state.sent, file.size))} ${words.of} ${sizeInWords(file.size)}`
        }
        value={checking ? undefined : state.sent}
      />
    )
  }
  if (state.kind === 'added')
    return (
      <Banner
        actions={
          <ButtonLink href={`/documents/${state.id}`} variant="secondary">
            {`${words.open} « ${state.title} »`}
          </ButtonLink>
        }
        live="status"
        title={words.added}
        tone="success"
      />
    )
  return <NotAdded {...props} />
}

function Waiting({ upload, words, titleLimit, onRename, onRemove }: UploadLineProps) {
  const { key, file, title } = upload
  return (
    <div className="adding-file">
      <TextField
        autoComplete="off"
        hint={`${file.name} · ${sizeInWords(file.size)}. ${words.titleHint}`}
        label={words.title}
        maxLength={titleLimit}
        name={`titre-${key}`}
        onChange={event => onRename(event.target.value)}
        value={title}
      />
      <Button aria-label={`${words.remove} ${file.name}`} compact onClick={onRemove} variant="quiet">
        {words.remove}
      </Button>
    </div>
  )
}

function NotAdded({ upload: { file, state }, words, onRemove }: UploadLineProps) {
  if (state.kind !== 'refused' && state.kind !== 'failed') return null
  const remove = (
    <Button aria-label={`${words.remove} ${file.name}`} compact onClick={onRemove} variant="quiet">
      {words.remove}
    </Button>
  )
  if (state.kind === 'refused' && state.code === 'duplicate')
    return (
      <Banner
        actions={
          state.id ? (
            <ButtonLink href={`/documents/${state.id}`} variant="secondary">
              {words.openDuplicate}
            </ButtonLink>
          ) : undefined
        }
        live="status"
        title={words.duplicate}
        tone="info"
      >
        <p>{`« ${file.name} »`}</p>
      </Banner>
    )
  const failed = state.kind === 'failed'
  return (
    <Banner
      actions={remove}
      live="alert"
      title={failed ? words.failed : words.refused}
      tone={failed ? 'warning' : 'danger'}
    >
      <p>{`« ${file.name} » : ${words.codes[state.code] ?? words.codes.unavailable ?? ''}`}</p>
      {failed ? <p>{words.failedTodo}</p> : null}
    </Banner>
  )
}
