// The process of run.ts: loads a module of ours, TypeScript included, and calls its functions, one at a time.

const loaded = import(process.argv[2])
// Who asked is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0))
process.on('message', async ({ name, input }) => {
  try {
    const { [name]: run } = await loaded
    process.send({ ok: true, output: await run(input) })
  } catch {
    process.send({ ok: false })
  }
})
