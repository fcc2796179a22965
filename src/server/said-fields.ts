/** The members that a message says, without those that are left out: laid over a thing, these must not erase anything. */
export function saidFields<Message extends object>(
  message: Message,
): { [Name in keyof Message]?: Exclude<Message[Name], undefined> } {
  const said = Object.entries(message).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as { [Name in keyof Message]?: Exclude<Message[Name], undefined> }
}
