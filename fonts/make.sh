#!/bin/sh
# Cuts the two fonts down to what charts are labelled with. Needs Debian's fonttools, fonts-droid-fallback, fonts-dejavu-core and python3.
set -eu
cd "$(dirname "$0")"
python3 - > characters.txt <<'PYTHON'
from itertools import chain

def pairs(first, last, codec):
    for high in range(first, last + 1):
        for low in chain(range(0x40, 0x7F), range(0xA1, 0xFF)):
            try:
                yield bytes([high, low]).decode(codec)
            except UnicodeDecodeError:
                pass

signs = "‰％²㎡～—…·×÷≥≤‹›“”‘’（）、，。；：▼▲●○■□※"
print("".join(sorted({*pairs(0xA1, 0xF7, "gb2312"), *pairs(0xA4, 0xC6, "big5"), *signs})), end="")
PYTHON
pyftsubset /usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf --text-file=characters.txt --no-hinting \
  --layout-features='' --drop-tables+=GSUB,GPOS,GDEF,FFTM --output-file=droid-sans-fallback.ttf
pyftsubset /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf --no-hinting --layout-features='' --drop-tables+=FFTM \
  --unicodes=U+0020-024F,U+0370-03FF,U+2010-2044,U+20AC,U+20B9,U+2190-2193,U+2212,U+2264-2265,U+25A0-25CF --output-file=dejavu-sans.ttf
rm characters.txt
