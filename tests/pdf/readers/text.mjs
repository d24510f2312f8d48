// SPDX-License-Identifier: GPL-3.0-or-later
// node text.mjs pdfjs|pdfium|mupdf PACKAGES FILE.pdf…: the text of each file as that reader gives it, page by page:
// {"version", "files": [[text, …], …]}.  PACKAGES: the folder node_modules.  Works with Node 18 and 20.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [reader, packages, ...files] = process.argv.slice(2)
const root = pathToFileURL(path.resolve(packages) + '/')
const version = name => JSON.parse(fs.readFileSync(new URL(`${name}/package.json`, root))).version

// Each gives a function: bytes → pages.
const readers = {
  async pdfjs () {
    console.warn = console.log = () => {}
    globalThis.DOMMatrix ??= class {} // only drawing needs the real one
    const home = new URL('pdfjs-dist/', root)
    const pdfjs = await import(new URL('legacy/build/pdf.mjs', home))
    return async bytes => {
      const document = await pdfjs.getDocument({
        data: new Uint8Array(bytes),
        verbosity: 0,
        useSystemFonts: false,
        cMapUrl: new URL('cmaps/', home).pathname,
        cMapPacked: true,
        standardFontDataUrl: new URL('standard_fonts/', home).pathname
      }).promise
      const pages = []
      for (let n = 1; n <= document.numPages; n++) {
        const page = await document.getPage(n)
        const { items } = await page.getTextContent()
        pages.push(items.map(item => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join(''))
        page.cleanup()
      }
      await document.destroy()
      return pages
    }
  },

  async pdfium () {
    const { PDFiumLibrary } = createRequire(root)('@hyzyla/pdfium')
    const library = await PDFiumLibrary.init()
    return async bytes => {
      const document = await library.loadDocument(bytes)
      const pages = [...document.pages()].map(page => page.getText())
      document.destroy()
      return pages
    }
  },

  async mupdf () {
    const mupdf = await import(new URL('mupdf/dist/mupdf.js', root))
    return async bytes => {
      const document = mupdf.Document.openDocument(bytes, 'application/pdf')
      const pages = []
      for (let n = 0; n < document.countPages(); n++) {
        const page = document.loadPage(n)
        const text = page.toStructuredText()
        pages.push(text.asText())
        text.destroy()
        page.destroy()
      }
      document.destroy()
      return pages
    }
  }
}

const names = { pdfjs: 'pdfjs-dist', pdfium: '@hyzyla/pdfium', mupdf: 'mupdf' }
const read = await readers[reader]()
const texts = []
for (const file of files) texts.push(await read(fs.readFileSync(file)))
fs.writeSync(1, JSON.stringify({ version: version(names[reader]), files: texts }) + '\n')
process.exit(0)
