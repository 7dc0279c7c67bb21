#!/bin/sh
exec sqlite3 :memory: ".mode csv" ".import '$1' t" "select a, sum(f)*1000.0/sum(b) r, sum(h1), sum(c), sum(d), sum(e), sum(g), sum(h) from (select \"社区名称\" a, \"户数(户)\" h1, \"常住人口(人)\" b, \"流动人口(人)\" c, \"党员数(人)\" d, \"60岁以上党员(人)\" e, \"工作人员数(人)\" f, \"办公用房面积(㎡)\" g, \"经费总额(元)\" h from t) group by a order by r desc limit 20"
