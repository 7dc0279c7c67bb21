import { describe, expect, test } from "vitest";
import {
  identityOfCell,
  identityOfColumn,
  identityOfHeader,
  isCodeHeader,
  isMobileNumber,
  isResidentId,
  isTaiwanId,
  withoutIdentity,
} from "../../src/codebook/identity.ts";

describe("numbers of persons", () => {
  // The example of GB 11643: 7×1 + 9×1 + 10×0 + … = 167 ≡ 2 (mod 11), whose check character is X.
  test.each([
    ["11010519491231002X", true],
    ["11010519491231002x", true],
    ["110105194912310021", false],
    ["11010519491331002X", false],
    ["1101051949123100", false],
    ["16000", false],
  ])("%s is a resident id: %s", (text, expected) => {
    expect(isResidentId(text)).toBe(expected);
  });

  // A = 10: 1×1 + 0×9 + 1×8 + 2×7 + 3×6 + 4×5 + 5×4 + 6×3 + 7×2 + 8×1 + 9×1 = 130, a multiple of ten.
  test.each([
    ["A123456789", true],
    ["A123456788", false],
    ["A323456789", false],
  ])("%s is an id of Taiwan: %s", (text, expected) => {
    expect(isTaiwanId(text)).toBe(expected);
  });

  test.each([
    ["13800138000", true],
    ["+86 13800138000", true],
    ["0912-345-678", true],
    ["12345678901", false],
    ["320481001001", false],
  ])("%s is a mobile number: %s", (text, expected) => {
    expect(isMobileNumber(text)).toBe(expected);
  });

  test("full-width digits hide nothing, and an area code is nobody's number", () => {
    expect(identityOfCell("１３８００１３８０００")).toBe("phone");
    expect(identityOfCell("320481001001")).toBeUndefined();
    expect(identityOfCell("16000")).toBeUndefined();
  });
});

describe("numbers of persons within a text", () => {
  test.each([
    ["联系人 11010519491231002X", "resident-id"],
    ["张三11010519491231002x", "resident-id"],
    ["社区A 110105 19491231 002X", "resident-id"],
    ["110105-19491231-002X", "resident-id"],
    ["4万11010519491231002X", "resident-id"],
    ["3 11010519491231002X", "resident-id"],
    // A slip of the pen: the check character would be X.
    ["110105194912310021", "resident-id"],
    ["王 A123456789", "resident-id"],
    ["党员数(人)13812345678", "phone"],
    ["社区B-138 1234 5678", "phone"],
    ["138-1234-5678", "phone"],
    ["+86 139-8765-4321", "phone"],
    ["１３９８７６５４３２１", "phone"],
    ["13812345678人", "phone"],
    ["0912-345-678", "phone"],
  ])("%s: %s", (text, kind) => {
    expect(identityOfCell(text)).toBe(kind);
    expect(withoutIdentity(text)).toBe("‹redacted›");
  });

  test.each([
    "320481001001",
    "09020010-001",
    "社区01",
    "2021-2022-2023",
    "15000-160000",
    "0.13812345678",
    "1,381,234,567",
    "2023-01-01 12:30:45",
    "63000010002",
  ])("%s is nobody's number", (text) => {
    expect(withoutIdentity(text)).toBe(text);
  });
});

describe("columns of persons", () => {
  test.each([
    ["姓名", "person-name"],
    ["户主姓名", "person-name"],
    ["身份证号", "resident-id"],
    ["身分證字號", "resident-id"],
    ["联系电话", "phone"],
    ["手機", "phone"],
    ["家庭住址", "address"],
    ["来自IP", "network-address"],
    ["IP地址", "network-address"],
    ["IP Address", "network-address"],
    ["联络人", "person-name"],
    ["聯絡人", "person-name"],
    ["連絡人", "person-name"],
    ["承辦人", "person-name"],
    ["理事長", "person-name"],
    ["里長姓名", "person-name"],
    ["社区负责人", "person-name"],
    ["主要负责人姓名", "person-name"],
    ["法定代表人", "person-name"],
    ["Contact name", "person-name"],
    ["Contact person", "person-name"],
    ["ContactName", "person-name"],
    ["Contact phone", "phone"],
    ["聯絡方式", "phone"],
    ["E-mail", "account"],
    ["Email address", "account"],
    ["电子邮箱", "account"],
    ["微信号", "account"],
    ["QQ", "account"],
    ["QQ号码", "account"],
    ["统一社会信用代码", undefined],
    ["統一編號", undefined],
    ["身分證統一編號", "resident-id"],
    ["微信群数", undefined],
    ["微信公众号", undefined],
    ["QQ群", undefined],
    ["志愿者负责人数", undefined],
    ["GEOID", undefined],
    ["Shipping", undefined],
    ["联系人数", undefined],
    ["社区名称", undefined],
    ["常住人口", undefined],
    ["单位名称", undefined],
  ])("%s: %s", (header, kind) => {
    expect(identityOfHeader(header)).toBe(kind);
  });

  test("a column is one of persons by its cells too, unless they are rare", () => {
    expect(identityOfColumn("备注", ["11010519491231002X", "", ""])).toBe("resident-id");
    expect(
      identityOfColumn("备注", ["13800138000", ...Array.from({ length: 40 }, () => "无")]),
    ).toBeUndefined();
  });

  test("codes of areas and firms are as long as numbers of persons", () => {
    expect(identityOfColumn("GEOID", ["13999010100", "13999010201"])).toBeUndefined();
    expect(identityOfColumn("Ref", ["13999010100", "13999010201"])).toBe("phone");
    expect(identityOfColumn("Ref", ["13999010100", "13999010201"], true)).toBeUndefined();
    expect(identityOfColumn("统一社会信用代码", ["911101051990010112"])).toBeUndefined();
    expect(identityOfColumn("統一編號", ["12345675", "22345676"])).toBeUndefined();
    // Under a head of codes, numbers of residents with a valid check digit are theirs all the same.
    expect(identityOfColumn("統一編號", ["A123456789", "B123456780"])).toBe("resident-id");
    expect(identityOfColumn("社区代码", ["11010519491231002X"])).toBe("resident-id");
  });

  test.each([
    "GEOID",
    "Area code",
    "社区代码",
    "统计用区划代码",
    "LSOA code",
    "GEO_ID",
    "FIPS",
    "統一編號",
    "纳税人识别号",
  ])("%s is a head of codes", (header) => {
    expect(isCodeHeader(header)).toBe(true);
  });

  test.each([
    "联系电话",
    "身分證統一編號",
    "手机号码",
    "邮政编码",
    "姓名",
    "户数",
    "Ward",
    "Mobile no",
  ])("%s is none", (header) => {
    expect(isCodeHeader(header)).toBe(false);
  });

  test("书记 over counts names nobody", () => {
    expect(identityOfColumn("书记", ["1", "1"])).toBeUndefined();
    expect(identityOfColumn("书记", ["张三", "李四"])).toBe("person-name");
  });
});
