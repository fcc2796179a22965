/** A clock that can be set back while the past is being made. */
export type DemoClock = {
  now: () => number
  /** Sets it to this many days before the present, at an hour of Viet Nam's day. */
  goBack: (days: number, hour: number) => void
  return: () => void
  /** Whatever it shows. */
  real: () => number
}

/** A clock that shows the real time until it is set back. */
export function demoClock(): DemoClock {
  let shift = 0
  return {
    now: () => Date.now() + shift,
    goBack: (days, hour) => {
      const today = Math.floor((Date.now() + 7 * 3_600_000) / 86_400_000) * 86_400_000 - 7 * 3_600_000
      shift = today - days * 86_400_000 + hour * 3_600_000 - Date.now()
    },
    return: () => {
      shift = 0
    },
    real: () => Date.now(),
  }
}
