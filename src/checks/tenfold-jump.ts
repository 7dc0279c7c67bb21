import { defineCheck } from "./define.ts";
import { tenfoldJumps } from "./period-jump.ts";

export const tenfoldJump = defineCheck({
  code: "CDJ524",
  name: "tenfold-jump",
  severity: "error",
  scope: "survey",
  title: {
    en: "Ten times as much while all else stays",
    "zh-CN": "其他数字未变而一数相差十倍",
    "zh-TW": "其他數字未變而一數相差十倍",
  },
  message: {
    en: "“{area}”: {variable} went from {from} in {since} to {to} in {period}, while its other figures stayed: a digit too many or too few",
    "zh-CN":
      "“{area}”：{variable}由{since}的{from}变为{period}的{to}，而其他数字变动不大，应是多写或漏写了一位",
    "zh-TW":
      "「{area}」：{variable}由{since}的{from}變為{period}的{to}，而其他數字變動不大，應是多寫或漏寫了一位",
  },
  why: {
    en: "A community that grows tenfold takes its households, members and premises with it. One figure that moves by a power of ten alone contradicts those beside it.",
    "zh-CN":
      "社区若扩大十倍，户数、党员、用房也会随之变动；只有一个数字相差十的整数次幂，与同行其他数字矛盾。",
    "zh-TW":
      "社區若擴大十倍，戶數、黨員、用房也會隨之變動；只有一個數字相差十的整數次方，與同列其他數字矛盾。",
  },
  fix: {
    en: "Compare both cells with the source and correct the one that lost or gained a digit; if the unit changed, say so in the header.",
    "zh-CN": "请与原始资料核对两期数字，改正多写或漏写的一位；若单位有变，请在表头注明。",
    "zh-TW": "請與原始資料核對兩期數字，改正多寫或漏寫的一位；若單位有變，請在欄名中註明。",
  },
  sample: {
    area: "社区01",
    variable: "households",
    from: 5200,
    to: 52000,
    since: "2022",
    period: "2023",
    times: 10,
  },
  examples: {
    failing: "社区名称,年份,工作人员数,办公用房面积(㎡)\n社区01,2022,30,400\n社区01,2023,31,4000\n",
    passing: "社区名称,年份,工作人员数,办公用房面积(㎡)\n社区01,2022,30,400\n社区01,2023,31,420\n",
  },
  run: tenfoldJumps,
});
