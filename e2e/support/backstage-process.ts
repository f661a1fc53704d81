// Runs beside a worker of the tests, with the conditions of server code: the commands of the project, asked by message.
import type { Answer, Asks, Question } from '@/e2e/support/backstage-protocol'
import { registerPerson } from '@/lib/people/identity/commands'
import { insOids } from '@/lib/people/identity/ins'
import { openSpace } from '@/lib/people/spaces/commands'
import { disconnect } from '@/lib/platform/db/client'
import { importFiles } from '@/lib/record/documents/receiving/importing'
import { giveOwnDocument } from '@/lib/test-support/documents'

async function register({ sex, ...person }: Asks['register']['ask']): Promise<{ spaceId: string }> {
  const registered = await registerPerson({
    ...person,
    oid: insOids.nirTest,
    usedName: null,
    sex: sex === 'F' ? 'female' : 'male',
  })
  if (!registered.ok) throw new Error(`register: ${registered.error.code}`)
  return registered.data
}

async function open({ spaceId, name }: Asks['open']['ask']): Promise<null> {
  const opened = await openSpace(
    { actor: { kind: 'citizen', id: spaceId, name }, spaceId, channel: 'web' },
    {
      terms: 'on',
      visibility: 'visible',
      emergencyDispatch: true,
      emergencyAnyone: true,
      emergencyHidden: false,
    },
  )
  if (!opened.ok) throw new Error(`open: ${opened.error.code}`)
  return null
}

async function importAll({ matricule, files }: Asks['import']['ask']): Promise<Asks['import']['answer']> {
  const report = await importFiles(
    files.map(({ name, bytes }) => ({ name, read: async () => new Uint8Array(bytes) })),
    { matricule },
  )
  const [failure] = report.failures
  if (failure) throw new Error(`import of ${failure.file}: ${failure.message}`)
  return {
    refused: report.refusals.map(({ file, reason }) => `${file}: ${reason}`),
    imported: report.counts.imported,
  }
}

function own({ spaceId, name, title }: Asks['own']['ask']): Promise<Asks['own']['answer']> {
  const requester = { actor: { kind: 'citizen', id: spaceId, name }, spaceId, channel: 'web' } as const
  return giveOwnDocument({ requester, spaceId }, { title })
}

function answerTo(question: Question): Promise<Asks[Question['name']]['answer']> {
  switch (question.name) {
    case 'register':
      return register(question.ask)
    case 'open':
      return open(question.ask)
    case 'own':
      return own(question.ask)
    case 'import':
      return importAll(question.ask)
  }
}

function reply(answer: Answer): void {
  process.send?.(answer)
}

process.on('message', ({ number, question }: { number: number; question: Question }) => {
  answerTo(question).then(
    data => reply({ number, data }),
    (error: unknown) => reply({ number, failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => void disconnect())
process.send?.('ready')
