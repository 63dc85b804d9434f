package org.duban.task.paper;

/** Type faces by the names under which offices have them. */
enum Face {
    XIAOBIAOSONG("方正小标宋简体", "华文中宋"),
    FANGSONG("仿宋_GB2312", "仿宋"),
    KAITI("楷体_GB2312", "楷体"),
    HEITI("黑体", "SimHei"),
    SONGTI("宋体", "SimSun");

    final String font;
    /** What is taken where the machine does not have it. */
    final String instead;

    Face(String font, String instead) {
        this.font = font;
        this.instead = instead;
    }
}
