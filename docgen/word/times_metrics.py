"""How wide each letter of Times New Roman is, in units of 1/2048 of the size of type.

A Vietnamese letter with tone or breve, circumflex is as wide as its base letter; only the horn (Ơ, Ư) widens it.
Measured from Liberation Serif 2.1, whose widths are made equal to those of Times New Roman.
"""

from __future__ import annotations

_REGULAR = {
    369: "'", 410: "|", 512: " ,.", 569: "/:;\\ijlt", 682: "!()-I[]`fr‘’·", 717: "•", 797: "Js", 819: "°", 836: '"',
    909: "?acez“”", 961: "^", 983: "{}", 1024: "#$*0123456789_bdghknopquvxyđ–§", 1083: "ơ", 1108: "~", 1110: "ư",
    1139: "FPS", 1155: "+<=>×", 1251: "ELTZ", 1366: "BCR", 1479: "ADGHKNOQUVXYwĐƠ", 1589: "Ư", 1593: "&m", 1706: "%",
    1821: "M", 1886: "@", 1933: "W", 2048: "—…",
}
_BOLD = {
    451: "|", 512: " ,.", 569: "'/\\il", 682: "!()-:;[]`fjt‘’", 683: "·", 717: "•", 797: "Is", 807: "{}", 819: "°",
    909: "cerz", 1024: "#$*0123456789?J_agovxy–“”§", 1065: "~", 1134: "ơ", 1137: '"', 1139: "Sbdhknpquđ",
    1167: "+<=>×", 1190: "^", 1229: "ư", 1251: "FP", 1366: "BELTZ", 1479: "ACDNRUVXYwĐ", 1593: "GHKOQƠ", 1630: "Ư",
    1706: "&m", 1905: "@", 1933: "M", 2048: "%W—…",
}
_ITALIC = {
    438: "'", 512: " ,.·", 563: "|", 569: "/\\fijlt", 682: "!()-:;I`‘’", 717: "•", 797: "[]rsz", 819: "{}°", 860: '"',
    864: "^", 909: "Jcekvxy", 1024: "#$*0123456789?S_abdghnopquđ–§", 1093: "ơ", 1108: "~", 1117: "ư", 1139: "LTYZ“”",
    1251: "ABEFPRVX", 1366: "CKNw", 1382: "+<=>×", 1479: "DGHOQUmĐƠ", 1544: "Ư", 1593: "&", 1706: "%MW", 1821: "—…",
    1884: "@",
}
_BOLD_ITALIC = {
    451: "|", 512: " ,.·", 569: "'/\\ijlt", 682: "()-:;[]`f‘’", 713: "{}", 717: "•", 797: "!Irsz", 819: "°",
    909: "cevy", 1024: "#$*0123456789?J_abdgkopqxđ–“”§", 1099: "ơ", 1137: '"', 1139: "Shnu", 1167: "+<=>^~×",
    1227: "ư", 1251: "LPTYZ", 1366: "ABCEFKRVXw", 1479: "DGNOQUĐƠ", 1587: "Ư", 1593: "&Hm", 1704: "@", 1706: "%",
    1821: "MW", 2048: "—…",
}


def _by_letter(groups: dict[int, str]) -> dict[str, int]:
    return {letter: units for units, letters in groups.items() for letter in letters}


UNITS_PER_EM = 2048
METRICS: dict[tuple[bool, bool], dict[str, int]] = {
    (False, False): _by_letter(_REGULAR),
    (True, False): _by_letter(_BOLD),
    (False, True): _by_letter(_ITALIC),
    (True, True): _by_letter(_BOLD_ITALIC),
}
"""Width of a letter by (bold, italic)."""
