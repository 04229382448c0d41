package io.hutong.local.sample;

import java.util.List;

/** Words from which plausible names and trades are made. Invented combinations; no real business or person is meant. */
final class SampleVocabulary {

    /** One trade: words of its name, its form, its class of GB/T 4754 and the scope items that go with it. */
    record Trade(String industryWord, String form, String section, String code, String scope) {}

    static final List<Trade> TRADES = List.of(
            new Trade("牛肉面", "馆", "H", "6210", "H6210-01:餐饮服务"),
            new Trade("小吃", "店", "H", "6291", "H6291-01:小餐饮、小食杂、食品小作坊经营"),
            new Trade("火锅", "店", "H", "6210", "H6210-01:餐饮服务"),
            new Trade("百货", "店", "F", "5211", "F5211-01:日用百货销售"),
            new Trade("粮油", "经营部", "F", "5221", "F5221-01:粮油零售;F5221-02:食用农产品零售"),
            new Trade("果蔬", "店", "F", "5223", "F5223-01:新鲜水果零售;F5223-02:新鲜蔬菜零售"),
            new Trade("服装", "店", "F", "5232", "F5232-01:服装服饰零售;F5232-02:鞋帽零售"),
            new Trade("五金", "经营部", "F", "5281", "F5281-01:五金产品零售;F5281-02:建筑材料销售"),
            new Trade("种子", "经营部", "F", "5166", "F5166-01:农作物种子经营"),
            new Trade("农资", "店", "F", "5166", "F5166-02:肥料销售;F5166-03:农用薄膜销售"),
            new Trade("汽车维修", "部", "O", "8111", "O8111-01:机动车修理和维护"),
            new Trade("理发", "店", "O", "8040", "O8040-01:理发服务"),
            new Trade("美容", "馆", "O", "8040", "O8040-02:生活美容服务"),
            new Trade("图文广告", "部", "L", "7251", "L7251-01:广告制作;L7251-02:办公服务"),
            new Trade("手机", "店", "F", "5273", "F5273-01:通讯设备销售"),
            new Trade("家具", "店", "F", "5284", "F5284-01:家具销售"),
            new Trade("货运", "部", "G", "5431", "G5431-01:道路货物运输（不含危险货物）"),
            new Trade("养殖", "场", "A", "0311", "A0311-01:牲畜饲养"),
            new Trade("土特产", "店", "F", "5229", "F5229-01:地方特色农产品销售"),
            new Trade("宾馆", "店", "H", "6121", "H6121-01:住宿服务"));

    static final String[] WORD_HEADS =
            "祁连 金张掖 丹霞 黑河 甘泉 鑫源 恒通 瑞祥 福满 老街 好邻 聚贤 顺达 康源 惠民 吉祥 天山 绿洲 西域 弱水 湿地 木塔 大佛 钟鼓 屋兰 焉支 金穗 雪域 长城 驼铃".split(" ");

    static final String[] WORD_TAILS = "兴 旺 隆 盛 丰 和 顺 发 泰 安 宁 康 美 佳 德 信 诚 达 宝 来 春 华 荣 庆 园 轩 阁 斋 坊 居".split(" ");

    static final String[] SURNAMES =
            "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕".split(" ");

    static final String[] GIVEN =
            "建国 秀英 桂兰 志强 玉梅 国庆 晓燕 海霞 文军 丽娟 建军 淑珍 永强 小红 学文 春梅 世杰 玉兰 俊峰 雪梅 天佑 金花 宏伟 彩霞 立新 月英 鹏飞 芳 军 敏".split(" ");

    private SampleVocabulary() {}
}
