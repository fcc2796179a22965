// The wordings that communes use above their columns. Keys are written as `wordingKey` leaves them.
import { wordingKey } from './grid.ts'
import type { ColumnMeaning } from './column-meaning.ts'

type Rule = [pattern: RegExp, meaning: ColumnMeaning]

/** A heading that stands above several columns, or a prefix of a single one: `Người nhận thay`, `Truy lĩnh`. */
const groups: readonly [pattern: RegExp, rules: readonly Rule[]][] = [
  [
    /^(thong tin )?(ve )?(nguoi )?(nhan thay|duoc uy quyen|uy quyen|giam ho|nhan ho|dai dien)\b/,
    [
      [/(so )?(cccd|cmnd|can cuoc|dinh danh|giay to)/, 'substituteId'],
      [/dien thoai|sdt|^dt$/, 'substitutePhone'],
      [/quan he|moi quan he/, 'substituteRelation'],
      [/^$|ho (va )?ten|^ten$|^nguoi|^ong ba/, 'substituteName'],
      [/.*/, null],
    ],
  ],
  [
    /^(so tien )?(truy linh|truy lanh|linh bu|tra bo sung)\b/,
    [
      [/so thang|^thang|thoi gian|tu thang/, 'arrearsMonths'],
      [/.*/, 'arrears'],
    ],
  ],
  [
    /^((ngay )?(thang )?nam sinh|ngay sinh|ngay thang nam sinh|ngay thang nam|sinh nam|sinh|ntns|ns|gioi tinh|phai)\b/,
    [
      [/^(nam)$/, 'birthMale'],
      [/^(nu)$/, 'birthFemale'],
      [/^ngay$/, 'birthDay'],
      [/^thang$/, 'birthMonth'],
    ],
  ],
]

const rules: readonly Rule[] = [
  [/^(stt|tt|so tt|so thu tu|thu tu|no)$/, 'order'],
  [/quan he/, 'substituteRelation'],
  [/chu (tai khoan|tk)|ten (tai khoan|tk|chu)/, 'accountHolder'],
  [/^(so )?(tai khoan|tk|stk|atm)\b|so (tai khoan|tk)|^stk/, 'accountNumber'],
  [/^(ten )?(ngan hang|nh)\b|mo tai/, 'bank'],
  [/phuong thuc|hinh thuc|noi nhan|cach nhan/, 'method'],
  [/ky nhan|ky ten|chu ky|diem chi|nguoi nhan ky|^ky$/, 'signature'],
  [/ngay cap|noi cap/, 'idIssued'],
  [/^(ho va ten dem|ho va chu dem|ho va chu lot|ho va lot|ho dem|ho lot|ho)$/, 'familyName'],
  [/^ten$/, 'givenName'],
  [/^ten (nguoi|doi tuong|chu ho)|^nguoi (huong|thu huong)/, 'name'],
  [/(nhan thay|uy quyen|giam ho|nhan ho)$/, 'substituteName'],
  [/^ho (va )?ten|^hoten/, 'name'],
  [
    /^(ma|so) (ho so|hs|doi tuong|dt|so doi tuong|nguoi huong|so ho so|quan ly)|^mahs$|^ma so$|^so so$|^ma$/,
    'fileCode',
  ],
  [/(so )?(cmnd|cmt|chung minh).*cu\b|(cmnd|cmt) 9|so (dinh danh|cccd) cu/, 'oldIdNumber'],
  [/cccd|can cuoc|dinh danh|cmnd|cmt|cmtnd|chung minh|giay to/, 'idNumber'],
  [/dien thoai|^sdt|^dt$|^so dt|di dong|lien he/, 'phone'],
  [/thuong tru|ho khau/, 'permanentAddress'],
  [/hien nay|hien tai|noi o|cho o|noi cu tru|tam tru/, 'currentAddress'],
  [/dia chi/, 'permanentAddress'],
  [
    /^(ap|khu vuc|kv|khom|thon|to|to dan pho|ten ap|ap to|dia ban)( (ap|khu vuc|kv|khom|thon|to|to dan pho))*$/,
    'hamlet',
  ],
  [/^(ten )?(xa|phuong|thi tran)( (xa|phuong|thi tran|tt))*$/, 'commune'],
  [/^(quan|huyen|tinh|thanh pho)\b/, 'district'],
  [/^he so|^hs( |$)/, 'coefficient'],
  [/mai tang|^mtp$/, 'funeral'],
  [/mot lan|1 lan/, 'oneOff'],
  [/phu cap/, 'supplement'],
  [/tong|thuc (linh|nhan|lanh)|^cong|duoc nhan/, 'total'],
  [
    /^(muc|tien)? ?(tro cap|huong|chuan|luong|chi tra|hang thang|hang thang|thang|tien)|tro cap.*thang|muc (huong|tro cap|thang|chi)|^muc$|^so tien|^tien|^thanh tien|tro cap hang thang/,
    'monthly',
  ],
  [/quyet dinh|^so qd|^qd/, 'decision'],
  [/^(ngay|thang|thoi diem|tu|tu ngay|tu thang).*(huong|tu)\b|huong tu/, 'from'],
  [
    /(nhom|loai|dien|ma)? ?doi tuong( (huong|thu huong|bao tro|btxh|ncc))?$|^(nhom|loai|dien)\b|che do|^doi tuong/,
    'category',
  ],
  [/^(ngay|nam|thang|ngay thang|ngay thang nam).*sinh|^sinh|^ntns$|^ns$/, 'birth'],
  [/^(gioi tinh|phai|gt|gioi|nam nu)$/, 'sex'],
  [/ghi chu|^gc$/, 'note'],
]

function meaningUnder(group: string, own: string): ColumnMeaning | undefined {
  for (const [pattern, inside] of groups) {
    if (!pattern.test(group)) continue
    return inside.find(([rule]) => rule.test(own))?.[1]
  }
  return undefined
}

/**
 * What a column is called to mean.
 * @param headings the texts above the column from top to bottom, a heading over several columns included.
 */
export function meaningOfHeading(headings: readonly string[]): ColumnMeaning {
  const own = headings.at(-1) ?? ''
  const key = wordingKey(own)
  if (key === '') return null
  const above = wordingKey(headings.slice(0, -1).join(' '))
  if (above !== '') {
    if (/^(ngay|thang|nam).*sinh|^sinh/.test(above) && own.normalize('NFC').toLowerCase() === 'năm') return 'birthYear'
    const meaning = meaningUnder(above, key)
    if (meaning !== undefined) return meaning
  }
  return meaningAlone(own, key)
}

function meaningAlone(own: string, key: string): ColumnMeaning {
  if (/^nu$/.test(key)) return 'birthFemale'
  if (/^nam$/.test(key) && own.normalize('NFC').toLowerCase() === 'nam') return 'birthMale'
  const split = /^((?:ngay )?(?:thang )?nam sinh|ngay sinh) (nam|nu)$/.exec(key)
  if (split) return split[2] === 'nam' ? 'birthMale' : 'birthFemale'
  for (const [pattern] of groups.slice(0, 2)) {
    const match = pattern.exec(key)
    if (match) return meaningUnder(key, key.slice(match[0].length).trim()) ?? null
  }
  return rules.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
