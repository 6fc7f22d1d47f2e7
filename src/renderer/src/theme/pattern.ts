/** What a fill is drawn with besides its colour. */
export type Pattern = 'solid' | 'outline' | 'diagonal' | 'dots' | 'vertical' | 'horizontal' | 'cross' | 'dense';
