import { readPairs, toSimplified } from "./simplified.ts";

/** Characters of place names that the codebook's own table of scripts does not hold, in pairs: traditional, simplified. */
const scripts =
  "莊庄龜龟鳳凤葉叶蘆芦陰阴嶺岭岡冈澤泽濱滨瀋沈瀾澜塵尘墳坟壩坝壟垄塢坞墊垫壋垱島岛峽峡嶼屿巖岩崑昆嵐岚嶽岳帶带庫库廟庙廬庐強强彌弥恆恒悅悦憲宪換换搖摇攬揽敘叙晉晋暉晖曉晓楓枫樹树" +
  "機机殼壳沖冲滄沧滬沪漢汉潤润澗涧濤涛瀘泸灘滩熱热犢犊獅狮瑪玛瓊琼甕瓮畫画疇畴盧卢礫砾穀谷竈灶籬篱紡纺綠绿縱纵聲声聰聪萊莱葦苇蒼苍蓮莲蔣蒋蕭萧薊蓟藍蓝藥药蝦虾螞蚂蠶蚕詩诗語语誠诚" +
  "課课誼谊諸诸財财賀贺賴赖贊赞躍跃軒轩輝辉遠远適适遷迁遼辽鄒邹鄔邬鄧邓釣钓鈞钧鉛铅銅铜銘铭鋼钢錦锦鍾钟鎖锁鏡镜閃闪閣阁閩闽閘闸闊阔階阶陸陆雞鸡靈灵韋韦韓韩頌颂馮冯駝驼駱骆騰腾驛驿" +
  "驢驴驪骊鬧闹鮑鲍鯉鲤鴨鸭鴿鸽鵝鹅鵬鹏鶴鹤鷹鹰鹽盐丟丢亂乱亞亚侖仑侶侣俠侠倉仓倫伦們们偉伟側侧偵侦偽伪傑杰傘伞傭佣傳传僅仅僑侨僥侥儀仪凍冻凜凛凱凯刪删則则剛刚劍剑劑剂勁劲勝胜勳勋" +
  "勸劝匯汇厭厌厲厉呂吕問问啟启喪丧喬乔嗚呜嘆叹嘗尝嚇吓嚨咙嚴严囂嚣圍围圖图堅坚堯尧塊块塹堑墜坠墮堕墾垦壇坛壓压壘垒壞坏壺壶壽寿夠够夾夹奧奥奪夺奮奋姍姗婁娄媽妈嫻娴嬌娇孫孙宮宫寧宁" +
  "審审寫写寬宽寵宠寶宝尋寻屆届屢屡崢峥嶇岖嶠峤嶢峣巒峦帥帅帳帐幫帮廁厕廄厩廈厦廚厨彎弯彥彦復复徹彻恥耻惱恼態态慘惨慚惭慮虑憂忧憤愤憶忆懇恳懸悬懼惧懾慑戀恋拋抛掃扫掙挣揀拣揚扬揮挥" +
  "損损搶抢摯挚摻掺撓挠撥拨撲扑撿捡擁拥擄掳擊击擋挡擠挤擰拧擱搁擺摆擾扰攏拢攔拦攙搀攜携攤摊斂敛斬斩晝昼暈晕暢畅曄晔曇昙曠旷曬晒梔栀棄弃棗枣棲栖槳桨樁桩樞枢樺桦橢椭橫横檻槛櫃柜櫟栎" +
  "櫥橱櫨栌櫻樱欄栏欽钦殤殇毀毁氈毡氫氢涼凉淚泪淪沦淵渊淶涞淺浅渾浑湊凑湯汤溫温滯滞滲渗滷卤滾滚漣涟漲涨漿浆潑泼潰溃澀涩澆浇澇涝濁浊濃浓濘泞濫滥濺溅濾滤瀉泻瀏浏瀝沥瀟潇瀧泷瀨濑灃沣" +
  "灑洒灤滦烏乌煉炼煒炜煥焕煩烦煬炀燁烨燙烫燦灿燭烛爛烂爭争爺爷牘牍犧牺狹狭猶犹獄狱獎奖獲获獵猎獷犷獸兽獺獭瑤瑶瑩莹璉琏異异瘋疯瘡疮癢痒皚皑皺皱盞盏矯矫硯砚碩硕磚砖磯矶祿禄禍祸禪禅" +
  "禿秃稟禀窩窝窪洼窯窑竄窜竅窍竊窃竪竖筍笋箋笺篩筛簾帘籠笼糞粪糾纠紋纹紐纽純纯紗纱紛纷紳绅紹绍絞绞絡络絲丝絹绢綏绥綢绸綬绶綱纲綴缀綸纶綺绮綿绵緒绪緝缉緞缎締缔緩缓緯纬縛缚縫缝繞绕" +
  "繡绣繩绳繪绘纏缠罷罢羈羁翹翘聳耸聶聂聾聋脅胁脈脉脫脱脹胀腎肾腦脑腫肿腳脚腸肠膚肤膩腻膿脓臍脐臘腊臟脏臥卧艙舱艱艰莖茎葷荤蔥葱蔭荫蕩荡蕪芜薌芗薦荐薩萨藹蔼蘊蕴蘋苹蘢茏蘿萝虜虏虧亏" +
  "蝕蚀螢萤蟬蝉蟲虫蟻蚁蠟蜡蠻蛮褲裤襯衬襲袭見见覓觅親亲討讨訟讼訣诀許许訴诉診诊詐诈詠咏詳详誇夸誕诞誦诵誰谁諒谅諱讳諷讽諾诺謀谋謂谓謎谜謙谦謠谣謹谨譚谭譯译譽誉豈岂豔艳豬猪貓猫貝贝" +
  "貞贞貪贪貫贯貯贮賈贾賊贼賜赐賤贱贏赢趕赶踐践軟软輛辆輩辈轅辕轟轰這这連连違违遲迟遺遗邁迈還还鄺邝釀酿釘钉鈕钮鈣钙鈦钛鈴铃鉗钳鉚铆銳锐銷销鋁铝鋅锌鋒锋鋸锯錨锚錫锡鍋锅鍛锻鎬镐鏈链" +
  "鑄铸鑒鉴鑰钥鑼锣鑿凿閑闲閔闵閥阀閨闺閻阎闌阑闖闯陣阵隴陇雖虽雛雏霧雾霽霁靂雳鞏巩韌韧頂顶頑顽頗颇頤颐頸颈頻频顆颗顛颠顫颤颯飒飄飘飢饥餅饼饒饶馭驭馱驮馳驰馴驯駁驳駭骇駿骏騎骑騏骐" +
  "騾骡驅驱驍骁驚惊驟骤鬆松鬥斗魯鲁鯨鲸鱗鳞鱷鳄鳩鸠鳴鸣鴉鸦鴻鸿鵑鹃鶯莺鷗鸥齋斋齒齿龐庞龔龚";

/** Characters that are written in more than one way whatever the script, in pairs: the rarer form, the usual one. */
const variants =
  "峯峰邨村塩盐坵丘磘窑廸迪舘馆濶阔敍叙汚污嵗岁鷄鸡犂犁畧略畄留箇个砲炮隣邻墻墙菴庵崘仑嶋岛彊强淸清靑青敎教呉吴黒黑徳德曽曾鎻锁鉄铁産产啓启歩步毎每緑绿谿溪鐡铁襍杂廵巡囯国邉边嶮险";

const FIRST = 0x4e00;
const LAST = 0x9fff;

let table: Uint16Array | undefined;

/** The code of each Chinese character of the basic plane in its one form. */
function tableOfForms(): Uint16Array {
  const forms = new Uint16Array(LAST - FIRST + 1);
  const own = new Map([...readPairs(scripts), ...readPairs(variants)]);
  for (let code = FIRST; code <= LAST; code++) {
    const character = toSimplified(String.fromCharCode(code));
    forms[code - FIRST] = (own.get(character) ?? character).charCodeAt(0);
  }
  return forms;
}

/** A name of a place with each character in one form, simplified and usual, and 社群 as 社区. Never printed. */
export function inOneScript(text: string): string {
  table ??= tableOfForms();
  let out = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < FIRST || code > LAST) continue;
    const form = table[code - FIRST] as number;
    if (form === code) continue;
    out += text.slice(from, i) + String.fromCharCode(form);
    from = i + 1;
  }
  const plain = from === 0 ? text : out + text.slice(from);
  return plain.includes("社群") ? plain.replaceAll("社群", "社区") : plain;
}
