/** The five readers in their order, and what they read: known to the script that seeds the vault and to the test that walks on. */
export const readers = ['南宫砚', '慕容档', '东方簿', '皇甫柜', '钟离书'] as const;
export const circulated = '关于示范园区供水安排的函（演练）';
