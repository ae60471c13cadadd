/** What `help` says: every command with its options, and how it ends. */
export const usageZh = `用法：shoumi <命令> [选项]
公共选项：--vault 台账库文件夹　--as 账户　--password-stdin（口令从标准输入第一行读）　--json（只输出一个 JSON 文档）
口令也可由环境变量 SHOUMI_PASSWORD 给出，第二人由 SHOUMI_SECOND_ACCOUNT、SHOUMI_SECOND_PASSWORD 给出。训练库可用 --now 指定时间。

建库　　init --vault 文件夹 --org 单位 --accounts 账户.json [--level confidential|secret|top_secret] [--terminal 编号] [--test-clock]
查有什么　registers　commands　queries　rules
办理　　run 名称 --input 文件|-　　run-batch --input 文件|- [--atomic]　　decide 名称 --input 文件|-
查阅　　query 名称 [--input 文件|-]　　due [--on 日期] [--within 天数]
　　　　list --register 台账 [--filter JSON] [--view 分页] [--search 词] [--sort 栏] [--limit 数] [--cursor 标记] [--history]
导入　　import --register 台账 --file 文件 [--sheet 表] [--mapping 文件] [--dry-run] [--accept-valid] [--rejects 文件.xlsx]
打印　　print --register 台账|--form 表单 --out 文件.pdf [--filter JSON] [--view 分页] [--copies 份数] [--purpose 用途] [--reason 对提示的说明]
　　　　print --register 台账 --continue --out 文件.pdf（续打：只打上次封页以后的登记）　　query print.pageCheck（核对续打页）
　　　　print --register 台账 --reprint 页码 --reason 原页去向 --out 文件.pdf（补印：照封页内容再打一张，另编打印号）
　　　　print --form labels|cabinetLabels --out 文件.pdf [--stock a4-24|a4-21|a4-14|a4-10|a4-40] [--code code128|qr] [--skip 已用枚数]
备份　　backup --to 文件夹　　backups --in 文件夹　　restore --from 备份文件 --vault 新文件夹 --as 账户（两人到场）
核验　　verify [--anchors 文件]　　check [--rule 核查项] [--most 数]　　isolation
恢复口令　recover --vault 文件夹 --account 账户 --input 恢复单.json
源码目录　demo --out 文件夹 [--data 文件夹]　　bench [--scale small|full]

结束代码：0 已办　2 用法或填写不对　3 按规则不得办理　4 未能登录　5 完整性问题　6 环境不许可　70 程序出错`;
