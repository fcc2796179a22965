// The wordings that communes use above their columns. Keys are written as `wordingKey` leaves them.
import { wordingKey } from './grid.ts'
import type { ColumnMeaning } from './column-meaning.ts'

/** `rank` tells wordings of one meaning apart: the column with the highest one is taken, 1 where nothing is said. */
type Rule = readonly [pattern: RegExp, meaning: ColumnMeaning, rank?: number]

/** What a wording was taken for, and how clearly it says so. */
export type Wording = { meaning: ColumnMeaning; rank: number }

const somebodyElse =
  /\b(nhan thay|nhan tien thay|linh thay|lanh thay|duoc uy quyen|uy quyen|uq|giam ho|nhan ho|linh ho|dai dien|nguoi (cham soc|nuoi duong|nhan nuoi))\b/

/** Columns about who receives in the place of the person, under a heading of their own or named in one. */
const ofSomebodyElse: readonly Rule[] = [
  [/quan he/, 'substituteRelation'],
  [/dia chi|ngay|noi cap|chu ky|ky (nhan|ten)/, null],
  [/cccd|cmnd|cmt|can cuoc|dinh danh|giay to/, 'substituteId'],
  [/dien thoai|sdt|^dt|so dt|di dong/, 'substitutePhone'],
  [/^(nhan|linh|chu ho)?$|ho (va )?ten|^ten|^nguoi|^ong ba|^giam ho|^uy quyen|^dai dien/, 'substituteName'],
]

/** A heading that stands above several columns, or a prefix of a single one: `Truy lĩnh – Số tháng`. */
const groups: readonly [pattern: RegExp, rules: readonly Rule[]][] = [
  [
    /^(?:(?:so tien|tien|kinh phi|tro cap|muc)(?: duoc)? )?(tr(?:uy)? (?:linh|lanh)|truy tra|truy huong|truy nhan|linh bu|bu lui|tra bo sung)\b/,
    [
      [/so thang|thoi gian|tu (thang|ngay)(?! \d)|^ky$/, 'arrearsMonths'],
      // `Truy lĩnh tháng 11` is an amount; how many months is said in so many words.
      [/^thang$/, 'arrearsMonths'],
      [/.*/, 'arrears'],
    ],
  ],
  [
    /^(((ngay|ng|thang|th|t|nam|n|ntn) )*sinh|ngay thang nam|ntns|ns|gioi tinh|phai|gioi)\b/,
    [
      [/^nam( gioi)?$/, 'birthMale'],
      [/^nu( gioi)?$/, 'birthFemale'],
      [/^ngay$/, 'birthDay'],
      [/^thang$/, 'birthMonth'],
    ],
  ],
]

const rules: readonly Rule[] = [
  [/^(stt|s tt|tt|so tt|so thu tu|thu tu|no|so)$/, 'order'],
  [/quan he/, 'substituteRelation'],
  // The sum of others, or the only column of its kind.
  [/^(tong|cong)( cong)?( so)?( tien)? truy (linh|lanh|tra)\b/, 'arrears', 0],
  [/chu (tai khoan|tk|the)|ten (tai khoan|tk)|^ten chu$/, 'accountHolder'],
  [/^(so )?(tai khoan|tk|stk|atm|the atm)\b|so (tai khoan|tk|the atm)|^stk/, 'accountNumber'],
  [/^(ten )?(ngan hang|nh)\b|mo tai|tai ngan hang/, 'bank'],
  [/^ky\b.* diem chi$/, 'signature'],
  [/phuong thuc|hinh thuc|noi (nhan|linh|lanh)|cach nhan|diem (chi|nhan)/, 'method'],
  [/ky nhan|ky ten|chu ky|diem chi|nguoi nhan ky|^ky$|^(nguoi )?nhan ky/, 'signature'],
  [/ngay cap|noi cap/, 'idIssued'],
  [
    /^(ho va ten dem|ho va chu dem|ho va chu lot|ho va lot|ho dem|ho lot|ho chu dem|ho chu lot|ho va dem|ho)$/,
    'familyName',
  ],
  [/^ten( goi)?$/, 'givenName'],
  [/^ho va ten|^ho ten|^hoten|^h ten|^ho .*\bten( |$)|^ten (nguoi|chu ho|khai sinh)/, 'name', 2],
  // Beside `Họ và tên` it is what the person is.
  [/^ten doi tuong/, 'name', 0],
  [/^doi tuong( duoc| thu)*( huong)? ho (va )?ten$/, 'name'],
  [/^nguoi (duoc )?(huong|thu huong|linh|(nhan )?tro cap)|^ong ba$|^doi tuong thu huong$/, 'name'],
  [/^(ngay|ng|nam|thang|ntn)\b.*sinh/, 'birth'],
  [/^(ma |so |ma so )?(the )?(cccd|can cuoc|dinh danh|ddcn)/, 'idNumber', 3],
  [
    /^(ma|so) (ho so|hs|doi tuong|so doi tuong|nguoi huong|so ho so|quan ly|ql|nguoi|the|tra cuu)\b|^ma dt$|^mahs$|^ma so$|^so so\b|^ma$|^ma (so )?(huong|chi tra)\b|^ma so (hs|ho so|nguoi|dt)/,
    'fileCode',
  ],
  [/(cmnd|cmt|chung minh).*\bcu\b|(cmnd|cmt|cmtnd) ?9|so (dinh danh|cccd|giay to) cu\b/, 'oldIdNumber'],
  [/cccd|can cuoc|\bcccd|dinh danh|\bddcn\b/, 'idNumber', 3],
  [/cmnd|\bcmt\b|cmtnd|chung minh/, 'idNumber', 2],
  [/giay to|\bgttt\b|^so cc$|^cc$/, 'idNumber'],
  [/dien thoai|\bsdt\b|^dt$|^dt |^so dt|di dong|\bdtdd\b|lien he|lien lac|^tel\b|phone/, 'phone'],
  [
    /^(dia chi|noi o|noi cu tru|cho o|thuoc|noi thuong tru)( theo| thuoc)? (ap|khu vuc|kv|khom|thon|to)( (ap|khu vuc|kv|khom|thon|to))*$/,
    'hamlet',
  ],
  [
    /^(ap|khu vuc|kv|khom|thon)( (ap|khu vuc|kv|khom|thon))* ((dang|hien|noi) )*(o|cu tru|cu ngu|sinh song|thuong tru|tam tru)$/,
    'hamlet',
  ],
  [/thuong tru|ho khau|\b(hktt|dktt|dkhktt|dkhk)\b/, 'permanentAddress', 2],
  [/hien nay|hien tai|noi o|cho o|noi cu tru|noi cu ngu|tam tru|dang o/, 'currentAddress'],
  [/dia chi|^so nha/, 'permanentAddress'],
  [
    /^(ten )?(ap|khu vuc|kv|khom|thon|to|to dan pho|khu pho|khu dan cu|dia ban|to nhan dan)( (so|ap|khu vuc|kv|khom|thon|to|to dan pho|khu pho))*$/,
    'hamlet',
  ],
  [/^(ten )?(xa|phuong|thi tran|dvhc|don vi)( (xa|phuong|thi tran|tt))*$/, 'commune'],
  [/^(quan|huyen|tinh|thanh pho)\b/, 'district'],
  [/^he so|^hs( |$)|^muc do huong/, 'coefficient'],
  [/mai tang|\bmtp\b/, 'funeral'],
  [/mot lan|1 lan/, 'oneOff'],
  [/phu cap|nguoi phuc vu/, 'supplement'],
  [/quyet dinh|^so( ngay)? qd|^qd/, 'decision'],
  [/^so thang/, 'arrearsMonths'],
  [/^(ngay|thang|nam|thoi diem|thoi gian|tu|tu ngay|tu thang|bat dau).*\b(huong|tu)\b|\bhuong tu\b/, 'from'],
  [
    /^tong|tong (cong|so tien|tien|linh)|thuc (linh|nhan|lanh|chi)|^cong|(duoc|phai) (nhan|linh|lanh|chi)|^so tien (nhan|linh|lanh|chi)/,
    'total',
    2,
  ],
  [
    /nhom doi tuong|loai doi tuong|dien doi tuong|doi tuong (huong|thu huong|bao tro|btxh|ncc)$|^(nhom|loai|dien)\b(?!.*(tien|muc))|che do( huong| tro cap)?$/,
    'category',
    2,
  ],
  [
    /^(ten |ma )?doi tuong|doi tuong$|^thuoc dien|^phan loai|^chinh sach|^che do dang huong|^noi dung (tro cap|huong)|^dt (huong|btxh|ncc)|dang (khuyet )?tat|muc do khuyet tat/,
    'category',
  ],
  [
    /^(muc|tien|so tien|kinh phi|st|mức)? ?(tro cap|tro giup|tc|huong|chi tra|hang thang|tc hang thang).*|muc (huong|tro cap|tro giup|thang|chi|tc)/,
    'monthly',
    4,
  ],
  [
    /^(so )?tien (1|mot|moi|hang)? ?thang|^so tien thang|tro cap.*thang|(tro cap|tc) (thuong xuyen|xa hoi|uu dai)|^tctx$|^tcxh$|^1 thang$|^hang thang$/,
    'monthly',
    3,
  ],
  [/^so tien|^tien|^kinh phi|^luong|^thang \d/, 'monthly', 2],
  [/^thanh tien|^muc|^dinh muc/, 'monthly'],
  [
    /^(ngay|nam|thang|ngay thang|ngay thang nam).*sinh|^sinh|^n(gay)? ?t(hang)? ?n(am)? ?s(inh)?$|^ns$|^nsinh$|^n sinh$|^nam sinh/,
    'birth',
  ],
  [/^((gioi tinh|phai|gt|gioi|g tinh)( nam| nu){0,2}|nam nu|nu nam)$/, 'sex'],
  [/ghi chu|^gc$|^luu y$/, 'note'],
]

const nothing: Wording = { meaning: null, rank: 0 }

function firstOf(among: readonly Rule[], key: string): Wording | undefined {
  const rule = among.find(([pattern]) => pattern.test(key))
  return rule && { meaning: rule[1], rank: rule[2] ?? 1 }
}

function meaningUnder(group: string, own: string): Wording | undefined {
  if (somebodyElse.test(group)) return firstOf(ofSomebodyElse, own) ?? nothing
  for (const [pattern, inside] of groups) if (pattern.test(group)) return firstOf(inside, own)
  return undefined
}

/** `Nam` is a sex and `Năm` a year: the marks tell. */
function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
}

/** What a heading says of how its column is filled in, not of what stands there. */
const remarks =
  / (?:(?:ghi |viet )?(?:bang )?(?:chu )?in hoa|ghi ro(?: ho (?:va )?ten)?|(?:ghi |dung )*theo (?:the |so |giay )*(?:cccd|cmnd|can cuoc|giay to|khai sinh)\b.*|neu co|hoac .*|d{2} m{2} y{2,4}|don vi tinh.*|dvt.*)$/

/** Longer texts are no headings: a sentence that happens to hold a known word. */
const longestHeading = 120

/**
 * What a column is called to mean.
 * @param headings the texts above the column from top to bottom, a heading over several columns included.
 */
export function wordingOf(headings: readonly string[]): Wording {
  const own = headings.at(-1) ?? ''
  const key = wordingKey(own).replace(remarks, '')
  if (key === '' || own.length > longestHeading) return nothing
  const above = wordingKey(headings.slice(0, -1).join(' ').slice(0, longestHeading))
  if (above !== '') {
    if (/^(ngay|thang|nam).*sinh|^sinh/.test(above) && lettersOf(own) === 'năm') {
      return { meaning: 'birthYear', rank: 1 }
    }
    const nearest = wordingKey((headings.at(-2) ?? '').slice(0, longestHeading))
    const wording =
      meaningUnder(nearest, key) ??
      meaningUnder(above, key) ??
      (isGeneral.test(key) ? namedAbove(above, key) : undefined)
    if (wording !== undefined) return wording
  }
  return wordingAlone(own, key)
}

/** `Số` below `CCCD`, `Tên` below `Ngân hàng`: the heading above says what of. */
const isGeneral = /^(so|ma|ma so|ten)$/

function namedAbove(above: string, key: string): Wording | undefined {
  const wording = wordingAlone(above, above)
  const isOfName = wording.meaning === 'name' || wording.meaning === 'familyName'
  return wording.meaning === null || (isOfName && key === 'ten') ? undefined : wording
}

/** `Năm sinh – Nam`, `NS nữ`, `Nữ (năm sinh)`, `Nam giới`; `Nam sinh` without marks is the year of birth of everybody. */
const bySex: readonly [pattern: RegExp, meaning: 'birthMale' | 'birthFemale'][] = [
  [
    /^(?:(?:(?:ngay|thang|nam|n) )+sinh|ntns|nsinh|ns|sinh nam) nam(?: gioi)?$|^nam (?:(?:ngay|thang|nam) )+sinh$|^nam gioi$/,
    'birthMale',
  ],
  [
    /^(?:(?:(?:ngay|thang|nam|n) )*sinh|ntns|nsinh|ns|sinh nam) nu(?: gioi)?$|^nu (?:(?:ngay|thang|nam) )*sinh$|^nu gioi$/,
    'birthFemale',
  ],
]

function wordingAlone(own: string, key: string): Wording {
  if (/^nu$/.test(key)) return { meaning: 'birthFemale', rank: 1 }
  if (key === 'nam' && lettersOf(own) === 'nam') return { meaning: 'birthMale', rank: 1 }
  const split = bySex.find(([pattern]) => pattern.test(key))
  if (split) return { meaning: split[1], rank: 1 }
  if (somebodyElse.test(key)) {
    const rest = key
      .replace(somebodyElse, ' ')
      .replace(/\b(nguoi|cua|thong tin|ve)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return firstOf(ofSomebodyElse, rest) ?? nothing
  }
  const [[arrears, inside]] = groups as [(typeof groups)[number], ...typeof groups]
  const match = arrears.exec(key)
  if (match) return firstOf(inside, key.slice(match[0].length).trim()) ?? nothing
  return firstOf(rules, key) ?? nothing
}
