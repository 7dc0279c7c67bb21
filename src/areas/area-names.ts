import { readPairs, toCodebookScript } from "../codebook/simplified.ts";

/** Characters of place names that the codebook's own table of scripts does not hold, in pairs: traditional, simplified. */
const pairs =
  "東东門门莊庄園园廣广橋桥灣湾龍龙龜龟鳳凤馬马鳥鸟魚鱼農农葉叶蘆芦蘭兰關关陽阳陰阴嶺岭岡冈崗岗溝沟澤泽濱滨瀋沈瀾澜爐炉塵尘墳坟壩坝壟垄塢坞墊垫壋垱島岛峽峡嶼屿巖岩崑昆嵐岚嶽岳師师帶带庫库廟庙廬庐張张強强彌弥從从恆恒悅悦愛爱慶庆憲宪懷怀戰战換换搖摇攬揽敘叙時时晉晋暉晖曉晓書书會会楓枫楊杨榮荣構构槍枪樂乐" +
  "樓楼標标樹树機机歐欧歲岁殼壳氣气決决沖冲況况滄沧滬沪漢汉潔洁潤润澗涧濟济濤涛瀘泸灘滩煙烟熱热燈灯爾尔牆墙犢犊獅狮獨独瑪玛瓊琼甕瓮產产畫画當当疇畴療疗盧卢監监眾众碼码礦矿礫砾禮礼種种穀谷積积穩稳竈灶筆笔築筑節节籬篱紅红紡纺綠绿維维網网綜综緣缘縣县縱纵織织羅罗義义聖圣聯联聲声聰聪職职興兴舊旧艦舰華华萊莱" +
  "萬万葦苇蒼苍蓮莲蔣蒋蕭萧薊蓟藍蓝藝艺藥药蘇苏虛虚處处號号蝦虾螞蚂蠶蚕術术衛卫裡里裏里補补覽览觀观記记詩诗話话語语誠诚課课誼谊談谈論论諸诸謝谢豐丰貢贡財财貨货貴贵賀贺賢贤質质賴赖贊赞趙赵躍跃車车軍军軒轩輝辉輪轮轄辖邊边進进運运過过達达遠远適适遷迁選选遼辽鄉乡鄒邹鄔邬鄧邓鄭郑鄰邻醫医針针釣钓鈞钧鉛铅銀银" +
  "銅铜銘铭鋼钢錢钱錦锦鍾钟鎖锁鎮镇鏡镜鐘钟鐵铁長长閃闪開开間间閣阁閩闽閘闸闊阔隊队階阶際际陸陆雙双雞鸡雲云電电靈灵靜静韋韦韓韩順顺項项頌颂頭头顏颜願愿顧顾風风飛飞館馆馮冯駐驻駝驼駱骆騰腾驛驿驢驴驪骊體体鬧闹鮑鲍鯉鲤鴨鸭鴿鸽鵝鹅鵬鹏鶴鹤鷹鹰鹽盐麗丽麥麦黃黄黨党齊齐";

let simplified: ReadonlyMap<string, string> | undefined;

/** A name as it is compared: width and script made one, blanks and marks between its characters gone. Never printed. */
export function comparableName(name: string): string {
  const plain = toCodebookScript(name.normalize("NFKC")).replace(
    /[\s\u200b-\u200f\ufeff·・.\-_]+/gu,
    "",
  );
  simplified ??= readPairs(pairs);
  let out = "";
  for (const character of plain) out += simplified.get(character) ?? character;
  return out.toLowerCase();
}
