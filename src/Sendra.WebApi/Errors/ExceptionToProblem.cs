using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Errors;

/// <summary>The one switch from what code throws to what a client sees.</summary>
internal sealed partial class ExceptionToProblem(IHostApplicationLifetime lifetime, ILogger<ExceptionToProblem> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await (exception switch
        {
            ValidationException invalid => httpContext.WriteProblemAsync(400, "validationFailed", "Some fields are wrong.", ByField(invalid)),
            EventRefusedException refusal => httpContext.WriteProblemAsync(refusal.Code == SchemaViolation.Code ? 422 : 400, refusal.Code, refusal.Message, refusal.Errors),
            InvalidCredentialsException refusal => httpContext.WriteProblemAsync(401, refusal.Code, refusal.Message),
            InvalidCodeException refusal => httpContext.WriteProblemAsync(401, refusal.Code, refusal.Message),
            InvalidPasskeyException refusal => httpContext.WriteProblemAsync(401, refusal.Code, refusal.Message),
            SignInExpiredException refusal => httpContext.WriteProblemAsync(401, refusal.Code, refusal.Message),
            SignUpClosedException refusal => httpContext.WriteProblemAsync(403, refusal.Code, refusal.Message),
            OwnerRequiredException refusal => httpContext.WriteProblemAsync(403, refusal.Code, refusal.Message),
            NotFoundException refusal => httpContext.WriteProblemAsync(404, refusal.Code, refusal.Message),
            LinkNotFoundException refusal => httpContext.WriteProblemAsync(404, refusal.Code, refusal.Message),
            UnknownWebhookException refusal => httpContext.WriteProblemAsync(404, refusal.Code, refusal.Message),
            SourceDisabledException refusal => httpContext.WriteProblemAsync(410, refusal.Code, refusal.Message),
            WebhookTooLargeException refusal => httpContext.WriteProblemAsync(413, refusal.Code, refusal.Message),
            BatchTooLargeException refusal => httpContext.WriteProblemAsync(413, refusal.Code, refusal.Message, new Dictionary<string, string[]> { ["events"] = [refusal.Message] }),
            IdempotencyKeyReusedException refusal => httpContext.WriteProblemAsync(422, refusal.Code, refusal.Message),
            TooManyAttemptsException refusal => LaterAsync(httpContext, 429, refusal.Code, refusal.Message, refusal.RetryAfter),
            TooManyCodesException refusal => LaterAsync(httpContext, 429, refusal.Code, refusal.Message, refusal.RetryAfter),
            TooManyEmailsException refusal => LaterAsync(httpContext, 429, refusal.Code, refusal.Message, refusal.RetryAfter),
            BusyException busy => LaterAsync(httpContext, 429, busy.Code, busy.Message, BusyException.RetryAfter),
            DomainException refusal => httpContext.WriteProblemAsync(409, refusal.Code, refusal.Message),
            BadHttpRequestException broken => httpContext.WriteProblemAsync(broken.StatusCode),

            // How the server says that a chunk's size is no number it can take.
            IOException { InnerException: OverflowException } => httpContext.WriteProblemAsync(400),
            IngestionUnavailableException later => UnavailableAsync(httpContext, later),
            OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested => UnavailableAsync(httpContext, IngestionUnavailableException.Stopping()),
            _ when StorageTrouble.IsUnavailable(exception) => StorageDownAsync(httpContext, exception),
            _ => UnexpectedAsync(httpContext, exception),
        });
        return true;
    }

    private static Dictionary<string, string[]> ByField(ValidationException invalid) => invalid.Errors
        .GroupBy(failure => failure.PropertyName is { Length: > 0 } field ? field : JsonBody.WholeBody)
        .ToDictionary(field => field.Key, field => field.Select(failure => failure.ErrorMessage).Distinct().ToArray());

    private static Task LaterAsync(HttpContext context, int status, string code, string message, TimeSpan retryAfter)
    {
        context.Response.SetRetryAfter(retryAfter);
        return context.WriteProblemAsync(status, code, message);
    }

    private Task StorageDownAsync(HttpContext context, Exception exception)
    {
        LogStorageDown(logger, exception.GetBaseException().Message);
        return UnavailableAsync(context, IngestionUnavailableException.StorageDown());
    }

    private static Task UnavailableAsync(HttpContext context, IngestionUnavailableException later) =>
        LaterAsync(context, 503, later.Code, later.Message, later.RetryAfter);

    private Task UnexpectedAsync(HttpContext context, Exception exception)
    {
        LogUnexpected(logger, exception);
        return context.WriteProblemAsync(500);
    }

    [LoggerMessage(LogLevel.Warning, "The database can't be reached: {Reason}")]
    private static partial void LogStorageDown(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "A request failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
