export const styleSheet = `
*, *::before, *::after { box-sizing: border-box }
:root { color-scheme: light; --ink: #26303a; --paper: #fbf8f3; --sheet: #ffffff; --line: #6f7780; --accent: #5b3a86; --soft: #efe8f7; --alert: #9a2a1d }
html { font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
body { margin: 0 }
header { background: var(--accent); color: #fff; padding: 1rem max(1rem, calc(50vw - 20rem)) }
header p { margin: 0 }
.brand { font-weight: 700; font-size: 1.2rem }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; outline: none }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem }
a { color: var(--accent) }
.skip { position: absolute; left: -999rem }
.skip:focus { position: static; display: block; padding: .75rem 1rem; background: var(--sheet) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
header :focus-visible { outline-color: #fff }
ul.choices { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem }
.choice { display: block; width: 100%; min-height: 3.5rem; padding: .75rem 1rem; font: inherit; text-align: left; color: var(--ink); background: var(--sheet); border: 2px solid var(--line); border-radius: .5rem; text-decoration: none; cursor: pointer }
.choice:hover { border-color: var(--accent); background: var(--soft) }
.choice strong { display: block; color: var(--accent) }
.choice span { display: block; font-size: .95rem }
.button { display: inline-block; min-height: 3rem; padding: .6rem 1.25rem; font: inherit; font-weight: 600; border-radius: .5rem; border: 2px solid var(--accent); background: var(--accent); color: #fff; cursor: pointer; text-decoration: none }
.button.quiet { background: var(--sheet); color: var(--accent) }
.field { margin: 0 0 1.25rem }
.field label, legend { display: block; font-weight: 600; padding: 0 }
.hint { margin: 0; font-size: .95rem }
.error { margin: 0; color: var(--alert); font-weight: 600 }
.field input[type=text], .field input[type=email] { width: 100%; max-width: 26rem; min-height: 3rem; padding: .5rem .75rem; font: inherit; color: var(--ink); background: #fff; border: 2px solid var(--line); border-radius: .25rem }
.field input[aria-invalid=true] { border-color: var(--alert) }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0 }
.radio { display: flex; gap: .6rem; align-items: center; min-height: 3rem }
.radio input { width: 1.4rem; height: 1.4rem; margin: 0 }
.summary { border: 2px solid var(--alert); border-radius: .5rem; padding: 1rem; margin: 0 0 1.5rem; background: var(--sheet) }
.summary h2 { margin: 0 0 .5rem }
.code { font-family: ui-monospace, monospace }
details { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 1rem }
summary { cursor: pointer; font-weight: 600; min-height: 2rem }
.row { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem }
`
