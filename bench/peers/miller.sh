#!/bin/sh
exec mlr --icsv --otsv stats1 -a sum -f '户数(户),常住人口(人),流动人口(人),党员数(人),60岁以上党员(人),工作人员数(人),办公用房面积(㎡),经费总额(元)' -g 社区名称 then head -n 20 "$1"
