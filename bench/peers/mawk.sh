#!/bin/sh
exec mawk -F, 'NR > 1 { for (i = 4; i <= 11; i++) s[$1, i] += $i; n[$1] = 1 } END { for (k in n) print k "\t" s[k, 9] / s[k, 5] * 1000 }' "$1"
