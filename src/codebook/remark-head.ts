const remarkHead =
  /^(?:其[他它])?(?:情[况況])?(?:备注|備註|備注|附注|附註|说明|說明|备考|備考)(?:说明|說明|栏|欄|事[项項])?$|^(?:remarks?|notes?|comments?)$/iu;

/** Whether a head says that its column holds remarks, which are no figures: 备注, 其他说明, Remarks. */
export const isRemarkHead = (head: string): boolean =>
  remarkHead.test(head.normalize("NFKC").replace(/[\s:：]+/gu, ""));
