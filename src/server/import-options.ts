// What is typed behind `npm run import --`.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Programme } from '../domain/entitlement.ts'
import { CommuneCode } from '../domain/ids.ts'
import { TextEncoding } from '../domain/list-import/legacy-encodings.ts'
import type { ImportChoices } from '../protocol/office/imports.ts'

export const importUsage = `Cách dùng: npm run import -- TỆP --commune MÃ_XÃ [--dry-run] [--json]
  --commune MÃ       mã năm chữ số của xã, phường (theo đơn vị hành chính từ 01/7/2025)
  --dry-run          chỉ đọc và so sánh, không ghi gì
  --json             in một đối tượng JSON
  --sheet SỐ         trang tính thứ mấy, từ 1
  --programme TÊN    BTXH hoặc NCC, khi tệp không cho biết
  --encoding TÊN     unicode, tcvn3, vni, viscii hoặc windows1258, khi nhận nhầm
  --century SỐ       1900 hoặc 2000: năm sinh hai chữ số thuộc thế kỷ nào
  --skip-hidden      bỏ qua các dòng bị ẩn`

const Options = z.strictObject({
  commune: CommuneCode,
  'dry-run': z.boolean().default(false),
  json: z.boolean().default(false),
  sheet: z.coerce.number().int().min(1).max(500).optional(),
  programme: Programme.optional(),
  encoding: TextEncoding.optional(),
  century: z.enum(['1900', '2000']).optional(),
  'skip-hidden': z.boolean().optional(),
})

export type ImportOptions = {
  file: string
  commune: CommuneCode
  dryRun: boolean
  json: boolean
  choices: ImportChoices
}

/** @returns null when it cannot be understood. */
export function readImportOptions(typed: readonly string[]): ImportOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        commune: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        sheet: { type: 'string' },
        programme: { type: 'string' },
        encoding: { type: 'string' },
        century: { type: 'string' },
        'skip-hidden': { type: 'boolean' },
      },
    })
    const options = Options.safeParse(values)
    const [file] = positionals
    if (!options.success || file === undefined || positionals.length > 1) return null
    const { commune, json, 'dry-run': dryRun } = options.data
    return { file, commune, dryRun, json, choices: choicesOf(options.data) }
  } catch {
    return null
  }
}

function choicesOf({ sheet, programme, encoding, century, ...rest }: z.output<typeof Options>): ImportChoices {
  return {
    ...(sheet !== undefined && { sheet: sheet - 1 }),
    ...(programme !== undefined && { programme }),
    ...(encoding !== undefined && { encodings: { sheet: encoding } }),
    ...(century !== undefined && { century: century === '1900' ? 1900 : 2000 }),
    ...(rest['skip-hidden'] === true && { skipHidden: true }),
  }
}
