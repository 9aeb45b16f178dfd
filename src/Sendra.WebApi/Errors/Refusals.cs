using FluentValidation;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Errors;

/// <summary>The one switch from what code throws to what a caller is told, by HTTP or otherwise.</summary>
internal sealed partial class Refusals(IHostApplicationLifetime lifetime, ILogger<Refusals> logger)
{
    public Refusal Of(Exception exception) => exception switch
    {
        ValidationException invalid => new(400, "validationFailed", "Some fields are wrong.", ByField(invalid)),
        EventRefusedException refusal => new(refusal.Code == SchemaViolation.Code ? 422 : 400, refusal.Code, refusal.Message, refusal.Errors),
        InvalidCredentialsException refusal => new(401, refusal.Code, refusal.Message),
        InvalidCodeException refusal => new(401, refusal.Code, refusal.Message),
        InvalidPasskeyException refusal => new(401, refusal.Code, refusal.Message),
        SignInExpiredException refusal => new(401, refusal.Code, refusal.Message),
        SignUpClosedException refusal => new(403, refusal.Code, refusal.Message),
        OwnerRequiredException refusal => new(403, refusal.Code, refusal.Message),
        NotFoundException refusal => new(404, refusal.Code, refusal.Message),
        LinkNotFoundException refusal => new(404, refusal.Code, refusal.Message),
        UnknownWebhookException refusal => new(404, refusal.Code, refusal.Message),
        SourceDisabledException refusal => new(410, refusal.Code, refusal.Message),
        BatchTooLargeException refusal => new(413, refusal.Code, refusal.Message, new Dictionary<string, string[]> { ["events"] = [refusal.Message] }),
        IdempotencyKeyReusedException refusal => new(422, refusal.Code, refusal.Message),
        TooManyAttemptsException refusal => new(429, refusal.Code, refusal.Message, RetryAfter: refusal.RetryAfter),
        TooManyCodesException refusal => new(429, refusal.Code, refusal.Message, RetryAfter: refusal.RetryAfter),
        TooManyEmailsException refusal => new(429, refusal.Code, refusal.Message, RetryAfter: refusal.RetryAfter),
        BusyException busy => new(429, busy.Code, busy.Message, RetryAfter: BusyException.RetryAfter),
        DomainException refusal => new(409, refusal.Code, refusal.Message),
        BadHttpRequestException broken => new(broken.StatusCode),

        // How the server says that a chunk's size is no number it can take.
        IOException { InnerException: OverflowException } => new(400),
        IngestionUnavailableException later => Unavailable(later),
        OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested => Unavailable(IngestionUnavailableException.Stopping()),
        _ when StorageTrouble.IsUnavailable(exception) => StorageDown(exception),
        _ => Unexpected(exception),
    };

    private static Dictionary<string, string[]> ByField(ValidationException invalid) => invalid.Errors
        .GroupBy(failure => failure.PropertyName is { Length: > 0 } field ? field : JsonBody.WholeBody)
        .ToDictionary(field => field.Key, field => field.Select(failure => failure.ErrorMessage).Distinct().ToArray());

    private static Refusal Unavailable(IngestionUnavailableException later) => new(503, later.Code, later.Message, RetryAfter: later.RetryAfter);

    private Refusal StorageDown(Exception exception)
    {
        LogStorageDown(logger, exception.GetBaseException().Message);
        return Unavailable(IngestionUnavailableException.StorageDown());
    }

    private Refusal Unexpected(Exception exception)
    {
        LogUnexpected(logger, exception);
        return new(500);
    }

    [LoggerMessage(LogLevel.Warning, "The database can't be reached: {Reason}")]
    private static partial void LogStorageDown(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "A request failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
