/** The colours of the house, as `src/ui/theme.css` has them: a canvas reads no style sheet, and presence imports no ui. A test holds the two together. */
export const PALETTE = {
  paper: '#f7f1e4',
  sheet: '#fffdf8',
  'sheet-2': '#f1e8d5',
  ink: '#23282d',
  'ink-2': '#555b5e',
  rule: '#d9cdb6',
  edge: '#8a7d66',
  osmanthus: '#eab543',
  'osmanthus-soft': '#fbe7b8',
  'amber-ink': '#7a4a00',
  jade: '#23614f',
  'jade-soft': '#dcebe2',
  seal: '#a32e22',
  'seal-soft': '#f9e3dc',
  focus: '#1c5bb8',
} as const

export const SANS =
  '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'
