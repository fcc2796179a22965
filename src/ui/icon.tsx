// Line pictures of 24 × 24, drawn for this project. Decoration only: the words beside them carry the meaning.

const paths = {
  arrowLeft: 'M19 12H5m6-7-7 7 7 7',
  arrowRight: 'M5 12h14m-6-7 7 7-7 7',
  backspace: 'M9 5h11v14H9l-6-7zM12 9.5l5 5m0-5-5 5',
  bank: 'M3 9.5 12 4l9 5.5zM5 10v8m4.7-8v8m4.6-8v8M19 10v8M3 20.5h18',
  camera: 'M4 7.5h3.5L9 5h6l1.5 2.5H20V19H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7',
  card: 'M3 5.5h18v13H3zM6.5 9.5h4v4h-4zM14 10h4m-4 3.5h4M6.5 16h5',
  cash: 'M2.5 6.5h19v11h-19zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M6 12h.1m11.9 0h.1',
  check: 'm4.5 12.5 5 5 10-11',
  cloudCheck: 'M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.2A4 4 0 0 1 17.5 18.5zM9 13.5l2.2 2.2 4-4.2',
  cloudOff: 'M7 18.5a4.5 4.5 0 0 1-.6-8.96M9.5 6.3a6 6 0 0 1 8.4 4.44 4 4 0 0 1 2.5 6.1M4 4l16 16M14 18.5H7',
  cloudUp: 'M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.2A4 4 0 0 1 17.5 18.5M12 20v-7m-3 3 3-3 3 3',
  cross: 'm6 6 12 12M18 6 6 18',
  download: 'M12 4v11m-5-4.5 5 5 5-5M4.5 20h15',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6m-6 3.5h6',
  fingerprint:
    'M7 18c1-2 1-4 1-6a4 4 0 0 1 8 0c0 3 0 5-1 8M12 12c0 3-.3 5.5-1.6 8M4.7 15c.4-1 .5-2 .5-3a6.8 6.8 0 0 1 13.6 0c0 2 0 3.3-.3 5',
  home: 'M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-6h4v6',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5.5M12 7.6v.1',
  key: 'M8 15.5a4 4 0 1 1 3.6-5.7H21v3.5h-2.5V16h-3v-2.7h-3.9A4 4 0 0 1 8 15.5M8 11.6v.1',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3.3 12h17.4M12 3c5 5 5 13 0 18-5-5-5-13 0-18',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.1M4 12h.1M4 17.5h.1',
  lock: 'M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v2',
  pen: 'M4 20.5h16M6 16.5c3-8 7-12 9-11s-2 6-6 8-3-1 1-1 3 3.5 6 2.5',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
  personAdd: 'M10 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8M2.5 20.5c0-4 3-6.5 7.5-6.5 1.4 0 2.7.3 3.8.7M18 14v6m-3-3h6',
  phone: 'M7.5 3h9v18h-9zM11 18h2',
  photo: 'M3.5 5h17v14h-17zM4 16.5l5-5 4 4 2.5-2.5 4.5 4.5M15.5 9.5h.1',
  pin: 'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  plus: 'M12 5v14M5 12h14',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM20 14v2m-2 1.5v2.5m2-1v1M14 20h1',
  rotate: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4L20 9M20 4v5h-5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20.5 20.5',
  settings:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 2.5v3m0 13v3M2.5 12h3m13 0h3M5.3 5.3l2.1 2.1m9.2 9.2 2.1 2.1M18.7 5.3l-2.1 2.1m-9.2 9.2-2.1 2.1',
  shield: 'M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6zM9 12l2.2 2.2 4-4.2',
  speaker: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  storage:
    'M4.5 6.5c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3-3.4 3-7.5 3-7.5-1.3-7.5-3v11c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-11M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3',
  sync: 'M4.5 10A8 8 0 0 1 19 8.5V5m0 3.5h-3.5M19.5 14A8 8 0 0 1 5 15.5V19m0-3.5h3.5',
  torch: 'M8 3h8v3l-2 3.5V21h-4V9.5L8 6zM8 6h8M12 12v2',
  trash: 'M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.5 20.5h9l1-14M10.5 10.5v6m3-6v6',
  upload: 'M12 15.5v-11M7 9l5-5 5 5M4.5 20h15',
  warning: 'M12 4 2.5 20h19zM12 10v5m0 2.4v.1',
} as const

export type IconName = keyof typeof paths

/** A line picture in the colour of the text around it. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
