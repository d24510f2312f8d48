// SPDX-License-Identifier: GPL-3.0-or-later
// node typst.mjs PACKAGES FONTS SOURCE.typ FILE.pdf: what Typst needs for a document: {"wall", "cpu" (seconds), "peak"
// (MiB), "bytes"}.  Node's own start and memory do not count.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [packages, fonts, source, file] = process.argv.slice(2).map(name => path.resolve(name))
const { NodeCompiler } = createRequire(pathToFileURL(packages + '/'))('@myriaddreamin/typst-ts-node-compiler')

const memory = process.resourceUsage().maxRSS
const cpu = process.cpuUsage()
const wall = process.hrtime.bigint()
const compiler = NodeCompiler.create({ workspace: path.dirname(source), fontArgs: [{ fontPaths: [fonts] }] })
const pdf = compiler.pdf({ mainFilePath: source })
fs.writeFileSync(file, pdf)
const used = process.cpuUsage(cpu)
fs.writeSync(1, JSON.stringify({
  wall: Number(process.hrtime.bigint() - wall) / 1e9,
  cpu: (used.user + used.system) / 1e6,
  peak: (process.resourceUsage().maxRSS - memory) / 1024,
  bytes: pdf.length
}) + '\n')
process.exit(0)
