import type { ButtonHTMLAttributes } from 'react'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: 'main' | 'plain' | 'grave'
  isSmall?: boolean
  /** A key that does the same, shown on the button. */
  hotkey?: string | undefined
}

/** The one button of the house. */
export function Button({ look, isSmall, hotkey, className = '', children, ...rest }: Props) {
  const classes = ['button', look && `button--${look}`, isSmall && 'button--small', className].filter(Boolean).join(' ')
  return (
    <button type="button" className={classes} aria-keyshortcuts={hotkey} {...rest}>
      {children}
      {hotkey && (
        <span className="key" aria-hidden="true">
          {hotkey}
        </span>
      )}
    </button>
  )
}
