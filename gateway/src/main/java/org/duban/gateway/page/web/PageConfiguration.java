package org.duban.gateway.page.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The page: its files, and index.html for each address that the page itself understands. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names carry a digest of their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    private static final class PageResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            return file == null && isPlaceInPage(path) ? super.getResource("index.html", location) : file;
        }

        private static boolean isPlaceInPage(String path) {
            boolean elsewhere = path.equals("api")
                    || path.startsWith("api/")
                    || path.startsWith("oauth2/")
                    || path.startsWith("login/")
                    || path.startsWith("actuator")
                    || path.startsWith("v3/")
                    || path.startsWith(".well-known/");
            return !elsewhere && path.substring(path.lastIndexOf('/') + 1).indexOf('.') < 0;
        }
    }
}
