import { Component, type ReactNode } from 'react'

type Props = { fallback: (again: () => void) => ReactNode; children: ReactNode }

/** Keeps a fault in one part of the page from taking the rest along. */
export class Boundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  override render() {
    return this.state.hasFailed ? this.props.fallback(() => this.setState({ hasFailed: false })) : this.props.children
  }
}
