// What else a record prints besides its own line or life: Shift+F8 on its page.

/** The form, the key of its filter and the words of its key. */
export type SecondPaper = Readonly<{ form: string; of: string; titleZh: string }>;

const papers: Readonly<Record<string, SecondPaper>> = {
  carriers: { form: 'knowers', of: 'carrier', titleZh: '阅读登记表' },
  stocktakes: { form: 'stocktakeResult', of: 'stocktake', titleZh: '清点结果' },
};

/** Undefined for registers whose papers are all printed where their acts are. */
export const secondPaperOf = (register: string): SecondPaper | undefined => papers[register];
