package org.duban.task.sheet.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** How numbers are shown, as far as it tells a day from an amount. */
final class CellStyles extends DefaultHandler {
    private static final int MOST = 70_000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private boolean inCellStyles;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "numFmt" -> {
                String code = attributes.getValue("formatCode");
                if (code != null && code.length() < 300 && formats.size() < MOST) {
                    formats.put(SheetPart.number(attributes.getValue("numFmtId"), -1), code);
                }
            }
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles && formatOfStyle.size() < MOST) {
                    formatOfStyle.add(SheetPart.number(attributes.getValue("numFmtId"), 0));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    /** @return empty where the style says nothing */
    private String pattern(int style) {
        int format = format(style);
        String own = formats.get(format);
        if (own != null) {
            return own;
        }
        String builtin = format < 0 || format > 49 ? null : BuiltinFormats.getBuiltinFormat(format);
        return builtin == null ? "" : builtin;
    }

    private int format(int style) {
        return style < 0 || style >= formatOfStyle.size() ? 0 : formatOfStyle.get(style);
    }

    boolean percent(int style) {
        return pattern(style).contains("%");
    }

    boolean day(int style) {
        int format = format(style);
        String pattern = pattern(style);
        // 27 to 36 and 50 to 58 are days in the Chinese version only, and have no pattern elsewhere.
        boolean chinese = format >= 27 && format <= 36 && format != 32 && format != 33 || format >= 50 && format <= 58;
        boolean written = DateUtil.isADateFormat(format, pattern)
                && (pattern.indexOf('y') >= 0
                        || pattern.indexOf('Y') >= 0
                        || pattern.indexOf('d') >= 0
                        || pattern.indexOf('D') >= 0
                        || pattern.indexOf('年') >= 0
                        || pattern.indexOf('日') >= 0);
        return formats.containsKey(format) ? written : chinese || written;
    }
}
