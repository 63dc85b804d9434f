package org.duban.kit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardHost;
import org.duban.kit.security.Caller;
import org.duban.kit.time.DayTurn;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;

/** What every HTTP interface has alike. */
@AutoConfiguration(
        before = org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(IdempotencySettings.class)
@Import({ProblemAdvice.class, NextPageLink.class})
public class WebAutoConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithClass(Limit.class, Integer.class)
                .replaceWithClass(Cursor.class, String.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StorableText());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Limit.class, Limit::parse);
        registry.addConverter(String.class, Cursor.class, Cursor::decode);
        registry.addConverterFactory(new AnyCaseEnums());
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    JsonMapperBuilderCustomizer json() {
        // A fraction where a whole number belongs is a mistake to be told of, not to be cut off.
        return mapper -> mapper.addModules(JsonTimes.module(), StorableText.module())
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    GlobalOpenApiCustomizer commonOpenApi(@Value("${spring.application.name}") String service, RecordSchemas records) {
        return api -> {
            records.requireNamesApart();
            requireIdsApart(api);
            describe(api, service);
        };
    }

    /** Ids that say what they are and stay when an interface beside them comes or goes: {@code taskList}. */
    @Bean
    GlobalOperationCustomizer operationIds() {
        return (operation, method) -> {
            String door = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
            String name = method.getMethod().getName();
            return operation.operationId(StringUtils.uncapitalize(door) + StringUtils.capitalize(name));
        };
    }

    private static void requireIdsApart(OpenAPI api) {
        Set<String> ids = new HashSet<>();
        operations(api).map(Operation::getOperationId).forEach(id -> {
            if (!ids.add(id)) {
                throw new IllegalStateException("Two operations are both called " + id);
            }
        });
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths() == null
                ? Stream.empty()
                : api.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private static void describe(OpenAPI api, String service) {
        api.getInfo().title("督办 " + service).version("1.0").description("督办系统接口。出错时返回 RFC 9457 问题详情，说明为中文。");
        // Where it runs is nobody's business here, and differs between machines.
        api.setServers(List.of(new io.swagger.v3.oas.models.servers.Server().url("/")));
        api.getComponents()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        api.addSecurityItem(new SecurityRequirement().addList("bearer"));
        api.getComponents().addSchemas("Problem", problem());
        ApiResponse failure = new ApiResponse()
                .description("问题详情")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        operations(api).forEach(operation -> operation.getResponses().setDefault(failure));
    }

    private static Schema<?> problem() {
        Schema<Object> fieldError = new Schema<>();
        fieldError.addType("object");
        fieldError.addProperty("pointer", text("出错字段的 JSON 指针或参数名"));
        fieldError.addProperty("detail", text("说明"));
        Schema<Object> errors = new Schema<>();
        errors.addType("array");
        errors.setItems(fieldError);
        Schema<Object> status = new Schema<>();
        status.addType("integer");
        Schema<Object> problem = new Schema<>();
        problem.addType("object");
        problem.addProperty("type", text("固定的问题代号 urn:duban:problem:…"));
        problem.addProperty("title", text("问题类别"));
        problem.addProperty("status", status);
        problem.addProperty("detail", text("给办事人看的完整说明"));
        problem.addProperty("instance", text("请求地址"));
        problem.addProperty("traceId", text("追踪号"));
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<Object> text(String description) {
        Schema<Object> text = new Schema<>();
        text.addType("string");
        text.setDescription(description);
        return text;
    }

    /** Only where there is a database to keep answers in. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(JdbcClient.class)
    @ConditionalOnProperty(name = "duban.idempotency.enabled", matchIfMissing = true)
    static class Idempotency {

        @Bean
        KeptAnswers idempotencyAnswers(JdbcClient jdbc) {
            return new KeptAnswers(jdbc);
        }

        @Bean
        FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
                KeptAnswers answers,
                PlatformTransactionManager transactions,
                @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptions,
                IdempotencySettings settings) {
            FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(new IdempotencyFilter(
                    answers,
                    new TransactionTemplate(transactions),
                    exceptions,
                    settings.largestBody().toBytes()));
            // After security: a key belongs to its caller.
            filter.setOrder(0);
            return filter;
        }

        @Bean
        DayTurn idempotencyPruning(KeptAnswers answers, IdempotencySettings settings) {
            return today -> answers.forgetOlderThan(settings.keep());
        }
    }
}
