"""The invented county: codes that no real place bears, and 示例 in every name."""

PROVINCE, PREFECTURE, COUNTY = "99", "9901", "990101"
TOWNSHIP, STREET = "990101001", "990101002"
SHIQIAO, NANGANG, BEILING, SHANGFANG = "990101001201", "990101001202", "990101001203", "990101001204"
XIAFANG, DATANG, LONGWAN, HEPAN = "990101001205", "990101001206", "990101001207", "990101002001"

PLACES = {
    PROVINCE: "示例省",
    PREFECTURE: "示例市",
    COUNTY: "示例县",
    TOWNSHIP: "示例东溪镇",
    STREET: "示例河东街道",
    SHIQIAO: "示例石桥村民委员会",
    NANGANG: "示例南岗村民委员会",
    BEILING: "示例北岭村民委员会",
    SHANGFANG: "示例上坊村民委员会",
    XIAFANG: "示例下坊村民委员会",
    DATANG: "示例大塘村民委员会",
    LONGWAN: "示例龙湾村民委员会",
    HEPAN: "示例河畔社区居民委员会",
}
