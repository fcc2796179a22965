// Benefits of the demo's people: codes of the list of categories with amounts at the levels of 2026 (BTXH 540,000 đ, NCC
// 3,012,000 đ). Reference amounts for made-up people; the program itself never computes one.

export type WardBenefit = {
  category: string
  /** As a commune would write it, sometimes not quite as the list of categories does. */
  wording: string
  monthly: number
  /** Ages that receive it, both included. */
  ages: readonly [youngest: number, oldest: number]
  weight: number
}

export const wardBenefits: readonly WardBenefit[] = [
  {
    category: 'HT.75',
    wording: 'Trợ cấp hưu trí xã hội - từ đủ 75 tuổi',
    monthly: 540_000,
    ages: [75, 98],
    weight: 190,
  },
  {
    category: 'HT.70',
    wording: 'Trợ cấp hưu trí xã hội - đủ 70 đến dưới 75 tuổi, hộ nghèo, cận nghèo',
    monthly: 540_000,
    ages: [70, 74],
    weight: 24,
  },
  { category: 'BT.5.6.N', wording: 'Người khuyết tật nặng', monthly: 810_000, ages: [17, 59], weight: 90 },
  { category: 'BT.5.6.DBN', wording: 'Người khuyết tật đặc biệt nặng', monthly: 1_080_000, ages: [17, 59], weight: 34 },
  {
    category: 'BT.5.6.N.NCT',
    wording: 'Người cao tuổi khuyết tật nặng',
    monthly: 1_080_000,
    ages: [60, 95],
    weight: 60,
  },
  {
    category: 'BT.5.6.DBN.NCT',
    wording: 'Người cao tuổi khuyết tật đặc biệt nặng',
    monthly: 1_350_000,
    ages: [60, 96],
    weight: 24,
  },
  { category: 'BT.5.6.N.TE', wording: 'Trẻ em khuyết tật nặng', monthly: 1_080_000, ages: [3, 15], weight: 16 },
  {
    category: 'BT.5.1.O4',
    wording: 'Trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng - từ đủ 4 tuổi',
    monthly: 810_000,
    ages: [5, 15],
    weight: 8,
  },
  { category: 'BT.5.4', wording: 'Người đơn thân nghèo nuôi con', monthly: 540_000, ages: [24, 48], weight: 14 },
  {
    category: 'BT.5.5A.80',
    wording: 'Người cao tuổi nghèo không có người phụng dưỡng - từ đủ 80 tuổi',
    monthly: 1_080_000,
    ages: [80, 94],
    weight: 8,
  },
  {
    category: 'CS.20.2C',
    wording: 'Hộ gia đình chăm sóc NKT đặc biệt nặng',
    monthly: 540_000,
    ages: [30, 66],
    weight: 34,
  },
  { category: 'NC.3.LS1', wording: 'Thân nhân 01 liệt sĩ', monthly: 3_012_000, ages: [66, 92], weight: 40 },
  { category: 'NC.4', wording: 'Bà mẹ VNAH', monthly: 9_036_000, ages: [88, 99], weight: 4 },
  { category: 'NC.6.TB', wording: 'Thương binh 41%', monthly: 3_386_000, ages: [68, 80], weight: 34 },
  { category: 'NC.7.61', wording: 'Bệnh binh 61-70%', monthly: 4_991_000, ages: [68, 82], weight: 12 },
  { category: 'NC.8.41', wording: 'Người HĐKC nhiễm CĐHH 41-60%', monthly: 3_825_000, ages: [68, 84], weight: 16 },
  {
    category: 'NC.9',
    wording: 'Người HĐCM, kháng chiến bị địch bắt tù, đày',
    monthly: 1_807_000,
    ages: [70, 90],
    weight: 18,
  },
  {
    category: 'NC.10.2',
    wording: 'Người có công giúp đỡ CM (Huân chương Kháng chiến)',
    monthly: 1_770_000,
    ages: [80, 96],
    weight: 14,
  },
]
