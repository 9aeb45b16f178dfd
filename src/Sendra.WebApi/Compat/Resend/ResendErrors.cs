using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Mvc;

namespace Sendra.WebApi.Compat.Resend;

internal sealed class ResendErrors : IErrorForm
{
    public PathString Path => ResendController.Path;

    public Type Body => typeof(ResendError);

    public object Write(Problem problem, HttpResponse response)
    {
        var (status, name) = NameOf(problem);
        response.StatusCode = status;
        return new ResendError(status, name, problem.Words(("eventName", "event"), ("eventProperties", "payload")));
    }

    private static (int Status, string Name) NameOf(Problem problem) => problem switch
    {
        { Errors: { } errors } when errors.ContainsKey(IdempotencyHeader.Name) => (400, "invalid_idempotency_key"),
        { Code: "idempotencyKeyReused" } => (409, "invalid_idempotent_request"),
        { Code: "validationFailed", Errors: { } errors } when !errors.ContainsKey("body") => (422, "validation_error"),
        { Code: "enrollmentEnded" } => (422, "validation_error"),
        { Code: "invalidApiKey" or "apiKeyExpired" } => (403, "invalid_api_key"),
        { Code: "missingScope" } => (401, "restricted_api_key"),
        { Status: 401 } => (401, "missing_api_key"),
        { Status: 403 } => (403, "invalid_access"),
        { Status: 404 } => (404, "not_found"),
        { Status: 405 } => (405, "method_not_allowed"),
        { Status: 429 } => (429, "rate_limit_exceeded"),
        { Status: >= 500 } => (problem.Status, "application_error"),
        _ => (problem.Status, "validation_error"),
    };
}
