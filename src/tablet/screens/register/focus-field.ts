// Leads to the field where something is missing, also when its step has yet to be painted.

/** @param field the draft's path of the field, which is the control's name. */
export function focusField(field: string): void {
  const look = (triesLeft: number) => {
    const control = document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
    if (control) {
      control.closest('details')?.setAttribute('open', '')
      control.focus()
      control.scrollIntoView({ block: 'center' })
    } else if (triesLeft > 0) requestAnimationFrame(() => look(triesLeft - 1))
  }
  look(30)
}
