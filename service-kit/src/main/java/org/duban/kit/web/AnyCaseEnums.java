package org.duban.kit.web;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Words in addresses are taken in either case: {@code ?state=due-soon} is {@code DUE_SOON}. */
final class AnyCaseEnums implements ConverterFactory<String, Enum<?>> {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        return text -> (T)
                Enum.valueOf((Class) type, text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
