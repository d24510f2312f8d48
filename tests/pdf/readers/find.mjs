// SPDX-License-Identifier: GPL-3.0-or-later
// node find.mjs PACKAGES FILE.pdf PHRASES: tells which of the phrases (one a line) the find bar of Firefox finds, a line
// each: 1 or 0.  It asks pdf.js's own find controller, with its defaults, page by page.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [packages, file, list] = process.argv.slice(2)
const root = pathToFileURL(path.resolve(packages) + '/pdfjs-dist/')
console.warn = console.log = () => {}

// The viewer's module looks at a browser while it is loaded; the find controller in it does not.
const anything = () => new Proxy(function () {}, {
  get: (target, key) => key === Symbol.toPrimitive ? () => '' : anything(),
  apply: () => anything(),
  construct: () => anything()
})
globalThis.DOMMatrix ??= class {}
globalThis.window ??= globalThis
for (const name of ['document', 'getComputedStyle', 'matchMedia', 'localStorage']) globalThis[name] ??= anything()
globalThis.navigator ??= { platform: '', userAgent: '' }
globalThis.requestAnimationFrame ??= call => setTimeout(call, 0)

const pdfjs = globalThis.pdfjsLib = await import(new URL('legacy/build/pdf.mjs', root))
const { PDFFindController, EventBus } = await import(new URL('legacy/web/pdf_viewer.mjs', root))
const document = await pdfjs.getDocument({
  data: new Uint8Array(fs.readFileSync(file)), verbosity: 0, useSystemFonts: false
}).promise
const bus = new EventBus()
const controller = new PDFFindController({
  linkService: { pagesCount: document.numPages, page: 1, isPageVisible: () => true }, eventBus: bus
})
controller.onIsPageVisible = () => true
controller.setDocument(document)

const phrases = fs.readFileSync(list, 'utf8').split('\n').filter(Boolean)
const search = query => bus.dispatch('find', {
  source: globalThis,
  type: '',
  query,
  phraseSearch: true,
  caseSensitive: false,
  entireWord: false,
  highlightAll: false,
  findPrevious: false,
  matchDiacritics: false
})

// The first search makes the controller read all pages.
search(phrases[0])
const patience = Date.now() + 60000
while (controller._pageContents.filter(text => text !== undefined).length < document.numPages) {
  if (Date.now() > patience) throw new Error('the pages were not read in time')
  await new Promise(resolve => setTimeout(resolve, 20))
}
await new Promise(resolve => setTimeout(resolve, 300))

// What the controller itself does to a query before it matches (normalize and getOriginalIndex in pdf_find_controller.js).
const plain = new Map(Object.entries({
  '\u2010': '-', '\u2018': "'", '\u2019': "'", '\u201a': "'", '\u201b': "'", '\u201c': '"', '\u201d': '"', '\u201e': '"',
  '\u201f': '"', '\u00bc': '1/4', '\u00bd': '1/2', '\u00be': '3/4'
}))
const found = phrase => {
  const query = [...phrase.normalize('NFD')].map(c => plain.get(c) ?? c).join('')
  for (let page = 0; page < document.numPages; page++) {
    if (controller.match(query, controller._pageContents[page] ?? '', page)?.length) return true
  }
  return false
}
fs.writeSync(1, phrases.map(phrase => found(phrase) ? '1\n' : '0\n').join(''))
process.exit(0)
