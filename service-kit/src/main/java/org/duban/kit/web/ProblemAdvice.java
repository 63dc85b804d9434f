package org.duban.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every failure of a request in the words and the shape that callers are promised; nothing of the inside gets out. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Pattern INDEX = Pattern.compile("\\[(\\w+)]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @ExceptionHandler
    ResponseEntity<Object> refusal(Refusal refusal, HttpServletRequest request) {
        int status = switch (refusal.kind()) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case INVALID -> 422;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
        };
        return Problems.answer(Problem.of(status, refusal.code(), refusal.words(), refusal.errors()), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> badRequest(BadRequest bad, HttpServletRequest request) {
        return Problems.answer(invalid(400, bad.errors()), request);
    }

    @ExceptionHandler(ETags.PreconditionRequired.class)
    ResponseEntity<Object> preconditionRequired(HttpServletRequest request) {
        return Problems.answer(Problem.of(428), request);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    ResponseEntity<Object> changedMeanwhile(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.IF_MATCH) != null) {
            return Problems.answer(Problem.of(412), request);
        }
        return Problems.answer(Problem.of(409, "stale-version", "内容刚被他人修改，请刷新后重试"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied, HttpServletRequest request) {
        return Problems.answer(Problem.of(request.getUserPrincipal() == null ? 401 : 403), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> notSignedIn(AuthenticationException nobody, HttpServletRequest request) {
        return Problems.answer(Problem.of(401), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> violated(ConstraintViolationException violated, HttpServletRequest request) {
        List<FieldError> errors = violated.getConstraintViolations().stream()
                .map(one -> new FieldError(pointer(one.getPropertyPath().toString()), one.getMessage()))
                .toList();
        return Problems.answer(invalid(400, errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> duplicate(DuplicateKeyException duplicate, HttpServletRequest request) {
        log.info("refused as a duplicate: {}", duplicate.getMostSpecificCause().toString());
        return Problems.answer(Problem.of(409, "already-there", "相同的内容已经存在，请刷新后核对"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> integrity(DataIntegrityViolationException violation, HttpServletRequest request) {
        String traceId = Problems.traceId();
        log.warn("the database refused a value [{}]", traceId, violation);
        Problem problem = Problem.of(422, "unacceptable", "提交的内容含有无法保存的字符、超出范围的值，或与已有内容相抵触");
        return Problems.answer(problem, request, new HttpHeaders(), traceId);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionTimedOutException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> notNow(Exception passing, HttpServletRequest request) {
        String traceId = Problems.traceId();
        log.warn("not now [{}]", traceId, passing);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return Problems.answer(Problem.of(503), request, headers, traceId);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> multipart(MultipartException broken, HttpServletRequest request) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            if (cause instanceof MaxUploadSizeExceededException || name.contains("SizeLimitExceeded")) {
                return Problems.answer(Problem.of(413), request);
            }
        }
        return Problems.answer(Problem.of(400, "broken-upload", "上传的内容不完整或格式不正确，请重新上传"), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception unexpected, HttpServletRequest request) {
        if (gone(unexpected)) {
            return null;
        }
        Integer unreadable = Problems.statusOfServer(unexpected);
        if (unreadable != null) {
            return Problems.answer(Problem.of(unreadable), request);
        }
        String traceId = Problems.traceId();
        log.error("unexpected [{}] {} {}", traceId, request.getMethod(), request.getRequestURI(), unexpected);
        return Problems.answer(Problem.of(500), request, new HttpHeaders(), traceId);
    }

    // The caller hung up; there is nobody to answer.
    private static boolean gone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("ClientAbortException")) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = invalid.getAllErrors().stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field
                                ? pointer(field.getField())
                                : "",
                        words(error)))
                .toList();
        return Problems.answer(invalid(400, errors), servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (invalid.isForReturnValue()) {
            return unexpected(invalid, servlet(request));
        }
        List<FieldError> errors = invalid.getParameterValidationResults().stream()
                .flatMap(ProblemAdvice::errors)
                .toList();
        return Problems.answer(invalid(400, errors), servlet(request));
    }

    private static Stream<FieldError> errors(ParameterValidationResult result) {
        String name = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream().map(error -> {
            String words = error.getDefaultMessage() == null ? "内容不符合要求" : error.getDefaultMessage();
            return error instanceof org.springframework.validation.FieldError field
                    ? new FieldError(pointer(field.getField()), words)
                    : new FieldError(name == null ? "" : name, words);
        });
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            String pointer = mismatch.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .collect(Collectors.joining());
            if (mismatch instanceof StorableText.Unstorable) {
                return refusal(new StorableText.Refused(pointer), servlet(request));
            }
            return Problems.answer(invalid(400, List.of(new FieldError(pointer, "内容的类型或格式不正确"))), servlet(request));
        }
        boolean json = unreadable.getCause() instanceof JacksonException;
        String detail = json ? "提交的内容不是正确的 JSON，无法读取" : "没有提交内容，或提交的内容无法读取";
        return Problems.answer(Problem.of(400, "malformed-body", detail), servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequest bad) {
                return Problems.answer(invalid(400, bad.errors()), servlet(request));
            }
        }
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return Problems.answer(invalid(400, List.of(new FieldError(name, "取值的类型或格式不正确"))), servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            return null;
        }
        if (status.is5xxServerError()) {
            log.warn("{} for {}", status.value(), servlet(request).getRequestURI(), failure);
        }
        return Problems.answer(describe(failure, status.value()), servlet(request), headers, Problems.traceId());
    }

    private static Problem describe(Exception failure, int status) {
        return switch (failure) {
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            case HttpRequestMethodNotSupportedException ignored -> Problem.of(405);
            case HttpMediaTypeNotSupportedException ignored -> Problem.of(415);
            case MaxUploadSizeExceededException ignored -> Problem.of(413);
            case ResponseStatusException own
            when chinese(own.getReason()) -> Problem.of(status, code(status), String.valueOf(own.getReason()));
            case ErrorResponse own
            when chinese(own.getBody().getDetail()) ->
                Problem.of(status, code(status), String.valueOf(own.getBody().getDetail()));
            default -> Problem.of(status);
        };
    }

    private static String code(int status) {
        String type = Problem.of(status).type();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static boolean chinese(@Nullable String text) {
        return text != null && CHINESE.matcher(text).find();
    }

    private static Problem missing(String name) {
        return invalid(400, List.of(new FieldError(name, "必须提供")));
    }

    private static Problem invalid(int status, List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.getFirst().detail() : "提交的内容有 %d 处不符合要求".formatted(errors.size());
        return Problem.of(status, "invalid-request", detail, errors);
    }

    private static String pointer(String path) {
        return "/" + INDEX.matcher(path).replaceAll(".$1").replace('.', '/');
    }

    private static String words(ObjectError error) {
        String message = error.getDefaultMessage();
        return chinese(message) ? String.valueOf(message) : "内容不符合要求";
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
