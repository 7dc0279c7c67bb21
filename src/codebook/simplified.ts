/** Traditional and simplified forms, in pairs: the characters of the codebook's aliases, titles, keys and units, and of what stands beside them in heads. */
const pairs =
  "戶户數数齡龄歲岁員员黨党區区轄辖積积動动業业崗岗職职殘残礙碍總总組组織织關关係系繫系類类辦办場场綜综務务設设產产權权質质經经費费額额專专項项頭头資资貼贴補补會会議议聯联題题願愿級级別别範范樓楼棟栋離离幹干擬拟轉转協协簽签訂订單单領领導导書书" +
  "記记個个網网貧贫難难發发請请極极學学歷历從从駐驻兩两來来進进為为眾众衆众號号碼码時时間间備备註注說说稱称鄉乡鎮镇縣县臺台灣湾統统計计實实際际無无國国處处與与勞劳臨临擔担師师證证養养滿满過过於于萬万億亿畝亩頃顷錄录檔档報报應应開开參参據据鄰邻" +
  "層层長长東东環环衛卫婦妇兒儿壯壮構构變变歸归屬属劃划暫暂給给對对農农體体價价隊队節节愛爱點点電电話话種种認认識识預预達达標标準准將将約约餘余內内裏里裡里後后團团廣广視视廳厅館馆銀银錢钱執执營营運运輔辅選选舉举樣样獨独撫抚軍军藝艺術术園园掛挂" +
  "鉤钩鈎钩誌志優优惡恶潔洁戰战貢贡獻献華华陽阳龍龙馬马風风義义榮荣橋桥門门雲云幣币圓圆嬰婴隸隶趙赵陳陈張张劉刘楊杨黃黄吳吴創创齊齐夥伙傷伤勢势醫医險险療疗繳缴納纳細细終终續续線线練练緊紧縮缩績绩繼继聽听肅肃興兴蘇苏虛虚蓋盖觀观規规覺觉覽览觸触" +
  "訓训訊讯訪访評评詞词試试詢询該该誤误調调談谈論论諮咨講讲謝谢譜谱護护讀读讓让豐丰貨货販贩貴贵買买貸贷貿贸賃赁賓宾賞赏賠赔賢贤賣卖賬账購购贈赠趨趋跡迹車车軌轨較较載载輕轻輪轮輸输辭辞邊边鄭郑醬酱釋释針针鈔钞鋪铺錯错鍵键鐘钟鐵铁閉闭閒闲閱阅隨随" +
  "隱隐雙双雜杂靜静響响頁页順顺須须頓顿顏颜顧顾顯显飛飞飯饭飲饮駕驾驗验髮发魚鱼鮮鲜鳥鸟麗丽麥麦廠厂廢废彈弹徑径徵征憑凭慶庆懷怀戲戏擇择擴扩攝摄敗败敵敌斷断曆历條条槍枪樂乐檢检歐欧歡欢殺杀氣气決决沒没況况淨净溝沟滅灭漁渔潛潜濟济濕湿災灾煙烟燈灯" +
  "燒烧爐炉爾尔牆墙牽牵狀状現现畢毕當当疊叠盜盗盡尽監监盤盘眞真礦矿祕秘禮礼稅税穩稳窮穷競竞筆笔築筑簡简籌筹糧粮紀纪紅红紙纸絕绝維维編编緣缘罰罚羅罗習习聖圣聞闻膽胆臉脸舊旧艦舰蘭兰衝冲複复裝装負负責责並并冊册佔占週周証证羣群歳岁隻只結结減减幾几勵励確确測测儲储償偿絡络連连";

let simplifiedOf: ReadonlyMap<string, string> | undefined;

/** A table of characters written in pairs, traditional and simplified, all of the basic plane: traditional → simplified. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < text.length; i += 2) {
    const traditional = text[i] as string;
    const simplified = text[i + 1] as string;
    if (traditional !== simplified) map.set(traditional, simplified);
  }
  return map;
}

/** Words that Taiwan, or a text converted to its usage, has for words of the codebook. */
const taiwanWords: readonly (readonly [string, string])[] = [
  ["社群", "社区"],
  ["平方公尺", "平方米"],
];

/** Text that stands as it is in every script. */
export const plainAscii = /^[\0-\x7f]*$/;

/** The text with its traditional characters replaced, one by one; characters unknown to the table stay. Length in characters is kept. */
export function toSimplified(text: string): string {
  if (plainAscii.test(text)) return text;
  simplifiedOf ??= readPairs(pairs);
  let out = "";
  for (const character of text) out += simplifiedOf.get(character) ?? character;
  return out;
}

/** Simplified characters and the mainland's words (社群 → 社区), as the codebook's aliases are written. */
export function toCodebookScript(text: string): string {
  if (plainAscii.test(text)) return text;
  let out = toSimplified(text);
  for (const [theirs, ours] of taiwanWords) out = out.replaceAll(theirs, ours);
  return out;
}
